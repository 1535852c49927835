import assert from 'node:assert/strict';
import type { Application } from '#src/domain/application/index.ts';
import type { AuditEvent } from '#src/domain/audit/index.ts';
import type { Person } from '#src/domain/person/index.ts';
import type { LoginGrant, OidcPorts, StatePayload } from '#src/protocols/oidc/index.ts';

type Row = { payload: StatePayload; expiresAt: Date; consumedAt: Date | null };

/** The store's half of the contract in memory, asserting what the real one could not keep. */
export type MemoryStore = {
  readonly ports: Omit<OidcPorts, 'bindBrowser' | 'clock'>;
  readonly rows: Map<string, Row>;
  readonly grants: Map<string, LoginGrant>;
  readonly events: AuditEvent[];
  readonly applications: Map<string, Application>;
  readonly persons: Person[];
};

export function openMemoryStore(clock: () => Date): MemoryStore {
  const rows = new Map<string, Row>();
  const grants = new Map<string, LoginGrant>();
  const events: AuditEvent[] = [];
  const applications = new Map<string, Application>();
  const persons: Person[] = [];
  const key = (model: string, id: string) => `${model}:${id}`;
  const live = (row: Row | undefined) => (row && row.expiresAt > clock() ? row : undefined);
  const read = (row: Row | undefined): StatePayload | null => {
    if (!row) return null;
    const payload = structuredClone(row.payload);
    return row.consumedAt ? { ...payload, consumed: Math.floor(row.consumedAt.getTime() / 1000) } : payload;
  };
  const end = (id: string) => {
    grants.delete(id);
    for (const [name, row] of rows) if (row.payload.grantId === id) rows.delete(name);
  };
  const liveGrant = (id: string) => {
    const grant = grants.get(id);
    return grant && grant.expiresAt > clock() ? grant : null;
  };
  return {
    rows,
    grants,
    events,
    applications,
    persons,
    ports: {
      states: {
        async upsert(model, id, payload, expiresAt, recorded = []) {
          assert.ok(!Number.isNaN(expiresAt.getTime()), `${model} needs a moment at which it expires`);
          const text = JSON.stringify(payload);
          for (const person of persons) {
            assert.ok(!text.includes(person.familyName), `${model} keeps a name`);
            const number = person.number?.digits.reveal();
            assert.ok(!number || !text.includes(number), `${model} keeps a national number`);
          }
          const consumedAt = rows.get(key(model, id))?.consumedAt ?? null;
          rows.set(key(model, id), { payload: JSON.parse(text), expiresAt, consumedAt });
          events.push(...recorded);
        },
        async addOnce(model, id, payload, expiresAt) {
          if (live(rows.get(key(model, id)))) return false;
          rows.set(key(model, id), { payload, expiresAt, consumedAt: null });
          return true;
        },
        find: async (model, id) => read(live(rows.get(key(model, id)))),
        async findByUid(model, uid) {
          const found = [...rows].find(
            ([name, row]) => name.startsWith(`${model}:`) && row.payload.uid === uid,
          );
          return read(live(found?.[1]));
        },
        async consume(model, id, at) {
          const row = live(rows.get(key(model, id)));
          if (!row || row.consumedAt) return false;
          row.consumedAt = at;
          return true;
        },
        async destroy(model, id) {
          rows.delete(key(model, id));
        },
        async findToken(id) {
          const payload = read(live(rows.get(key('AccessToken', id))));
          const login = payload?.grantId === undefined ? null : liveGrant(payload.grantId);
          return payload && login ? { payload, login } : null;
        },
      },
      grants: {
        async put(grant, recorded) {
          grants.set(grant.id, grant);
          events.push(...recorded);
        },
        find: async (id) => liveGrant(id),
        async findInSession(session, application) {
          const mine = [...grants.values()].filter(
            (each) => each.session === session && each.application === application && liveGrant(each.id),
          );
          return mine.at(-1) ?? null;
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
        findBySubject: async (subject) => persons.find((each) => each.subject === subject) ?? null,
      },
      async audit(...recorded) {
        events.push(...recorded);
      },
    },
  };
}
