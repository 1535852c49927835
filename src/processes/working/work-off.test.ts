import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openTestStore } from '../../../test/support/open-test-store.ts';
import { Redacted } from '../../base/redacted.ts';
import { HOUR, later, MINUTE } from '../../base/time.ts';
import type { Mail } from '../../domain/notification/index.ts';
import type { MailDoor, MailOutcome } from '../../outside/mail/open-mail.ts';
import { workOff } from './work-off.ts';

const log = { info: () => {}, warn: () => {}, error: () => {} };
const welcome: Mail = {
  to: new Redacted('anna@example.com'),
  language: 'nl',
  subject: 'Dag',
  text: 'Dag',
  html: null,
  about: null,
  template: null,
};

/** A mail server that answers as told and counts the ids it saw. */
function doorThat(answers: (count: number) => MailOutcome): MailDoor & { readonly seen: string[] } {
  const seen: string[] = [];
  return {
    seen,
    send: async (_mail, messageId) => answers(seen.push(messageId)),
    close: () => {},
  };
}

test('a mail that fails once is sent at the next try, under the same id, and then never again', async (t) => {
  const { store, now, moveTo } = await openTestStore(t);
  await store.inTransaction(['outbox'], ({ outbox }) => outbox.send(welcome));
  const mail = doorThat((count) => (count === 1 ? { kind: 'failed', code: 'smtp-451' } : { kind: 'sent' }));
  const work = () => workOff({ queue: store.outbox, mail, jobs: {}, clock: now, log });
  assert.equal(await work(), 1);
  assert.equal(await work(), 0);
  moveTo(later(now(), MINUTE));
  assert.equal(await work(), 1);
  moveTo(later(now(), 90 * MINUTE));
  assert.equal(await work(), 0);
  assert.equal(mail.seen.length, 2);
  assert.equal(mail.seen[0], mail.seen[1]);
});

test('a job runs with its payload; one that throws or is unknown waits for another try', async (t) => {
  const { store, now } = await openTestStore(t);
  await store.inTransaction(['outbox'], async ({ outbox }) => {
    await outbox.enqueue('good', { number: 1 });
    await outbox.enqueue('bad', {});
    await outbox.enqueue('unknown', {});
  });
  const ran: unknown[] = [];
  const jobs = {
    good: async (payload: unknown) => void ran.push(payload),
    bad: async () => {
      throw new TypeError('with a secret inside');
    },
  };
  const warned: unknown[] = [];
  const bench = {
    queue: store.outbox,
    mail: null,
    jobs,
    clock: now,
    log: { info: () => {}, warn: (about: unknown) => void warned.push(about) },
  };
  assert.equal(await workOff(bench as never), 3);
  assert.deepEqual(ran, [{ number: 1 }]);
  assert.equal(warned.length, 2);
  assert.doesNotMatch(JSON.stringify(warned), /secret/);
});

test('a mail that is refused for good is not tried again', async (t) => {
  const { store, now } = await openTestStore(t);
  await store.inTransaction(['outbox'], ({ outbox }) => outbox.send(welcome));
  const mail = doorThat(() => ({ kind: 'refused', code: 'smtp-550' }));
  const work = (clock = now) => workOff({ queue: store.outbox, mail, jobs: {}, clock, log });
  assert.equal(await work(), 1);
  assert.equal(await work(() => later(now(), 24 * HOUR)), 0);
  assert.deepEqual(await store.outbox.countsByState(new Date(0)), {
    waiting: 0,
    stuck: 0,
    bounced: 1,
    sent: 0,
  });
});

test('a mail whose sending cannot be written down yet is not sent again: the writing is', async (t) => {
  const { store, now } = await openTestStore(t);
  await store.inTransaction(['outbox'], ({ outbox }) => outbox.send(welcome));
  const mail = doorThat(() => ({ kind: 'sent' }));
  let breaks = 1;
  const queue = {
    ...store.outbox,
    finish: async (...given: Parameters<typeof store.outbox.finish>) => {
      if (breaks-- > 0) throw new Error('the database is away');
      return store.outbox.finish(...given);
    },
  };
  assert.equal(await workOff({ queue, mail, jobs: {}, clock: now, log }), 1);
  assert.equal(mail.seen.length, 1);
  assert.equal((await store.outbox.countsByState(new Date(0))).sent, 1);
});
