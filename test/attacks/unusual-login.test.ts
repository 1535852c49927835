import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { Redacted } from '../../src/base/redacted.ts';
import type { DeviceMark, SuspicionPolicy } from '../../src/domain/account/index.ts';
import type { AccountKeyId } from '../../src/domain/account-keys/index.ts';
import type { LoginMeansCode } from '../../src/domain/login-means/index.ts';
import type { Mail } from '../../src/domain/notification/index.ts';
import { accountJobs } from '../../src/processes/wiring/account.ts';
import { workOff } from '../../src/processes/working/work-off.ts';
import { number, openLoginWalk, ownBrowser } from '../support/login-walk.ts';
import { mailSender } from '../support/mail-sender.ts';
import { numberOf, type TestContext } from '../support/open-test-store.ts';
import { tileOf } from '../support/tile-examples.ts';

const log = { info: () => {}, warn: () => {}, error: () => {} };
const means = ['eid', 'csamtotp'] as const;

/** Anna, who logs in by her card or by a code of her government app, in this browser or another. */
async function openScene(context: TestContext, suspicion: SuspicionPolicy) {
  const walk = await openLoginWalk(context, { tiles: [tileOf('eid'), tileOf('csamtotp')], suspicion });
  const { store, now } = walk.test;
  const prove = async (id: Parameters<typeof walk.stateOf>[0], by: LoginMeansCode) => {
    const assurance = by === 'eid' ? ('high' as const) : ('substantial' as const);
    const proves = {
      kind: 'number',
      number: numberOf(number),
      givenNames: 'Anna',
      familyName: 'Müller',
    } as const;
    const proof = { tile: tileOf(by).code, means: by, assurance, at: now(), proves };
    assert.equal((await walk.login.prove(id, ownBrowser, { mark: null, proof })).kind, 'shown');
    return walk.stateOf(id);
  };
  const begin = (mark: string) =>
    walk.begin(
      ownBrowser,
      { means: [...means] },
      {
        device: { mark: mark as DeviceMark, family: { browser: 'firefox', system: 'linux' } },
        language: 'nl',
      },
    );
  const sent: Mail[] = [];
  const work = () =>
    workOff({
      queue: store.outbox,
      mail: {
        send: async (mail) => {
          sent.push(mail);
          return { kind: 'sent' };
        },
        close: () => {},
      },
      jobs: accountJobs({ store, clock: now, sender: mailSender }),
      clock: now,
      log,
    });
  return {
    ...{ walk, store, prove, begin, mails: () => sent },
    /** The worker, until nothing waits. */
    async workAll() {
      while ((await work()) > 0);
    },
  };
}

test('a login in a browser that is new to somebody is told by the worker at the address that is theirs', async (t) => {
  const { begin, prove, store, mails, workAll } = await openScene(t, { newDeviceBelow: null });
  const first = await prove((await begin('laptop')).id, 'eid');
  assert.ok('person' in first);
  await workAll();
  assert.equal(mails().length, 0, 'there was nothing to compare the first login with');
  await store.inTransaction(['accountKeys'], async ({ accountKeys }) => {
    const binding = { by: 'eid', assurance: 'low', counts: 'everywhere' } as const;
    await accountKeys.add({
      key: {
        ...{ id: randomUUID() as AccountKeyId, person: first.person, kind: 'email', name: 'Mail', binding },
        ...{ boundAt: new Date(first.authentication.at), lastUsedAt: null, ended: null },
        address: new Redacted('anna@example.com'),
      },
    });
  });
  await prove((await begin('laptop')).id, 'eid');
  await workAll();
  assert.equal(mails().length, 0, 'the same browser and the same means are nothing new');
  const { id, correlation } = await begin('phone');
  await prove(id, 'eid');
  await workAll();
  assert.deepEqual(
    mails().map(({ to, language }) => [to.reveal(), language]),
    [['anna@example.com', 'nl']],
  );
  const text = mails()
    .map((mail) => mail.text)
    .join();
  for (const told of [correlation, '/account/sessions', 'Firefox']) assert.ok(text.includes(told), told);
});

test('an unusual login asks for the stronger means that the person has, and goes on by it', async (t) => {
  const { begin, prove, walk, store } = await openScene(t, { newDeviceBelow: 'high' });
  await prove((await begin('laptop')).id, 'eid');
  const usual = await prove((await begin('laptop')).id, 'csamtotp');
  assert.ok('person' in usual, 'in a browser that is known the weaker one is enough');
  const { id } = await begin('library');
  const asked = await prove(id, 'csamtotp');
  assert.deepEqual(asked, { kind: 'choosing-means', notice: { kind: 'stronger-means', below: 'high' } });
  const view = await walk.login.show(id, ownBrowser);
  assert.ok(view.kind === 'page' && view.page.kind === 'means');
  assert.equal(view.page.notice?.kind, 'stronger-means');
  assert.deepEqual(await prove(id, 'csamtotp'), asked, 'the same again is no stronger');
  const through = await prove(id, 'eid');
  assert.ok('person' in through);
  assert.equal(through.person, usual.person);
  const events = await store.audit.list();
  assert.equal(events.filter(({ kind }) => kind === 'login.stronger-means-asked').length, 2);
});
