import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openTestStore } from '../../test/support/open-test-store.ts';
import { Redacted } from '../base/redacted.ts';
import { HOUR, later, MINUTE, SECOND } from '../base/time.ts';
import type { Mail } from '../domain/notification/index.ts';
import { backoff } from './outbox.ts';

const BOTH = ['mail', 'job'] as const;
const mail = (subject: string): Mail => ({
  to: new Redacted('anna@example.com'),
  language: 'nl',
  subject,
  text: 'Dag Anna',
  html: null,
  about: null,
  template: null,
});

test('a mail leaves only when the transaction that caused it commits', async (t) => {
  const { store, now } = await openTestStore(t);
  await assert.rejects(
    store.inTransaction(async ({ outbox }) => {
      await outbox.send(mail('never'));
      throw new Error('rolled back');
    }),
  );
  await store.inTransaction(({ outbox }) => outbox.send(mail('kept')));
  const [item, ...others] = await store.outbox.take(BOTH, 10, now());
  assert.equal(others.length, 0);
  assert.ok(item?.content.kind === 'mail');
  assert.equal(item.content.mail.subject, 'kept');
  assert.equal(item.content.mail.to.reveal(), 'anna@example.com');
});

test('two workers never take the same item', async (t) => {
  const { store, now } = await openTestStore(t);
  await store.inTransaction(async ({ outbox }) => {
    for (let index = 0; index < 20; index += 1) await outbox.enqueue('count', { index });
  });
  const taken = (await Promise.all([1, 2, 3, 4].map(() => store.outbox.take(BOTH, 7, now())))).flat();
  assert.equal(taken.length, 20);
  assert.equal(new Set(taken.map(({ id }) => id)).size, 20);
  const payloads = taken.map(({ content }) => (content.kind === 'job' ? content.payload : null));
  assert.ok(payloads.some((payload) => JSON.stringify(payload) === '{"index":13}'));
});

test('who was cut off loses the item to another after the lease, and cannot mark it done', async (t) => {
  const { store, now } = await openTestStore(t);
  await store.inTransaction(({ outbox }) => outbox.send(mail('once')));
  const [first] = await store.outbox.take(BOTH, 1, now());
  assert.deepEqual(await store.outbox.take(BOTH, 1, later(now(), 59 * SECOND)), []);
  const [second] = await store.outbox.take(BOTH, 1, later(now(), MINUTE));
  assert.ok(first && second);
  assert.equal(second.messageId, first.messageId, 'a repetition carries the same id');
  assert.equal(await store.outbox.finish(first, now()), false);
  assert.equal(await store.outbox.finish(second, now()), true);
  assert.equal(await store.outbox.finish(second, now()), false);
  assert.deepEqual(await store.outbox.take(BOTH, 1, later(now(), 24 * HOUR)), []);
});

test('a failure is tried again later and later, and shows when it is stuck', async (t) => {
  const { store, now } = await openTestStore(t);
  await store.inTransaction(({ outbox }) => outbox.send(mail('unlucky')));
  let at = now();
  for (let attempts = 1; attempts <= 5; attempts += 1) {
    assert.deepEqual(await store.outbox.stuck(), []);
    const [item] = await store.outbox.take(BOTH, 1, at);
    assert.equal(item?.attempts, attempts);
    assert.ok(item && (await store.outbox.fail(item, at, 'smtp-550')));
    assert.deepEqual(await store.outbox.take(BOTH, 1, later(at, backoff(attempts) - 1)), []);
    at = later(at, backoff(attempts));
  }
  const [stuck] = await store.outbox.stuck();
  assert.deepEqual(
    { ...stuck, id: '' },
    { id: '', kind: 'mail', attempts: 5, since: now(), lastError: 'smtp-550' },
  );
  assert.equal(backoff(30), HOUR);
});

test('what is done keeps no text, and is forgotten after a month', async (t) => {
  const { store, now } = await openTestStore(t);
  await store.inTransaction(({ outbox }) => outbox.send(mail('done')));
  const [item] = await store.outbox.take(['mail'], 1, now());
  assert.ok(item && (await store.outbox.finish(item, now())));
  assert.equal((await store.upkeep.run(later(now(), 29 * 24 * HOUR))).removed, 0);
  assert.equal((await store.upkeep.run(later(now(), 31 * 24 * HOUR))).removed, 1);
});

test('without a mail server mail waits, and jobs go on', async (t) => {
  const { store, now } = await openTestStore(t);
  await store.inTransaction(async ({ outbox }) => {
    await outbox.send(mail('waits'));
    await outbox.enqueue('count', null);
  });
  const taken = await store.outbox.take(['job'], 10, now());
  assert.deepEqual(
    taken.map(({ content }) => content.kind),
    ['job'],
  );
});
