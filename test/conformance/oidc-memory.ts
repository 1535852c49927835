import assert from 'node:assert/strict';
import { ChangedMeanwhile } from '#src/base/changed-meanwhile.ts';
import type { OidcApplication } from '#src/domain/application/index.ts';
import type { AuditEvent } from '#src/domain/audit/index.ts';
import type { Person, PersonId } from '#src/domain/person/index.ts';
import type { PersonTies } from '#src/domain/rights/index.ts';
import type { Attempt, HeldLogin, LoginGrant, StateChange, StatePayload } from '#src/login/index.ts';
import type { OidcPorts, OidcStores } from '#src/protocols/oidc/index.ts';
import { tiesBearing } from '../support/ties-bearing.ts';

type Row = { payload: StatePayload; expiresAt: Date; consumedAt: Date | null; version: number };

/** The store's half of the contract in memory, asserting what the real one could not keep. */
export type MemoryStore = {
  readonly ports: Omit<OidcPorts, 'bindBrowser' | 'devices' | 'clock'>;
  readonly rows: Map<string, Row>;
  readonly attempts: Map<string, Attempt>;
  readonly grants: Map<string, LoginGrant>;
  readonly events: AuditEvent[];
  readonly applications: Map<string, OidcApplication>;
  readonly persons: Person[];
  /** What ties a person to organisations by now, where that is not what bears their capacity. */
  readonly ties: Map<PersonId, PersonTies>;
};

