import assert from 'node:assert/strict';
import test, { beforeEach, describe } from 'node:test';
import { answerStatus, type Behaviour, writeList } from '../../../../simulators/authority/answer-status.ts';
import {
  Extension,
  issueCertificate,
  purposes,
  X509CrlGenerator,
} from '../../../../simulators/authority/issue-certificate.ts';
import { fetched, openCardScene } from '../../../../test/support/card-scene.ts';
import { HOUR, later } from '../../../base/time.ts';
import type { FetchedStatus } from './open-revocation.ts';

const scene = await openCardScene();
const { at, belgium, plan, citizen } = scene;
const serial = citizen.certificate.serialNumber;
const nowhere = (): FetchedStatus => ({ kind: 'failed', reason: 'unreachable' });
const good = { kind: 'proven' };
const { citizens: issuer, citizensResponder } = belgium;

/** Nobody revoked, an honest responder, and no list of citizens: what the responder says decides. */
beforeEach(() => {
  plan.now = at;
  plan.behaviour = 'honest';
  plan.revoked = [];
  plan.answer = null;
  plan.list = (address) => (address.includes('citizens') ? nowhere() : null);
  plan.asked.length = 0;
});

async function outcome(revocation = scene.open(), whenSilent: 'refuse' | 'accept-cached' = 'refuse') {
  const verified = await scene.verify(citizen, [issuer], { whenSilent }, revocation);
  if (verified.kind === 'proven') return good;
  return { code: verified.code, told: verified.told ?? [] };
}

const unknown = (...told: readonly string[]) => ({ code: 'certificate.status-unknown', told });

describe('a responder', () => {
  test('that says good lets a card in, and one that says revoked does not', async () => {
    assert.deepEqual(await outcome(), good);
    plan.revoked = [serial];
    assert.deepEqual(await outcome(), { code: 'certificate.revoked', told: [] });
  });

  const answers: readonly (readonly [Behaviour, string])[] = [
    ['old', 'too-old'],
    ['other-certificate', 'other-certificate'],
    ['broken-signature', 'signature'],
    ['other-nonce', 'nonce'],
    ['try-later', 'not-successful'],
    ['unknown', 'unknown'],
  ];
  for (const [behaviour, why] of answers) {
    test(`whose answer is ${behaviour} says nothing, after its honest answer was taken`, async () => {
      assert.deepEqual(await outcome(), good);
      plan.behaviour = behaviour;
      assert.deepEqual(await outcome(), unknown(`ocsp ${why}`, 'list unreachable'));
    });
  }

  test('that repeats no nonce is believed while its answer is young, and no longer than the setting says', async () => {
    plan.behaviour = 'no-nonce';
    assert.deepEqual(await outcome(), good);
    const old = later(at, -30 * HOUR);
    plan.answer = (question) => {
      const answer = answerOf(question, citizensResponder, old);
      return fetched(answer);
    };
    assert.deepEqual(await outcome(), unknown('ocsp too-old', 'list unreachable'));
  });

  const strangers: readonly (readonly [string, () => ReturnType<typeof issueCertificate>])[] = [
    ['has no certificate for that', () => delegate({ purposes: [purposes.client] })],
    ['has one of another authority', () => delegate({ issuer: belgium.foreigners })],
    ['has one that has expired', () => delegate({ days: [-10, -1] })],
    ['is a card', async () => citizen],
    ['has one whose own status is to be asked', () => delegate({ responder: 'http://status.example/x' })],
    ['is the root of the authority alone', async () => belgium.root],
  ];
  for (const [what, make] of strangers) {
    test(`that ${what} does not speak for the authority, after the right one did`, async () => {
      assert.deepEqual(await outcome(), good);
      const signer = await make();
      plan.answer = (question) => fetched(answerOf(question, signer, at));
      assert.deepEqual(await outcome(), unknown('ocsp responder', 'list unreachable'));
    });
  }

  test('may be the authority itself', async () => {
    plan.answer = (question) => fetched(answerOf(question, issuer, at));
    assert.deepEqual(await outcome(), good);
  });

  test('that answers with rubbish, or with far too much, is not read further', async () => {
    assert.deepEqual(await outcome(), good);
    for (const [bytes, why] of [
      [Buffer.from('<html>'), 'malformed'],
      [Buffer.alloc(0), 'malformed'],
      [Buffer.alloc(30_000, 0x30), 'too-large'],
    ] as const) {
      plan.answer = () => fetched(bytes);
      assert.deepEqual(await outcome(), unknown(`ocsp ${why}`, 'list unreachable'));
    }
  });

  test('is asked once while its answer holds, and again afterwards', async () => {
    const revocation = scene.open();
    for (let time = 0; time < 3; time += 1) assert.deepEqual(await outcome(revocation), good);
    assert.equal(plan.asked.filter((each) => each.includes('/ocsp/')).length, 1);
    plan.now = later(at, 6 * HOUR);
    plan.revoked = [serial];
    assert.deepEqual(await outcome(revocation), { code: 'certificate.revoked', told: [] });
  });
});

