import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { acting, KLIP, openAccessScene, REASON } from '../../../test/support/access-scene.ts';
import { DAY, later } from '../../base/time.ts';
import { afterWorkingDays } from '../../base/working-days.ts';
import { type AccessRequest, requestDuties } from './index.ts';

type Scene = Awaited<ReturnType<typeof openAccessScene>>;

async function asked(scene: Scene): Promise<AccessRequest> {
  const answer = await scene.ask();
  assert.equal(answer.kind, 'asked');
  return answer.request;
}

describe('somebody who asks an organisation for access', () => {
  test('is told what to expect, and each of those who decide is told once', async (t) => {
    const scene = await openAccessScene(t);
    const answer = await scene.ask();
    assert.equal(answer.kind, 'asked');
    assert.deepEqual([answer.deciders, answer.expectedDays], ['administrators', 3]);
    assert.match(answer.request.reference, /^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    assert.deepEqual(await scene.mailed(), ['access-waits hugo@example.org', 'access-waits pia@example.org']);
    const [listed] = await scene.requests.listOwnRequests({ person: scene.felix });
    assert.deepEqual(
      [listed?.state, listed?.organisationName, listed?.reason],
      ['waiting', 'Example Works NV', REASON],
    );
  });

  test('asks once, however often they send the same, one after the other or at one moment', async (t) => {
    const scene = await openAccessScene(t);
    const answers = await Promise.all(Array.from({ length: 10 }, () => scene.ask()));
    answers.push(await scene.ask());
    assert.equal(answers.filter(({ kind }) => kind === 'asked').length, 1);
    assert.equal(answers.filter(({ kind }) => kind === 'already').length, 10);
    assert.equal(new Set(answers.map((each) => 'request' in each && each.request.id)).size, 1);
    assert.equal((await scene.mailed()).length, 2);
  });

  test('may ask only for a right that is offered, with its context, a day to come and a reason', async (t) => {
    const scene = await openAccessScene(t);
    const wrong = async (typed: Partial<Parameters<Scene['requests']['askAccess']>[0]['typed']>) => {
      const whole = { right: 'KLIPgebruiker', contexts: ['Planaanvrager'], until: '', reason: REASON };
      const answer = await scene.ask({ typed: { ...whole, ...typed } });
      return answer.kind === 'wrong'
        ? answer.errors.map(({ field, code }) => `${field} ${code}`)
        : answer.kind;
    };
    assert.deepEqual(await wrong({ right: 'Beheerder' }), ['right choose']);
    assert.deepEqual(await wrong({ contexts: ['Anders'] }), ['contexts choose']);
    assert.deepEqual(await wrong({ until: '2020-01-01' }), ['until too-soon']);
    assert.deepEqual(await wrong({ until: 'soon' }), ['until not-a-date']);
    assert.deepEqual(await wrong({ reason: 'please' }), ['reason too-short']);
    assert.deepEqual(await wrong({ reason: 'x'.repeat(501) }), ['reason too-long']);
    const nowhere = await scene.ask({ organisation: null });
    assert.deepEqual(nowhere.kind === 'wrong' && nowhere.errors[0]?.field, 'organisation');
    assert.equal(await wrong({}), 'asked');
  });

  test('may ask to be registered as somebody who works there, unless they do', async (t) => {
    const scene = await openAccessScene(t);
    const typed = { right: '', contexts: [], until: '', reason: REASON };
    const answer = await scene.ask({ application: null, typed });
    assert.equal(answer.kind === 'asked' && answer.request.wish.kind, 'work-relation');
    const known = await scene.ask({ person: scene.pia, application: null, typed });
    assert.deepEqual(known.kind === 'wrong' && known.errors[0]?.code, 'already-has');
  });

  test('answers what they are asked, and takes the request back', async (t) => {
    const scene = await openAccessScene(t);
    const { id } = await asked(scene);
    await scene.mailed();
    const { requests, felix, pia, organisation } = scene;
    const question = { by: acting(pia, organisation), request: id, text: 'For which sites is this?' };
    assert.equal((await requests.askAsker(question)).kind, 'questioned');
    assert.equal((await requests.answerQuestion({ person: felix, request: id, text: '' })).kind, 'wrong');
    const other = await requests.answerQuestion({ person: pia, request: id, text: 'For all.' });
    assert.equal(other.kind, 'unknown-request', 'nobody answers for another');
    assert.equal(
      (await requests.answerQuestion({ person: felix, request: id, text: 'For all.' })).kind,
      'answered',
    );
    assert.equal((await scene.mailed()).length, 2, 'those who decide hear of the answer');
    const view = await requests.viewOwnRequest({ person: felix, request: id });
    assert.deepEqual(
      view?.request.messages.map(({ from, text }) => [from, text]),
      [
        ['decider', 'For which sites is this?'],
        ['asker', 'For all.'],
      ],
    );
    assert.equal((await requests.withdrawRequest({ person: felix, request: id })).kind, 'withdrawn');
    assert.equal((await requests.withdrawRequest({ person: felix, request: id })).kind, 'over');
    assert.equal((await scene.ask()).kind, 'asked', 'and may ask anew');
  });
});

describe('somebody who decides about a request', () => {
  test('refuses it with a reason; whoever comes second hears who was first', async (t) => {
    const scene = await openAccessScene(t);
    const { id } = await asked(scene);
    const { requests, pia, hugo, organisation } = scene;
    const refuse = (person: typeof pia) =>
      requests.refuseRequest({
        by: acting(person, organisation),
        request: id,
        reason: 'Ask your own employer for this.',
        remedy: '',
      });
    const answers = await Promise.all([refuse(pia), refuse(hugo)]);
    assert.deepEqual(answers.map(({ kind }) => kind).sort(), ['already-decided', 'refused']);
    const second = answers.find(({ kind }) => kind === 'already-decided');
    assert.match((second?.kind === 'already-decided' && second.name) || '', /^(Pia|Hugo) /);
  });

  test('is nobody but an administrator of that organisation, and never the asker', async (t) => {
    const scene = await openAccessScene(t);
    const { id } = await asked(scene);
    const { requests, felix, lars, organisation, other } = scene;
    const stranger = await scene.worker('Otto', other);
    const refuse = (person: typeof felix) =>
      requests.refuseRequest({ by: acting(person, organisation), request: id, reason: REASON, remedy: '' });
    assert.equal((await refuse(stranger)).kind, 'unknown-request');
    assert.equal((await refuse(felix)).kind, 'unknown-request');
    assert.equal((await refuse(lars)).kind, 'refused', 'the law lets a legal representative decide');
  });

  test('never decides about their own request: the others do', async (t) => {
    const scene = await openAccessScene(t);
    const own = await scene.ask({ person: scene.pia, application: KLIP });
    assert.ok(own.kind === 'asked');
    assert.deepEqual(await scene.mailed(), ['access-asked pia@example.org', 'access-waits hugo@example.org']);
    const decided = await scene.requests.refuseRequest({
      by: acting(scene.pia, scene.organisation),
      request: own.request.id,
      reason: REASON,
      remedy: '',
    });
    assert.equal(decided.kind, 'unknown-request');
  });
});

const atWork = { type: 'permanent', email: 'felix@example.org', phone: '', jobTitle: '' } as const;

describe('a request that is approved', () => {
  test('gives what the administrator chose, with a work relation to whoever had none, and tells them', async (t) => {
    const scene = await openAccessScene(t);
    const { id } = await asked(scene);
    await scene.mailed();
    const { requests, felix, pia, organisation } = scene;
    const by = acting(pia, organisation);
    const typed = { right: 'KLIPgebruiker', contexts: ['Raadpleger'], until: '' };
    const nowhere = { ...atWork, email: '' };
    const wrong = await requests.approveRequest({ by, request: id, typed, note: '', relation: nowhere });
    assert.deepEqual(wrong.kind === 'wrong' && wrong.errors.map(({ field }) => field), ['email']);
    const approved = await requests.approveRequest({
      by,
      request: id,
      typed,
      note: 'Hello',
      relation: atWork,
    });
    assert.equal(approved.kind, 'approved');
    const { held } = await requests.viewOwnAccess({ person: felix });
    assert.deepEqual(
      held.map(({ relation, rights }) => [
        relation.userType,
        rights.map(({ contexts, given }) => [contexts, given.as]),
      ]),
      [['permanent', [[['Raadpleger'], 'request']]]],
    );
    assert.ok((await scene.mailed()).includes('access-granted felix@example.org'));
    const again = await scene.ask({
      typed: { right: 'KLIPgebruiker', contexts: ['Raadpleger'], until: '', reason: REASON },
    });
    assert.deepEqual(again.kind === 'wrong' && again.errors[0]?.code, 'already-has');
  });

  test('waits for another administrator where the right needs two: one human is not two', async (t) => {
    const scene = await openAccessScene(t);
    const { requests, felix, pia, hugo, organisation } = scene;
    const typed = { right: 'KLIPsleutel', contexts: [], until: '' };
    const own = await scene.ask({ typed: { ...typed, reason: REASON } });
    assert.ok(own.kind === 'asked');
    const first = { by: acting(pia, organisation), note: '', relation: atWork, typed };
    assert.equal((await requests.approveRequest({ ...first, request: own.request.id })).kind, 'needs-second');
    const nothing = await requests.viewOwnAccess({ person: felix });
    assert.deepEqual(
      nothing.held.flatMap(({ rights }) => rights),
      [],
      'nothing counts yet',
    );
    const by = acting(hugo, organisation);
    const waiting = await requests.listOpenRequests({ by, organisation: organisation.id, after: null });
    const second = waiting?.requests.find(({ wish }) => wish.kind === 'second-administrator');
    assert.ok(second);
    assert.equal((await requests.approveRequest({ ...first, request: second.id })).kind, 'unknown-request');
    const agreed = await requests.approveRequest({ ...first, by, request: second.id });
    assert.equal(agreed.kind, 'approved');
    const { held, requests: all } = await requests.viewOwnAccess({ person: felix });
    assert.deepEqual(
      held.flatMap(({ rights }) => rights.map(({ right }) => right)),
      ['KLIPsleutel'],
    );
    assert.deepEqual(
      all.map(({ state }) => state),
      ['approved'],
      'what they asked ends with it',
    );
  });
});

describe('a request about which nobody decides', () => {
  test('is told to those who decide, and then to those above them, each once, and ends', async (t) => {
    const scene = await openAccessScene(t);
    const begun = scene.now();
    const { id } = await asked(scene);
    await scene.mailed();
    const failed: unknown[] = [];
    const [duty] = requestDuties(scene.world, (each) => failed.push(each));
    const on = async (moment: Date) => {
      scene.moveTo(moment);
      for (const _ of [1, 2]) await duty?.run(scene.now());
      return scene.mailed();
    };
    assert.deepEqual(await on(afterWorkingDays(begun, 2)), []);
    const reminded = ['access-waits-long hugo@example.org', 'access-waits-long pia@example.org'];
    assert.deepEqual(await on(afterWorkingDays(begun, 3)), reminded);
    const above = ['access-waits-long hugo@example.org', 'access-waits-long lars@example.org'];
    assert.deepEqual(await on(afterWorkingDays(begun, 5)), above);
    await on(afterWorkingDays(begun, 10));
    assert.deepEqual(await on(later(begun, 120 * DAY)), []);
    const view = await scene.requests.viewOwnRequest({ person: scene.felix, request: id });
    assert.equal(view?.request.state, 'expired');
    assert.deepEqual(failed, []);
  });
});