export function openMemoryStore(clock: () => Date): MemoryStore {
  const rows = new Map<string, Row>();
  const attempts = new Map<string, Attempt>();
  const grants = new Map<string, LoginGrant>();
  const events: AuditEvent[] = [];
  const applications = new Map<string, OidcApplication>();
  const persons: Person[] = [];
  const ties = new Map<PersonId, PersonTies>();
  const key = (model: string, id: string) => `${model}:${id}`;
  const live = (row: Row | undefined) => (row && row.expiresAt > clock() ? row : undefined);
  const read = (row: Row | undefined): StatePayload | null => {
    if (!row) return null;
    const payload = { ...structuredClone(row.payload), version: row.version };
    return row.consumedAt ? { ...payload, consumed: Math.floor(row.consumedAt.getTime() / 1000) } : payload;
  };
  const end = (id: string) => {
    grants.delete(id);
    for (const [name, row] of rows) if (row.payload.grantId === id) rows.delete(name);
  };
  const liveGrant = (id: string): HeldLogin | null => {
    const grant = grants.get(id);
    if (!grant || grant.expiresAt <= clock()) return null;
    const { person, capacity, application } = grant;
    return { ...grant, ties: ties.get(person.id) ?? tiesBearing(capacity, person.id, application) };
  };
  const put = ({ model, id, payload, expiresAt }: Extract<StateChange, { kind: 'put' }>) => {
    assert.ok(!Number.isNaN(expiresAt.getTime()), `${model} needs a moment at which it expires`);
    const { version: _, consumed: __, ...kept } = payload;
    const text = withoutPersonalData(model, kept);
    const before = rows.get(key(model, id));
    const row = { expiresAt, consumedAt: before?.consumedAt ?? null, version: (before?.version ?? 0) + 1 };
    rows.set(key(model, id), { payload: JSON.parse(text), ...row });
  };
  const withoutPersonalData = (what: string, kept: object): string => {
    const text = JSON.stringify(kept);
    for (const person of persons) {
      assert.ok(!text.includes(person.familyName), `${what} keeps a name`);
      const number = person.number?.digits.reveal();
      assert.ok(!number || !text.includes(number), `${what} keeps a national number`);
    }
    return text;
  };
  const apply = (change: StateChange) => {
    switch (change.kind) {
      case 'put':
        return put(change);
      case 'consume': {
        const row = rows.get(key(change.model, change.id));
        if (row) row.consumedAt = clock();
        return;
      }
      case 'destroy':
        return void rows.delete(key(change.model, change.id));
      case 'grant':
        return void grants.set(change.grant.id, change.grant);
      case 'move-grant': {
        const grant = grants.get(change.id);
        if (grant) grants.set(change.id, { ...grant, session: change.session });
      }
    }
  };
  const isAsItMustBe = (change: StateChange): boolean => {
    if (change.kind !== 'consume' && (change.kind !== 'put' || change.was === undefined)) return true;
    const row = live(rows.get(key(change.model, change.id)));
    if (change.kind === 'consume') return row !== undefined && row.consumedAt === null;
    return row?.version === change.was;
  };
  const find: MemoryStore['ports']['states']['find'] = async (model, id) =>
    read(live(rows.get(key(model, id))));
  const withLogin = (model: string, id: string) => {
    const payload = read(live(rows.get(key(model, id))));
    const login = payload?.grantId === undefined ? null : liveGrant(payload.grantId);
    return payload && login ? { payload, login } : null;
  };
  const findAttempt = async (id: string) => structuredClone(attempts.get(id) ?? null);
  /** All changes of a unit of work, or none when one of them came second. */
  const openUnit = () => {
    const conditions: (() => boolean)[] = [];
    const changes: (() => void)[] = [];
    const setAttempt = (attempt: Attempt) => {
      withoutPersonalData('a login', attempt.half ?? {});
      attempts.set(attempt.id, structuredClone(attempt));
    };
    const stores: OidcStores = {
      attempts: {
        find: findAttempt,
        findWithPerson: async (id) => ({ attempt: await findAttempt(id), link: null, person: null }),
        findWithNumber: async (id) => ({ attempt: await findAttempt(id), link: null, person: null }),
        async add(attempt) {
          changes.push(() => setAttempt(attempt));
        },
        async save(attempt) {
          conditions.push(() => attempts.get(attempt.id)?.version === attempt.version - 1);
          changes.push(() => setAttempt(attempt));
        },
      },
      audit: {
        async record(...recorded) {
          changes.push(() => events.push(...recorded));
        },
      },
      lastUsed: { capacityOf: async () => null, rememberCapacity: async () => {} },
      oidc: {
        find,
        findGrant: async (id) => liveGrant(id),
        async keep(kept) {
          conditions.push(() => kept.every(isAsItMustBe));
          changes.push(() => kept.forEach(apply));
        },
      },
    };
    const commit = () => {
      if (!conditions.every((each) => each())) throw new ChangedMeanwhile({ what: 'a state or a login' });
      for (const change of changes) change();
    };
    return { stores, commit };
  };
  return {
    rows,
    grants,
    events,
    applications,
    persons,
    ties,
    attempts,
    ports: {
      async inTransaction(_names, work) {
        const { stores, commit } = openUnit();
        const answer = await work(stores);
        commit();
        return answer;
      },
      attempts: { find: findAttempt },
      states: {
        async addOnce(model, id, payload, expiresAt) {
          if (live(rows.get(key(model, id)))) return false;
          rows.set(key(model, id), { payload, expiresAt, consumedAt: null, version: 1 });
          return true;
        },
        find,
        async destroy(model, id) {
          rows.delete(key(model, id));
        },
        findToken: async (id) => withLogin('AccessToken', id),
        findCode: async (id) => withLogin('AuthorizationCode', id),
      },
      grants: {
        find: async (id) => liveGrant(id),
        async findStanding(session, application) {
          const mine = [...grants.values()].filter(
            (each) => each.session === session && each.application === application && liveGrant(each.id),
          );
          return { before: mine.at(-1) ?? null, person: null };
        },
        async end(id, recorded) {
          end(id);
          events.push(...recorded);
        },
        async endInSession(session, application, recorded) {
          for (const grant of [...grants.values()]) {
            if (grant.session === session && grant.application === application) end(grant.id);
          }
          events.push(...recorded);
        },
      },
      applications: {
        find: async (id) => applications.get(id) ?? null,
        list: async () => [...applications.values()],
      },
      persons: {
        find: async (id) => persons.find((each) => each.id === id) ?? null,
      },
      async audit(...recorded) {
        events.push(...recorded);
      },
    },
  };
}
