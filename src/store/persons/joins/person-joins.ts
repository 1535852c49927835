import type { CaseId } from '../../../domain/casework/index.ts';
import type { JoinStore, PersonJoin } from '../../../domain/joining/index.ts';
import type { PersonId } from '../../../domain/person/index.ts';
import type { StoreContext } from '../../ground/context.ts';
import type { Protection } from '../../ground/sealing.ts';
import type { Statement } from '../../ground/statement.ts';
import { holdNumbersAlone } from '../numbers/number-locks.ts';
import { endLoginsIn } from '../person-logins.ts';
import { standingIn } from '../person-standing.ts';
import { joinMovesIn } from './join-moves.ts';

const REASON = 'person_joins.reason_sealed';
const COMMENT = 'person_joins.comment_sealed';
const UNDO_REASON = 'person_joins.undo_reason_sealed';
const COLUMNS = `id, kept, other, reason_sealed, proposed_by_kind, proposed_by, proposed_at, state, decided_by, decided_at, comment_sealed,
  undo_proposed_by, undo_proposed_at, undo_reason_sealed, undone_by, undone_at`;

type JoinRow = {
  id: string;
  kept: string;
  other: string;
  reason_sealed: Buffer;
  proposed_by_kind: PersonJoin['proposedBy']['kind'];
  proposed_by: string;
  proposed_at: Date;
  state: PersonJoin['state'];
  decided_by: string | null;
  decided_at: Date | null;
  comment_sealed: Buffer | null;
  undo_proposed_by: string | null;
  undo_proposed_at: Date | null;
  undo_reason_sealed: Buffer | null;
  undone_by: string | null;
  undone_at: Date | null;
};

const propose: Statement = {
  name: 'person_joins.propose',
  text: `insert into person_joins (id, kept, other, reason_sealed, proposed_by_kind, proposed_by, proposed_at, state)
    values ($1, $2, $3, $4, $5, $6, $7, 'proposed')
    on conflict (least(kept, other), greatest(kept, other)) where state in ('proposed', 'joined', 'undo-proposed') do nothing`,
};
const openOf: Statement = {
  name: 'person_joins.open_of',
  readsOnly: true,
  text: `select id from person_joins where least(kept, other) = least($1::uuid, $2::uuid)
    and greatest(kept, other) = greatest($1::uuid, $2::uuid) and state in ('proposed', 'joined', 'undo-proposed')`,
};
const find: Statement = {
  name: 'person_joins.find',
  readsOnly: true,
  text: `select ${COLUMNS} from person_joins where id = $1`,
};
const list: Statement = {
  name: 'person_joins.list',
  readsOnly: true,
  text: `select ${COLUMNS} from person_joins
    order by state in ('proposed', 'undo-proposed') desc, proposed_at desc, id limit 100`,
};
const decide: Statement = {
  name: 'person_joins.decide',
  text: `update person_joins set state = $2, decided_by = $3, decided_at = $4, comment_sealed = $5, kept = $6, other = $7,
      place = nextval(pg_get_serial_sequence('person_joins', 'place'))
    where id = $1 and state = 'proposed'`,
};
const proposeUndo: Statement = {
  name: 'person_joins.propose_undo',
  text: `update person_joins set state = 'undo-proposed', undo_proposed_by = $2, undo_proposed_at = $3, undo_reason_sealed = $4
    where id = $1 and state = 'joined'`,
};
const keepJoined: Statement = {
  name: 'person_joins.keep_joined',
  text: `update person_joins set state = 'joined', undo_proposed_by = null, undo_proposed_at = null, undo_reason_sealed = null
    where id = $1 and state = 'undo-proposed'`,
};
const undo: Statement = {
  name: 'person_joins.undo',
  text: `update person_joins set state = 'undone', undone_by = $2, undone_at = $3 where id = $1 and state = 'undo-proposed'`,
};
const lock: Statement = {
  name: 'person_joins.lock_persons',
  text: 'select id from persons where id = any($1::uuid[]) order by id for no key update',
};
const standsFor: Statement = {
  name: 'person_joins.stands_for',
  readsOnly: true,
  text: 'select coalesce(joined_into, id) as id from persons where id = $1',
};
const nameOf: Statement = {
  name: 'person_joins.name_of',
  readsOnly: true,
  text: 'select given_names, family_name from persons where id = $1',
};
const emailAtWork: Statement = {
  name: 'person_joins.email_at_work',
  readsOnly: true,
  text: `select email from work_relations where person = $1 and email is not null and ($2::uuid is null or organisation = $2)
      and (valid_until is null or valid_until > $3) order by valid_from desc limit 1`,
};
const casesOf: Statement = {
  name: 'person_joins.cases_of',
  readsOnly: true,
  text: 'select id from cases where agent = $1 and is_open order by id',
};

