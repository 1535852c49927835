import type { DaySpan } from '../../base/usual-days.ts';
import type { AccessRequestId, AccessRequestStore } from '../../domain/access-request/index.ts';
import type { StoreContext } from '../ground/context.ts';
import * as sql from './access-request-statements.ts';
import { asWaiting, columnsOf, type RequestRow, readRequest, sealRequest } from './request-row.ts';

type ListedRow = RequestRow & { person_name: string; organisation_name: string };

/** Requests for access; what people wrote in them is sealed. */
export function accessRequestsIn(context: StoreContext): AccessRequestStore {
  return { ...changedIn(context), ...listedIn(context) };
}

type Lists =
  | 'ofPerson'
  | 'openOf'
  | 'countOpen'
  | 'openAtPlatform'
  | 'countAtPlatform'
  | 'countOf'
  | 'lastDecided';

function changedIn({ queries, protection }: StoreContext): Omit<AccessRequestStore, Lists> {
  const read = (row: RequestRow | null) => (row === null ? null : readRequest(protection, row));
  return {
    async add(asked, dutyAt) {
      const request = asWaiting(asked);
      const { application, right, contexts, relation } = columnsOf(request.wish);
      const { id, reference, wish, person, askedBy, organisation, until, askedAt } = request;
      const added = await queries.change(sql.add, [
        ...[id, reference, wish.kind, person, askedBy, organisation, application, right, contexts, relation],
        ...[until, sealRequest(protection, request), askedAt, dutyAt],
      ]);
      if (added === 1) return { kind: 'added', request };
      const same = [person, organisation, wish.kind, application, right];
      const first = read(await queries.first<RequestRow>(sql.findOpenSame, same));
      if (first === null) throw new Error('a request with this id is there already');
      return { kind: 'already', request: first };
    },
    find: async (id) => read(await queries.first<RequestRow>(sql.find, [id])),
    hold: async (id) => read(await queries.first<RequestRow>(sql.hold, [id])),
    async keep(request, dutyAt) {
      const { id, version, state, since, escalation, decision, endedAt } = request;
      const sealed = sealRequest(protection, request);
      const columns = [id, version, sealed, state, since, escalation, decision?.by ?? null, endedAt, dutyAt];
      await queries.changeSurely(sql.keep, columns);
    },
    async due(at, limit) {
      const rows = await queries.all<{ id: string }>(sql.due, [at, limit]);
      return rows.map(({ id }) => id as AccessRequestId);
    },
    takeDue: async (id, at) => read(await queries.first<RequestRow>(sql.takeDue, [id, at])),
    async setDutyAside(id, until) {
      await queries.changeUnheard(sql.setAside, [id, until]);
    },
  };
}

function listedIn({ queries, protection }: StoreContext): Pick<AccessRequestStore, Lists> {
  const listed = (row: ListedRow) => ({
    ...readRequest(protection, row),
    personName: row.person_name,
    organisationName: row.organisation_name,
  });
  return {
    async ofPerson(person, { application, limit }) {
      const rows = await queries.all<ListedRow>(sql.ofPerson, [person, application, limit]);
      return rows.map(listed);
    },
    async openOf(organisations, { after, limit }) {
      const rows = await queries.all<ListedRow>(sql.openOf, [organisations, after, limit]);
      return rows.map(listed);
    },
    async countOpen(organisations) {
      const row = await queries.first<{ count: number }>(sql.countOpen, [organisations]);
      return row?.count ?? 0;
    },
    async openAtPlatform({ after, limit }) {
      const rows = await queries.all<ListedRow>(sql.openAtPlatform, [after, limit]);
      return rows.map(listed);
    },
    async countAtPlatform() {
      const row = await queries.first<{ count: number }>(sql.countAtPlatform, []);
      return row?.count ?? 0;
    },
    async countOf(person, since) {
      const row = await queries.first<{ open: number; made: number }>(sql.countOf, [person, since]);
      return row ?? { open: 0, made: 0 };
    },
    lastDecided: (organisation, limit) =>
      organisation === null
        ? queries.all<DaySpan>(sql.lastDecided, [limit])
        : queries.all<DaySpan>(sql.lastDecidedOf, [organisation, limit]),
  };
}
