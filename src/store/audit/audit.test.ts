import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import pg from 'pg';
import { auditEvent } from '../../../test/support/audit-example.ts';
import { openTestStore, personWith } from '../../../test/support/open-test-store.ts';
import type { CorrelationCode } from '../../base/correlation.ts';
import { DAY, later } from '../../base/time.ts';
import type { AuditEvent } from '../../domain/audit/index.ts';

test('events come back as they were recorded, in order, and can be asked for by what they tell', async (t) => {
  const { store, now } = await openTestStore(t);
  const second = auditEvent({
    kind: 'login.ended',
    actor: { kind: 'system' },
    subject: null,
    correlation: '2222-3333' as CorrelationCode,
  });
  await store.inTransaction(['audit'], ({ audit }) => audit.record(auditEvent(), second));
  await store.audit.record(auditEvent({ kind: 'token.refused' }));
  const all = await store.audit.list();
  assert.deepEqual(
    all.map(({ id, at, ...event }) => event),
    [auditEvent(), second, auditEvent({ kind: 'token.refused' })],
  );
  assert.deepEqual(all[0]?.at, now());
  const kinds = async (filter: Parameters<typeof store.audit.list>[0]) =>
    (await store.audit.list(filter)).map(({ kind }) => kind);
  assert.deepEqual(await kinds({ kind: 'token.refused' }), ['token.refused']);
  assert.deepEqual(await kinds({ correlation: '2222-3333' }), ['login.ended']);
  assert.deepEqual(await kinds({ subject: 'klip' }), ['login.finished', 'token.refused']);
  assert.deepEqual(await kinds({ after: all[0]?.id ?? '' }), ['login.ended', 'token.refused']);
  assert.deepEqual(await kinds({ limit: 1 }), ['login.finished']);
});

test('the events of one unit of work are one insert, and stand in the order in which they were told', async (t) => {
  const { store, url } = await openTestStore(t);
  const known = personWith();
  await store.inTransaction(['persons'], ({ persons }) => persons.add(known));
  const person = known.id;
  const kinds = ['login.started', 'login.means-chosen', 'case.viewed', 'login.finished'] as const;
  await store.inTransaction(['audit'], async ({ audit }) => {
    for (const kind of kinds) {
      const isLook = kind === 'case.viewed';
      await audit.record(auditEvent({ kind, ...(isLook && { concerned: [{ way: 'shown', person }] }) }));
    }
  });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  // The database notes with each row which statement of which transaction made it.
  const { rows } = await client.query('select distinct xmin::text, cmin::text from audit_events');
  await client.end();
  assert.equal(rows.length, 1);
  const refusal = auditEvent({ kind: 'authorization.refused', details: { reason: 'invalid_scope' } });
  await store.inTransaction(['audit'], async ({ audit }) => {
    await audit.record(auditEvent({ kind: 'login.ended' }));
    await audit.record(refusal);
    await audit.record(auditEvent({ kind: 'token.issued' }));
  });
  assert.deepEqual(
    (await store.audit.list()).map(({ kind }) => kind),
    [...kinds, 'login.ended', 'authorization.refused', 'token.issued'],
  );
  assert.equal((await store.audit.looks.at({ person }))?.length, 1);
});

test('refusals of nobody make the trail grow by so many a minute, and are all counted', async (t) => {
  const { store, url, now, moveTo } = await openTestStore(t);
  const refusal = auditEvent({ kind: 'authorization.refused', details: { reason: 'invalid_scope' } });
  const other = { ...refusal, details: { reason: 'invalid_request' } };
  const inLogin = auditEvent({
    kind: 'eidas.answer-refused',
    subject: { kind: 'attempt', id: 'K7PX-2M9D' },
    details: { code: 'eidas.signature-invalid' },
  });
  for (let each = 0; each < 60; each += 1) await store.audit.record(refusal);
  await Promise.all(Array.from({ length: 25 }, () => store.audit.record(other, auditEvent(), inLogin)));
  moveTo(later(now(), 60_000));
  await store.audit.record(refusal);
  const kept = async (kind: AuditEvent['kind']) => (await store.audit.list({ kind })).length;
  assert.deepEqual(
    [await kept('authorization.refused'), await kept('login.finished'), await kept('eidas.answer-refused')],
    [41, 25, 25],
  );
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query('select reason, count from refusal_counts order by minute, reason');
  await client.end();
  assert.deepEqual(rows, [
    { reason: 'invalid_request', count: 25 },
    { reason: 'invalid_scope', count: 60 },
    { reason: 'invalid_scope', count: 1 },
  ]);
});

test('an event stands exactly when its cause stands', async (t) => {
  const { store } = await openTestStore(t);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.boolean(), { minLength: 1, maxLength: 5 }), async (commits) => {
      for (const commit of commits) {
        const person = personWith();
        const work = store.inTransaction(['persons', 'audit'], async ({ persons, audit }) => {
          await persons.add(person);
          await audit.record(auditEvent({ subject: { kind: 'person', id: person.id } }));
          if (!commit) throw new Error('cut off');
        });
        await work.catch(() => {});
        assert.equal((await store.persons.find(person.id)) !== null, commit);
        assert.equal((await store.audit.list({ subject: person.id })).length, commit ? 1 : 0);
      }
    }),
    { numRuns: 10 },
  );
});

test('nobody changes or removes an event, in no way that the database offers to this program', async (t) => {
  const { store, url } = await openTestStore(t);
  await store.audit.record(auditEvent({ concerned: [{ way: 'shown', person: personWith().id }] }));
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const parts = await client.query<{ name: string }>(
    `select inhrelid::regclass::text as name from pg_inherits
      where inhparent in ('audit_events'::regclass, 'audit_subjects'::regclass) order by 1`,
  );
  const tables = ['audit_events', 'audit_subjects', ...parts.rows.map(({ name }) => name)];
  assert.ok(tables.length >= 4, 'both tables have windows');
  for (const table of tables) {
    const { rowCount } = await client.query(`select from ${table}`);
    for (const statement of [`update ${table} set at = at`, `delete from ${table}`, `truncate ${table}`]) {
      // Without a row there is nothing to refuse: only emptying it is refused even then.
      if (rowCount === 0 && !statement.startsWith('truncate')) continue;
      await assert.rejects(client.query(statement), /never changed or removed/, statement);
    }
  }
  await client.end();
  assert.equal((await store.audit.list()).length, 1);
});

test('events are kept whatever month they fall in, and no upkeep ever drops them', async (t) => {
  const { store, now, moveTo } = await openTestStore(t);
  const start = now();
  for (const days of [0, 40, 400, -400]) {
    moveTo(later(start, days * DAY));
    await store.audit.record(auditEvent());
  }
  await store.upkeep.run(later(start, 20 * 365 * DAY));
  assert.equal((await store.audit.list()).length, 4);
});

test('text out of a request is kept as text', async (t) => {
  const { store } = await openTestStore(t);
  const strange = `'); drop table audit_events; -- " \\ {"$date":1} é`;
  await store.audit.record(auditEvent({ purpose: strange, details: { [strange]: strange } }));
  const [kept] = await store.audit.list();
  assert.equal(kept?.purpose, strange);
  assert.deepEqual(kept?.details, { [strange]: strange });
});
