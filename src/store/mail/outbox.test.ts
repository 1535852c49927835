import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { openTestStore } from '../../../test/support/open-test-store.ts';
import { Redacted } from '../../base/redacted.ts';
import { HOUR, later, MINUTE, SECOND } from '../../base/time.ts';
import type { Mail } from '../../domain/notification/index.ts';
import { openProtection } from '../ground/sealing.ts';
import { backoff } from './outbox-queue.ts';

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
    store.inTransaction(['outbox'], async ({ outbox }) => {
      await outbox.send(mail('never'));
      throw new Error('rolled back');
    }),
  );
  await store.inTransaction(['outbox'], ({ outbox }) => outbox.send(mail('kept')));
  const [item, ...others] = await store.outbox.take(BOTH, 10, now());
  assert.equal(others.length, 0);
  assert.ok(item?.content.kind === 'mail');
  assert.equal(item.content.mail.subject, 'kept');
  assert.equal(item.content.mail.to.reveal(), 'anna@example.com');
});

test('what ends every worker that takes it goes alone, is told as stuck, and is set aside in the end', async (t) => {
  const { store, now } = await openTestStore(t);
  await store.inTransaction(['outbox'], ({ outbox }) => outbox.enqueue('deadly', null));
  const take = async (round: number) => await store.outbox.take(BOTH, 5, later(now(), round * MINUTE));
  for (let round = 0; round < 4; round += 1) assert.equal((await take(round)).length, 1);
  assert.deepEqual(await store.outbox.stuck(), []);
  await take(4);
  const told = async () =>
    (await store.outbox.stuck()).map(({ kind, attempts, lastError }) => [kind, attempts, lastError]);
  assert.deepEqual(await told(), [['job', 5, 'unfinished']]);
  for (let round = 5; round < 9; round += 1) assert.equal((await take(round)).length, 1);
  const [last] = await take(9);
  assert.ok(last);
  assert.deepEqual(await take(10), []);
  assert.deepEqual(await told(), [['job', 11, 'unfinished']]);
  assert.equal((await store.duties.troubles()).jobsAside, 1);
  assert.equal(await store.outbox.retry(last.id, now()), true);
  const [again] = await take(11);
  assert.ok(again && (await store.outbox.finish(again, now())), 'tried by hand, and done in the end');
  assert.deepEqual(await store.outbox.stuck(), []);
});

test('what was taken beside an item that ended the worker does not wait with it again', async (t) => {
  const { store, now } = await openTestStore(t);
  await store.inTransaction(['outbox'], async ({ outbox }) => {
    await outbox.enqueue('deadly', null);
    for (const name of ['a', 'b', 'c']) await outbox.enqueue(name, null);
  });
  const namesOf = (items: readonly { content: { kind: string; name?: string } }[]) =>
    items.map(({ content }) => content.name);
  assert.equal((await store.outbox.take(BOTH, 5, now())).length, 4, 'and all are cut off');
  await store.inTransaction(['outbox'], ({ outbox }) => outbox.send(mail('came later')));
  const done = [];
  // Each worker that gets the deadly one ends; what others get, they finish.
  for (let worker = 0; worker < 6; worker += 1) {
    const items = await store.outbox.take(BOTH, 5, later(now(), MINUTE));
    if (namesOf(items).includes('deadly')) {
      assert.equal(items.length, 1);
      continue;
    }
    for (const item of items) if (await store.outbox.finish(item, now())) done.push(item);
  }
  assert.deepEqual(namesOf(done).sort(), ['a', 'b', 'c', undefined]);
});

