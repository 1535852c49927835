import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { openTestStore, personWith } from '../../../test/support/open-test-store.ts';
import { later, MINUTE } from '../../base/time.ts';
import type { CountryCode } from '../../domain/eidas-country/index.ts';
import type { AttemptId } from '../../login/index.ts';
import { openStore } from '../index.ts';

async function asServer(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(text);
  await client.end();
}

const CUT = `select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and usename = current_user and pid <> pg_backend_pid()`;

test('a transaction that throws leaves nothing behind and throws on', async (t) => {
  const { store } = await openTestStore(t);
  const person = personWith();
  const work = store.inTransaction(['persons'], async ({ persons }) => {
    await persons.add(person);
    throw new TypeError('mine');
  });
  await assert.rejects(work, TypeError);
  assert.equal(await store.persons.find(person.id), null);
});

test('a statement that failed unnoticed keeps the transaction from committing', async (t) => {
  const { store } = await openTestStore(t);
  const person = personWith();
  const work = store.inTransaction(['persons'], async ({ persons }) => {
    await persons.add(person);
    await persons.add(person).catch(() => {});
  });
  await assert.rejects(work, /rolled back/);
  assert.equal(await store.persons.find(person.id), null);
});

test('statements that are asked for at once answer each to its own question', async (t) => {
  const { store } = await openTestStore(t);
  const people = Array.from({ length: 5 }, () => personWith());
  const found = await store.inTransaction(['persons'], async ({ persons }) => {
    await Promise.all(people.map((person) => persons.add(person)));
    return Promise.all(people.map(({ id }) => persons.find(id)));
  });
  assert.deepEqual(
    found.map((person) => person?.id),
    people.map(({ id }) => id),
  );
  const failing = store.inTransaction(['persons'], ({ persons }) =>
    Promise.all([
      persons.add(personWith()),
      persons.add(people[0] ?? personWith()),
      persons.find(personWith().id),
    ]),
  );
  await assert.rejects(failing, /duplicate key/);
  await store.demoMark.owner();
});

test('a connection that is cut in the middle is an error, once; the next transaction works', async (t) => {
  const { store, url } = await openTestStore(t);
  const person = personWith();
  const work = store.inTransaction(['persons'], async ({ persons }) => {
    await persons.add(person);
    await asServer(url, CUT);
    await persons.find(person.id);
  });
  await assert.rejects(work);
  await store.inTransaction(['persons'], async ({ persons }) => {
    assert.equal(await persons.find(person.id), null, 'nothing of the half is left');
    await persons.add(person);
  });
  await store.demoMark.owner();
});

test('a store does not open on a database that does not answer', async (t) => {
  const { keys, now } = await openTestStore(t);
  await assert.rejects(openStore({ url: 'postgres://x:y@127.0.0.1:1/z', keys, clock: now }), /ECONNREFUSED/);
});

test('what nobody waits for is seen by what comes next, and undone with the rest', async (t) => {
  const { store, now } = await openTestStore(t);
  const answer = { kind: 'cancelled', country: 'DE' as CountryCode } as const;
  const until = later(now(), MINUTE);
  const work = store.inTransaction(['answers'], async ({ answers }) => {
    await answers.keep('handle', { attempt: 'attempt' as AttemptId, answer, receivedAt: now() }, until);
    assert.deepEqual((await answers.find('handle', now()))?.answer, answer);
    throw new TypeError('mine');
  });
  await assert.rejects(work, TypeError);
  await store.inTransaction(['answers'], async ({ answers }) => {
    assert.equal(await answers.find('handle', now()), null);
  });
});

test('what nobody waits for makes the commit fail when it fails', async (t) => {
  const { store, now } = await openTestStore(t);
  const answer = { kind: 'cancelled', country: 'DE' as CountryCode } as const;
  const keep = () =>
    store.inTransaction(['answers'], ({ answers }) =>
      answers.keep(
        'handle',
        { attempt: 'attempt' as AttemptId, answer, receivedAt: now() },
        later(now(), MINUTE),
      ),
    );
  await keep();
  await assert.rejects(keep(), /duplicate key/);
  await store.demoMark.owner();
});
