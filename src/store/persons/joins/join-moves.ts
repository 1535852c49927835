import type { JoinMove, JoinStore, PersonJoin } from '../../../domain/joining/index.ts';
import type { OrganisationId } from '../../../domain/organisation/index.ts';
import type { PersonId } from '../../../domain/person/index.ts';
import type { StoreContext } from '../../ground/context.ts';
import type { Queries } from '../../ground/statement.ts';
import { hashNumber } from '../national-numbers.ts';
import * as sql from './join-move-statements.ts';
import * as parting from './join-part-statements.ts';

type Joined = Pick<PersonJoin, 'id' | 'kept' | 'other'>;
type Moves = Pick<
  JoinStore,
  'move' | 'giveBack' | 'firstOnTop' | 'liesOnAnother' | 'haveOneNumber' | 'waitingIn' | 'allow'
>;

/** What a join moves, and how it comes back. */
export function joinMovesIn({ queries, protection }: StoreContext): Moves {
  return {
    async move(join, plan, live, at) {
      const { id, kept, other } = join;
      await moveStanding(queries, join, plan, at);
      await queries.change(sql.moveLinks, [id, other, kept]);
      await queries.change(sql.moveVoIds, [id, other, kept]);
      await queries.change(sql.endSameRequests, [other, kept, at]);
      for (const each of sql.moveRequests) await queries.change(each, [id, other, kept]);
      const counts = live === null ? null : hashNumber(protection, live);
      if (counts !== null) await queries.change(sql.endNumber, [kept, at, counts]);
      await queries.change(sql.moveNumbers, [id, other, kept, at, counts]);
      if (counts !== null) await queries.change(sql.reviveNumber, [kept, counts]);
      await queries.change(sql.joinInto, [other, kept]);
      for (const each of sql.followProposals) await queries.change(each, [other, kept]);
    },
    giveBack: (join, joinedAt, at) => giveBack(queries, join, joinedAt, at),
    async firstOnTop(id) {
      const row = await queries.first<{ id: string }>(parting.firstOnTop, [id]);
      return row?.id ?? null;
    },
    async liesOnAnother(id) {
      const row = await queries.first<{ beneath: boolean }>(parting.liesOnAnother, [id]);
      return row?.beneath === true;
    },
    async haveOneNumber({ id, kept }, joinedAt) {
      const row = await queries.first<{ one: boolean }>(sql.haveOneNumber, [id, kept, joinedAt]);
      return row?.one === true;
    },
    async waitingIn(id) {
      const rows = await queries.all<{ organisation: string; rows: number }>(sql.waiting, [id]);
      return rows.map((row) => ({ ...row, organisation: row.organisation as OrganisationId }));
    },
    async allow({ id, kept, other }, organisation, at) {
      await queries.change(sql.allowRelations, [id, organisation, kept, at]);
      await queries.change(sql.allowRights, [id, organisation, kept, at]);
      for (const each of sql.allowByDates) await queries.change(each, [id, organisation, kept, at, other]);
      let had = 0;
      for (const each of sql.markHad) had += await queries.change(each, [id, organisation, other]);
      return had + (await queries.change(sql.markAllowed, [id, organisation]));
    },
  };
}

async function moveStanding(
  queries: Queries,
  { id, kept, other }: Joined,
  plan: readonly JoinMove[],
  at: Date,
): Promise<void> {
  const rows = plan.map(({ row, whose, what }) => ({
    of_table: row.table,
    what,
    row_id: row.id,
    organisation: row.organisation,
    kind: row.kind,
    began_at: row.began,
    former_until: row.until,
    former_relation: row.relation,
    former_person: whose === 'kept' ? kept : other,
  }));
  await queries.change(sql.plan, [id, JSON.stringify(rows)]);
  for (const each of sql.endById) await queries.change(each, [id, at]);
  for (const each of sql.endByDate) await queries.change(each, [id, at, [kept, other]]);
  for (const each of [...sql.makeRoom, ...sql.movePersons]) await queries.change(each, [id, other, kept]);
  const onto = plan.flatMap(({ row, onto }) => (onto === null ? [] : [[row.id, onto]]));
  await queries.change(sql.rehang, [JSON.stringify(Object.fromEntries(onto))]);
}

async function giveBack(
  queries: Queries,
  { id, kept, other }: Joined,
  joinedAt: Date,
  at: Date,
): Promise<void> {
  // Before anything goes back: what the joined person has now tells what comes back.
  for (const each of parting.weighEnded)
    await queries.change(each, [id, joinedAt, kept, at, ...(each.text.includes('$5') ? [other] : [])]);
  for (const each of sql.movePersons) await queries.change(each, [id, kept, other]);
  for (const each of sql.giveBeginningBack) await queries.change(each, [id, other]);
  await queries.change(sql.hangBack, [id]);
  for (const each of parting.waitAgain) await queries.change(each, [kept, other]);
  for (const each of sql.unendById) await queries.change(each, [id, joinedAt]);
  for (const each of sql.unendByDate) await queries.change(each, [id, joinedAt, [kept, other]]);
  await queries.change(sql.giveLinksBack, [id, kept, other]);
  await queries.change(parting.endLinksSince, [id, kept, joinedAt, at]);
  await queries.change(sql.giveVoIdsBack, [id, kept, other]);
  for (const each of sql.giveRequestsBack) await queries.change(each, [id, kept, other]);
  await queries.change(sql.giveNumbersBack, [id, kept, other, at, joinedAt]);
  for (const person of [kept, other]) await settleNumber(queries, person, at);
  await queries.change(sql.standAlone, [other]);
}

/** The number that the register has now is the live one. */
async function settleNumber(queries: Queries, person: PersonId, at: Date): Promise<void> {
  const live = await queries.first<{ number_hash: Buffer }>(sql.liveNumberOf, [person]);
  if (live === null) return;
  await queries.change(sql.endNumber, [person, at, live.number_hash]);
  await queries.change(sql.reviveNumber, [person, live.number_hash]);
}