describe('a list of revoked certificates', () => {
  beforeEach(() => {
    plan.answer = nowhere;
    plan.list = null;
  });

  test('says who is revoked where no responder answers, fetched once for everybody', async () => {
    const revocation = scene.open();
    assert.deepEqual(await Promise.all([outcome(revocation), outcome(revocation)]), [good, good]);
    assert.equal(plan.asked.filter((each) => each.includes('citizens.crl')).length, 1);
    plan.revoked = ['1234', serial];
    assert.deepEqual(await outcome(), { code: 'certificate.revoked', told: [] });
  });

  const wholeList = (changes: object, signer = issuer) =>
    X509CrlGenerator.create({
      issuer: issuer.certificate.subjectName.toJSON(),
      thisUpdate: later(at, -HOUR),
      nextUpdate: later(at, HOUR),
      signingAlgorithm: { name: 'ECDSA', hash: 'SHA-256' },
      signingKey: signer.key,
      ...changes,
    });
  const critical = (oid: string, ...bytes: number[]) => new Extension(oid, true, new Uint8Array(bytes));
  const forged: readonly (readonly [string, object, string])[] = [
    ['is too old', { nextUpdate: later(at, -1) }, 'too-old'],
    ['is of the future', { thisUpdate: later(at, HOUR) }, 'not-yet'],
    [
      'names another authority',
      { issuer: belgium.foreigners.certificate.subjectName.toJSON() },
      'other-issuer',
    ],
    ['is one of changes', { extensions: [critical('2.5.29.27', 2, 1, 1)] }, 'partial'],
    [
      'speaks of authorities alone',
      { extensions: [critical('2.5.29.28', 0x30, 3, 0x82, 1, 0xff)] },
      'partial',
    ],
    [
      'says something critical that nobody knows',
      { extensions: [critical('1.3.6.1.4.1.99999.1', 5, 0)] },
      'partial',
    ],
  ];
  for (const [what, changes, why] of forged) {
    test(`that ${what} says nothing, after an honest one was taken`, async () => {
      const lists = { honest: await wholeList({}), other: await wholeList(changes) };
      plan.list = listOf(lists.honest.rawData);
      assert.deepEqual(await outcome(), good);
      plan.list = listOf(lists.other.rawData);
      assert.deepEqual(await outcome(), unknown('ocsp unreachable', `list ${why}`));
    });
  }

  test('that somebody else signed, or that is cut off, says nothing', async () => {
    const signed = await wholeList({}, belgium.foreigners);
    plan.list = listOf(signed.rawData);
    assert.deepEqual(await outcome(), unknown('ocsp unreachable', 'list signature'));
    plan.list = listOf((await writeList(issuer, [], at)).subarray(0, 100));
    assert.deepEqual(await outcome(), unknown('ocsp unreachable', 'list malformed'));
  });

  test('takes its place too for the authority between: one that the root revoked opens nothing', async () => {
    assert.deepEqual(await outcome(), good);
    plan.revoked = [issuer.certificate.serialNumber];
    assert.deepEqual(await outcome(), { code: 'certificate.revoked', told: [] });
  });
});

describe('when neither a responder nor a list answers', () => {
  test('nobody gets in, and each address is left in peace for a while', async () => {
    plan.answer = nowhere;
    const revocation = scene.open();
    assert.deepEqual(await outcome(revocation), unknown('ocsp unreachable', 'list unreachable'));
    const asked = plan.asked.length;
    assert.deepEqual(await outcome(revocation), unknown('list unreachable'));
    assert.equal(plan.asked.length, asked);
  });

  test('who was good before gets in for a day where the agreement says so, and who was revoked never', async () => {
    const revocation = scene.open();
    assert.deepEqual(await outcome(revocation, 'accept-cached'), good);
    plan.answer = nowhere;
    plan.list = (address) => (address.includes('citizens') ? nowhere() : null);
    plan.now = later(at, 20 * HOUR);
    assert.deepEqual(await outcome(revocation), unknown('ocsp unreachable', 'list unreachable'));
    assert.deepEqual(await outcome(revocation, 'accept-cached'), good);
    plan.now = later(at, 40 * HOUR);
    assert.equal('code' in (await outcome(revocation, 'accept-cached')), true);

    plan.now = at;
    plan.answer = null;
    plan.revoked = [serial];
    const strict = scene.open();
    assert.deepEqual(await outcome(strict, 'accept-cached'), { code: 'certificate.revoked', told: [] });
    plan.answer = nowhere;
    plan.now = later(at, 20 * HOUR);
    assert.deepEqual(await outcome(strict, 'accept-cached'), { code: 'certificate.revoked', told: [] });
  });
});

function answerOf(question: Uint8Array, signer: typeof issuer, moment: Date): Uint8Array {
  const behaviour = moment < at ? 'no-nonce' : 'honest';
  const holds = moment < at ? 100 * HOUR : 6 * HOUR;
  return answerStatus(question, { issuer, signer, isRevoked: () => false, holds }, behaviour, moment);
}

function listOf(bytes: ArrayBuffer | Uint8Array) {
  return (address: string) => (address.includes('citizens') ? fetched(new Uint8Array(bytes)) : null);
}

function delegate(changes: Partial<Parameters<typeof issueCertificate>[0]>) {
  return issueCertificate({
    subject: [{ CN: ['Responder'] }],
    at,
    issuer,
    purposes: [purposes.ocsp],
    ...changes,
  });
}