/** Joins of persons: proposals, decisions, and what they moved. */
export function personJoinsIn(context: StoreContext): JoinStore {
  const { queries, protection } = context;
  return {
    ...joinMovesIn(context),
    ...standingIn(context),
    endLogins: endLoginsIn(context),
    async propose({ id, kept, other, reason, proposedBy, proposedAt }) {
      const sealed = protection.seal(REASON, id, reason);
      const values = [id, kept, other, sealed, proposedBy.kind, proposedBy.id, proposedAt];
      if ((await queries.change(propose, values)) === 1) return { kind: 'added' };
      const first = await queries.first<{ id: string }>(openOf, [kept, other]);
      if (first === null) throw new Error('a proposal that stood in the way is gone');
      return { kind: 'already-proposed', id: first.id };
    },
    async find(id) {
      const row = await queries.first<JoinRow>(find, [id]);
      return row === null ? null : readJoin(protection, row);
    },
    list: async () => (await queries.all<JoinRow>(list, [])).map((row) => readJoin(protection, row)),
    async decide(id, { kind, kept, other, by, at, comment }) {
      const sealed = protection.seal(COMMENT, id, comment);
      return (await queries.change(decide, [id, kind, by, at, sealed, kept, other])) === 1;
    },
    async proposeUndo(id, { by, at, reason }) {
      const values = [id, by, at, protection.seal(UNDO_REASON, id, reason)];
      return (await queries.change(proposeUndo, values)) === 1;
    },
    keepJoined: async (id) => (await queries.change(keepJoined, [id])) === 1,
    undo: async (id, { by, at }) => (await queries.change(undo, [id, by, at])) === 1,
    async hold(persons) {
      await holdNumbersAlone(queries);
      await queries.all(lock, [persons]);
    },
    async standsFor(person) {
      const row = await queries.first<{ id: string }>(standsFor, [person]);
      return row === null ? null : (row.id as PersonId);
    },
    async nameOf(person) {
      const row = await queries.first<{ given_names: string; family_name: string }>(nameOf, [person]);
      return row === null ? '' : `${row.given_names} ${row.family_name}`.trim();
    },
    async emailAtWork(person, organisation, at) {
      const row = await queries.first<{ email: string }>(emailAtWork, [person, organisation, at]);
      return row?.email ?? null;
    },
    async casesOf(agent) {
      return (await queries.all<{ id: string }>(casesOf, [agent])).map(({ id }) => id as CaseId);
    },
  };
}

function readJoin(protection: Protection, row: JoinRow): PersonJoin {
  const { id } = row;
  const open = (place: typeof REASON | typeof COMMENT | typeof UNDO_REASON, sealed: Buffer | null) =>
    sealed === null ? '' : protection.open(place, id, sealed);
  const { decided_by, decided_at, undo_proposed_by, undo_proposed_at, undone_by, undone_at } = row;
  return {
    id,
    kept: row.kept as PersonId,
    other: row.other as PersonId,
    reason: open(REASON, row.reason_sealed),
    proposedBy: { kind: row.proposed_by_kind, id: row.proposed_by } as PersonJoin['proposedBy'],
    proposedAt: row.proposed_at,
    state: row.state,
    decided:
      decided_by === null || decided_at === null
        ? null
        : { by: decided_by as PersonId, at: decided_at, comment: open(COMMENT, row.comment_sealed) },
    undoProposed:
      undo_proposed_by === null || undo_proposed_at === null
        ? null
        : {
            by: undo_proposed_by as PersonId,
            at: undo_proposed_at,
            reason: open(UNDO_REASON, row.undo_reason_sealed),
          },
    undone: undone_by === null || undone_at === null ? null : { by: undone_by as PersonId, at: undone_at },
  };
}