test('two workers never take the same item', async (t) => {
  const { store, now } = await openTestStore(t);
  await store.inTransaction(['outbox'], async ({ outbox }) => {
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
  await store.inTransaction(['outbox'], ({ outbox }) => outbox.send(mail('once')));
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
  await store.inTransaction(['outbox'], ({ outbox }) => outbox.send(mail('unlucky')));
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
  await store.inTransaction(['outbox'], ({ outbox }) => outbox.send(mail('done')));
  const [item] = await store.outbox.take(['mail'], 1, now());
  assert.ok(item && (await store.outbox.finish(item, now())));
  assert.equal((await store.upkeep.run(later(now(), 29 * 24 * HOUR))).removed, 0);
  assert.equal((await store.upkeep.run(later(now(), 31 * 24 * HOUR))).removed, 1);
});

test('what cannot be read is set aside, shows, and keeps nothing else from being sent', async (t) => {
  const { store, url, now } = await openTestStore(t);
  await store.inTransaction(['outbox'], async ({ outbox }) => {
    for (const _ of Array(7)) await outbox.send(mail('broken'));
    await outbox.enqueue('broken', null);
    await outbox.send(mail('whole'));
    await outbox.enqueue('whole', null);
  });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  // It ends with the database.
  client.on('error', () => {});
  const spoil = 'set_byte(payload, length(payload) - 1, (get_byte(payload, length(payload) - 1) + 1) % 256)';
  await client.query(`update outbox set payload = ${spoil} where id <= (select min(id) + 7 from outbox)`);

  const taken = [];
  for (let round = 0; round < 3; round += 1) taken.push(...(await store.outbox.take(BOTH, 5, now())));
  const told = taken.map(({ content }) => (content.kind === 'mail' ? content.mail.subject : content.name));
  assert.deepEqual(told.sort(), ['whole', 'whole']);
  const stuck = await store.outbox.stuck();
  assert.deepEqual(
    [stuck.length, new Set(stuck.map(({ lastError }) => lastError))],
    [8, new Set(['unreadable'])],
  );
  assert.equal((await store.outbox.countsByState(now())).stuck, 7);
  assert.equal((await store.outbox.troubled(10)).length, 7);
  assert.equal((await store.duties.troubles()).jobsAside, 1);

  await client.query(
    `update outbox set payload = ${spoil.replace('+ 1', '+ 255')} where set_aside_at is not null`,
  );
  for (const item of taken) assert.equal(await store.outbox.finish(item, now()), true);
  assert.deepEqual(await store.outbox.take(BOTH, 10, later(now(), 24 * HOUR)), []);
  for (const { id } of stuck) assert.equal(await store.outbox.retry(id, now()), true);
  assert.equal((await store.outbox.take(BOTH, 10, now())).length, 8, 'mended and put back, they go');
});

test('without a mail server mail waits, and jobs go on', async (t) => {
  const { store, now } = await openTestStore(t);
  await store.inTransaction(['outbox'], async ({ outbox }) => {
    await outbox.send(mail('waits'));
    await outbox.enqueue('count', null);
  });
  const taken = await store.outbox.take(['job'], 10, now());
  assert.deepEqual(
    taken.map(({ content }) => content.kind),
    ['job'],
  );
});

const CASE = '0b5f3a52-6f53-4a64-9c46-5f1d6c9d7a10';
const about = (subject: string): Mail => ({
  ...mail(subject),
  html: '<p>Dag Anna</p>',
  about: CASE,
  template: 'request-received',
});

test('a mail about a case comes out as it was put in, and the case can tell what became of it', async (t) => {
  const { store, now, moveTo } = await openTestStore(t);
  const sent = about('kept');
  await store.inTransaction(['outbox'], ({ outbox }) => outbox.send(sent));
  const read = () => store.inTransaction(['mails'], ({ mails }) => mails.mailOf(CASE));
  assert.deepEqual(
    (await read()).map(({ id, ...rest }) => rest),
    [
      {
        template: 'request-received',
        language: 'nl',
        createdAt: now(),
        sentAt: null,
        attempts: 0,
        lastError: null,
        bounced: null,
      },
    ],
  );
  const [item] = await store.outbox.take(BOTH, 1, now());
  assert.ok(item?.content.kind === 'mail');
  assert.deepEqual({ ...item.content.mail, to: null }, { ...sent, to: null });
  moveTo(later(now(), SECOND));
  await store.outbox.finish(item, now());
  assert.deepEqual((await read())[0]?.sentAt, now());
  assert.equal((await store.upkeep.run(later(now(), 100 * 24 * HOUR))).removed, 0);
  assert.equal((await store.upkeep.run(later(now(), 366 * 24 * HOUR))).removed, 1);
});

test('a mail that is refused for good is not tried again, the case hears of it, and somebody may send it again', async (t) => {
  const { store, now } = await openTestStore(t);
  await store.inTransaction(['outbox'], ({ outbox }) => outbox.send(about('refused')));
  const [item] = await store.outbox.take(BOTH, 1, now());
  assert.ok(item);
  assert.equal(await store.outbox.bounce(item, now(), 'smtp-550'), true);
  assert.equal(await store.outbox.bounce(item, now(), 'smtp-550'), false);
  const [job, ...others] = await store.outbox.take(BOTH, 10, later(now(), HOUR));
  assert.equal(others.length, 0);
  assert.deepEqual(job?.content, {
    kind: 'job',
    name: 'mail-bounced',
    payload: { about: CASE, mail: item.id, code: 'smtp-550' },
  });
  assert.deepEqual(await store.outbox.countsByState(new Date(0)), {
    waiting: 0,
    stuck: 0,
    bounced: 1,
    sent: 0,
  });
  const [troubled] = await store.outbox.troubled(10);
  assert.deepEqual(
    [troubled?.id, troubled?.about, troubled?.bounced],
    [item.id, CASE, { at: now(), code: 'smtp-550' }],
  );
  assert.doesNotMatch(JSON.stringify(troubled), /anna@/);
  assert.equal(await store.outbox.retry(item.id, now()), true);
  const [again] = await store.outbox.take(['mail'], 1, now());
  assert.equal(again?.messageId, item.messageId);
});

test('a mail that comes back after it was taken is found by the id that it carried, once', async (t) => {
  const { store, now } = await openTestStore(t);
  await store.inTransaction(['outbox'], ({ outbox }) => outbox.send(about('returned')));
  const [item] = await store.outbox.take(BOTH, 1, now());
  assert.ok(item && (await store.outbox.finish(item, now())));
  assert.equal(await store.outbox.bounceByMessageId('not-ours', now(), 'dsn-5.1.1'), 'unknown');
  assert.equal(await store.outbox.bounceByMessageId(item.messageId, now(), 'dsn-5.1.1'), 'bounced');
  assert.equal(await store.outbox.bounceByMessageId(item.messageId, now(), 'dsn-5.1.1'), 'before');
  const [shown] = await store.inTransaction(['mails'], ({ mails }) => mails.mailOf(CASE));
  assert.deepEqual([shown?.sentAt, shown?.bounced?.code], [now(), 'dsn-5.1.1']);
  assert.equal(await store.outbox.retry(item.id, now()), false, 'its text is gone');
});

test('a mail that is stuck can be sent at once, but never while somebody may be at it', async (t) => {
  const { store, now } = await openTestStore(t);
  await store.inTransaction(['outbox'], ({ outbox }) => outbox.send(mail('unlucky')));
  let at = now();
  for (let attempts = 1; attempts <= 6; attempts += 1) {
    const [item] = await store.outbox.take(BOTH, 1, at);
    assert.ok(item && !(await store.outbox.retry(item.id, at)), 'it is under way');
    await store.outbox.fail(item, at, 'smtp-451');
    if (attempts < 6) at = later(at, backoff(attempts));
  }
  const [troubled] = await store.outbox.troubled(10);
  assert.ok(troubled);
  assert.deepEqual(await store.outbox.countsByState(new Date(0)), {
    waiting: 0,
    stuck: 1,
    bounced: 0,
    sent: 0,
  });
  assert.equal(await store.outbox.retry(troubled.id, at), true);
  assert.equal((await store.outbox.take(BOTH, 1, at)).length, 1);
  assert.equal(await store.outbox.retry('1; drop table outbox', at), false);
});

test('the text and address of a mail that came back are forgotten after a month', async (t) => {
  const { store, now } = await openTestStore(t);
  await store.inTransaction(['outbox'], ({ outbox }) => outbox.send(about('refused')));
  const [item] = await store.outbox.take(BOTH, 1, now());
  assert.ok(item && (await store.outbox.bounce(item, now(), 'smtp-550')));
  assert.equal((await store.upkeep.run(later(now(), 31 * 24 * HOUR))).removed, 1);
  assert.equal(await store.outbox.retry(item.id, now()), false);
  assert.equal((await store.outbox.troubled(10)).length, 1, 'that it came back stays');
});

test('a mail that the program before this one put here still leaves', async (t) => {
  const { store, now, keys, url } = await openTestStore(t);
  const protection = openProtection(keys);
  const payload = { to: 'anna@example.com', language: 'fr', subject: 'Bonjour', text: 'Bonjour Anna' };
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    `insert into outbox (kind, name, payload, message_id, created_at, available_at) values ('mail', 'fr', $1, 'old', $2, $2)`,
    [
      protection.seal('outbox.payload', JSON.stringify(['mail', 'old', null]), JSON.stringify(payload)),
      now(),
    ],
  );
  await client.end();
  const [item] = await store.outbox.take(BOTH, 1, now());
  assert.ok(item?.content.kind === 'mail');
  const { to, ...rest } = item.content.mail;
  assert.equal(to.reveal(), 'anna@example.com');
  assert.deepEqual(rest, {
    language: 'fr',
    subject: 'Bonjour',
    text: 'Bonjour Anna',
    html: null,
    about: null,
    template: null,
  });
});
