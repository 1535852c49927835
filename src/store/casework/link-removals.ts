import type { CaseId, LinkRemoval, LinkRemovalStore } from '../../domain/casework/index.ts';
import type { PersonId } from '../../domain/person/index.ts';
import type { StoreContext } from '../ground/context.ts';
import type { Protection } from '../ground/sealing.ts';
import type { Statement } from '../ground/statement.ts';

const REASON = 'link_removals.reason_sealed';
const COMMENT = 'link_removals.comment_sealed';
const COLUMNS = `id, link, case_id, person, country, reason_sealed, proposed_by, proposed_at, decision, decided_by, decided_at,
  comment_sealed`;

type RemovalRow = {
  id: string;
  link: string;
  case_id: string | null;
  person: string;
  country: string;
  reason_sealed: Buffer;
  proposed_by: string;
  proposed_at: Date;
  decision: 'removed' | 'kept' | null;
  decided_by: string | null;
  decided_at: Date | null;
  comment_sealed: Buffer | null;
};

const add: Statement = {
  name: 'link_removals.add',
  text: `insert into link_removals (id, link, case_id, person, country, reason_sealed, proposed_by, proposed_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (link) where decision is null do nothing`,
};
const find: Statement = {
  name: 'link_removals.find',
  readsOnly: true,
  text: `select ${COLUMNS} from link_removals where id = $1`,
};
const waiting: Statement = {
  name: 'link_removals.waiting',
  readsOnly: true,
  text: `select ${COLUMNS} from link_removals where decision is null order by proposed_at, id limit 500`,
};
const waitingAbout: Statement = {
  name: 'link_removals.waiting_about',
  readsOnly: true,
  text: `select ${COLUMNS} from link_removals where case_id = $1 and decision is null order by proposed_at, id`,
};
const countWaiting: Statement = {
  name: 'link_removals.count_waiting',
  readsOnly: true,
  text: 'select count(*)::int as count from link_removals where decision is null',
};
const decide: Statement = {
  name: 'link_removals.decide',
  text: `update link_removals set decision = $2, decided_by = $3, decided_at = $4, comment_sealed = $5
    where id = $1 and decision is null`,
};

/** Wishes to end a link: one open wish per link, and the database refuses a decision by whoever proposed it. */
export function linkRemovalsIn({ queries, protection }: StoreContext): LinkRemovalStore {
  return {
    async add(removal) {
      if (removal.decided !== null) throw new Error('a removal is added undecided');
      const { id, link, person, country, proposedBy, proposedAt } = removal;
      const reason = protection.seal(REASON, id, removal.reason);
      const values = [id, link, removal.case, person, country, reason, proposedBy, proposedAt];
      return { kind: (await queries.change(add, values)) === 1 ? 'added' : 'already-proposed' };
    },
    async find(id) {
      const row = await queries.first<RemovalRow>(find, [id]);
      return row === null ? null : readRemoval(protection, row);
    },
    async waiting() {
      return (await queries.all<RemovalRow>(waiting, [])).flatMap((row) => readOrSkip(protection, row));
    },
    async waitingAbout(caseId) {
      const rows = await queries.all<RemovalRow>(waitingAbout, [caseId]);
      return rows.flatMap((row) => readOrSkip(protection, row));
    },
    async countWaiting() {
      return (await queries.first<{ count: number }>(countWaiting, []))?.count ?? 0;
    },
    async decide(id, { kind, by, at, comment }) {
      return (await queries.change(decide, [id, kind, by, at, protection.seal(COMMENT, id, comment)])) === 1;
    },
  };
}

/** A reason that cannot be opened keeps its wish out of the lists, and nothing else. */
function readOrSkip(protection: Protection, row: RemovalRow): readonly LinkRemoval[] {
  try {
    return [readRemoval(protection, row)];
  } catch (error) {
    if (error instanceof Error && error.name === 'SealBroken') return [];
    throw error;
  }
}

function readRemoval(protection: Protection, row: RemovalRow): LinkRemoval {
  return {
    id: row.id,
    link: row.link,
    case: row.case_id as CaseId | null,
    person: row.person as PersonId,
    country: row.country,
    reason: protection.open(REASON, row.id, row.reason_sealed),
    proposedBy: row.proposed_by as PersonId,
    proposedAt: row.proposed_at,
    decided: readDecision(protection, row),
  };
}

function readDecision(protection: Protection, row: RemovalRow): LinkRemoval['decided'] {
  const { decision, decided_by, decided_at, comment_sealed } = row;
  if (decision === null || decided_by === null || decided_at === null) return null;
  const comment = comment_sealed === null ? '' : protection.open(COMMENT, row.id, comment_sealed);
  return { kind: decision, by: decided_by as PersonId, at: decided_at, comment };
}
