import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { auditEvent } from '../../../test/support/audit-example.ts';
import {
  linkTo,
  numberOf,
  openTestStore,
  personWith,
  testKeys,
} from '../../../test/support/open-test-store.ts';
import { identifierOf, storedCase } from '../../../test/support/stored-case.ts';
import { Redacted } from '../../base/redacted.ts';
import type { Concerned } from '../../domain/audit/index.ts';
import { openProtection } from '../ground/sealing.ts';
import { auditIn } from './audit.ts';

const LAST = '9223372036854775807';

test('who looked at somebody is found by the person, by every number of theirs and by their request', async (t) => {
  const { store, now } = await openTestStore(t);
  const [old, current, ofNobody] = ['85473000149', '85073003328', '98072899764'].map(numberOf);
  const person = personWith({ number: old ?? null });
  const request = storedCase();
  const identifier = identifierOf(request);
  assert.ok(old && current && ofNobody);
  await store.inTransaction(['persons', 'cases', 'links'], async (stores) => {
    await stores.persons.add(person);
    await stores.persons.replaceNumber(person.id, current, new Date(now().getTime() + 1));
    await stores.cases.add(request);
    await stores.links.add({
      ...linkTo(person.id, identifier),
      country: request.applicant.identity?.country ?? ('DE' as never),
    });
  });
  const looks: readonly (readonly [purpose: string, concerned: readonly Concerned[]])[] = [
    ['as a person', [{ way: 'shown', person: person.id }]],
    ['as an applicant', [{ way: 'listed', applicantOf: request.id }]],
    ['by the old number', [{ way: 'candidate', number: old.digits }]],
    ['by the number', [{ way: 'revealed', number: current.digits }]],
    [
      'as all three',
      [
        { way: 'shown', applicantOf: request.id },
        { way: 'candidate', number: current.digits },
        { way: 'shown', person: person.id },
      ],
    ],
    ['somebody else', [{ way: 'shown', number: ofNobody.digits }]],
    ['nobody', []],
  ];
  for (const [purpose, concerned] of looks)
    await store.audit.record(
      auditEvent({ purpose, concerned, reason: new Redacted(`because of ${purpose}`) }),
    );
  const own = ['as all three', 'by the number', 'by the old number', 'as an applicant', 'as a person'];
  for (const who of [
    { person: person.id },
    { number: old.digits },
    { number: current.digits },
    { reference: request.reference },
  ])
    assert.deepEqual(
      (await store.audit.looks.at(who))?.map(({ purpose }) => purpose),
      own,
    );
  const [newest] = (await store.audit.looks.at({ person: person.id }, { limit: 1 })) ?? [];
  assert.deepEqual(newest?.ways, ['candidate', 'shown']);
  assert.equal(newest?.reason?.reveal(), 'because of as all three');
  const rest = await store.audit.looks.at({ person: person.id }, { before: newest?.id, limit: 2 });
  assert.deepEqual(
    rest?.map(({ purpose }) => purpose),
    own.slice(1, 3),
  );
  assert.deepEqual((await store.audit.looks.at({ number: ofNobody.digits }))?.length, 1);
  assert.equal(await store.audit.looks.at({ reference: 'SLU-2222-2222' }), null);
  assert.equal(await store.audit.looks.at({ person: request.id }), null);
});

test('an event is one statement, however many it concerns, and names each once', async () => {
  const sent: { name: string; values: readonly unknown[] }[] = [];
  const never = () => assert.fail('nothing is asked');
  const trail = auditIn({
    queries: {
      all: never,
      first: never,
      change: never,
      changeUnheard: never,
      changeSurely: never,
      gather: async (gathering, items) => {
        const { statement, values } = gathering(items);
        sent.push({ name: statement.name, values });
      },
    },
    protection: openProtection(testKeys()),
    clock: () => new Date(0),
    numbersAfter: 0,
    ensurePartition: async () => {},
    changed: [],
  });
  const people = Array.from({ length: 500 }, () => personWith().id);
  const concerned = [...people, ...people].map((person) => ({ way: 'listed', person }) as const);
  await trail.record(auditEvent({ concerned }), auditEvent());
  assert.deepEqual(
    sent.map(({ name }) => name),
    ['audit.record_concerned'],
  );
  const [event] = JSON.parse(String(sent[0]?.values[0])) as { concerned: unknown[] }[];
  assert.equal(event?.concerned.length, people.length);
});

test('events without anybody else are written as before, also beside those that concern many', async (t) => {
  const { store } = await openTestStore(t);
  const person = personWith();
  await store.audit.record(
    auditEvent({ concerned: [{ way: 'shown', person: person.id }] }),
    auditEvent({ kind: 'login.ended' }),
  );
  assert.deepEqual(
    (await store.audit.list()).map(({ kind }) => kind),
    ['login.finished', 'login.ended'],
  );
});

test('looks at somebody are found by an index, however many there are at others', async (t) => {
  const { store, url } = await openTestStore(t);
  const [one, other] = [personWith(), personWith()];
  await store.inTransaction(['persons'], ({ persons }) => persons.add(one));
  await store.audit.record(auditEvent({ concerned: [{ way: 'shown', person: one.id }] }));
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    `insert into audit_subjects (event, at, place, way, person)
      select 1000000 + n, (select max(at) from audit_events), 0, 'shown', $1 from generate_series(1, 20000) n`,
    [other.id],
  );
  await client.query('analyze audit_subjects');
  const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
    `explain (analyze, buffers, format json)
      select event from audit_subjects where person = '${one.id}' and event < ${LAST} order by event desc limit 100`,
  );
  const read = (plan: Plan): number => plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
  const [plan] = rows[0]?.['QUERY PLAN'] ?? [];
  assert.ok(plan && read(plan.Plan) < 20, 'a handful of pages of an index');
  assert.equal((await store.audit.looks.at({ person: one.id }))?.length, 1);
  await client.end();
});

type Plan = { 'Shared Hit Blocks': number; 'Shared Read Blocks': number };
