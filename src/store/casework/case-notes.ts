import type { CaseNoteStore } from '../../domain/casework/index.ts';
import type { PersonId } from '../../domain/person/index.ts';
import type { StoreContext } from '../ground/context.ts';
import type { Statement } from '../ground/statement.ts';

const PLACE = 'case_notes.text_sealed';

type NoteRow = { id: string; agent: string; text_sealed: Buffer; at: Date };

const add: Statement = {
  name: 'case_notes.add',
  text: 'insert into case_notes (id, case_id, agent, text_sealed, at) values ($1, $2, $3, $4, $5)',
};
const of: Statement = {
  name: 'case_notes.of',
  readsOnly: true,
  text: 'select id, agent, text_sealed, at from case_notes where case_id = $1 order by at, id',
};

/** Notes of agents, sealed. */
export function caseNotesIn({ queries, protection }: StoreContext): CaseNoteStore {
  return {
    async add(id, note) {
      await queries.changeUnheard(add, [
        note.id,
        id,
        note.by,
        protection.seal(PLACE, note.id, note.text),
        note.at,
      ]);
    },
    async of(id) {
      return (await queries.all<NoteRow>(of, [id])).map((row) => ({
        id: row.id,
        by: row.agent as PersonId,
        at: row.at,
        text: protection.open(PLACE, row.id, row.text_sealed),
      }));
    },
  };
}
