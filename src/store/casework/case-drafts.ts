import type { CaseDraft, CaseDraftStore } from '../../domain/casework/index.ts';
import type { StoreContext } from '../ground/context.ts';
import { sealedRow } from '../ground/sealing.ts';
import type { Statement } from '../ground/statement.ts';

const PLACE = 'case_drafts.text_sealed';

type DraftRow = { kind: CaseDraft['kind']; text_sealed: Buffer; at: Date };

const keep: Statement = {
  name: 'case_drafts.keep',
  text: `insert into case_drafts (case_id, agent, kind, text_sealed, at) values ($1, $2, $3, $4, $5)
    on conflict (case_id, agent, kind) do update set text_sealed = excluded.text_sealed, at = excluded.at`,
};
const of: Statement = {
  name: 'case_drafts.of',
  readsOnly: true,
  text: 'select kind, text_sealed, at from case_drafts where case_id = $1 and agent = $2 order by kind',
};
const remove: Statement = {
  name: 'case_drafts.remove',
  text: 'delete from case_drafts where case_id = $1 and agent = $2 and kind = $3',
};
const removeAll: Statement = {
  name: 'case_drafts.remove_all',
  text: 'delete from case_drafts where case_id = $1',
};

/** Texts that agents began, sealed. */
export function caseDraftsIn({ queries, protection }: StoreContext): CaseDraftStore {
  return {
    async keep(id, agent, { kind, text, at }) {
      const sealed = protection.seal(PLACE, sealedRow(id, agent, kind), text);
      await queries.changeUnheard(keep, [id, agent, kind, sealed, at]);
    },
    async of(id, agent) {
      const rows = await queries.all<DraftRow>(of, [id, agent]);
      return rows.map(({ kind, text_sealed, at }) => {
        const text = protection.open(PLACE, sealedRow(id, agent, kind), text_sealed);
        return { kind, text, at };
      });
    },
    async remove(id, agent, kind) {
      await queries.changeUnheard(remove, [id, agent, kind]);
    },
    async removeAll(id) {
      await queries.changeUnheard(removeAll, [id]);
    },
  };
}
