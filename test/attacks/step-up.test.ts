import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Application, ApplicationId } from '../../src/domain/application/index.ts';
import { assuranceLevels, isAtLeast } from '../../src/domain/assurance/index.ts';
import { capacitiesOf } from '../../src/domain/capacity/index.ts';
import {
  acrOf,
  isEnough,
  type LoginMeansCode,
  loginMeans,
  loginMeansCodes,
  type Tile,
} from '../../src/domain/login-means/index.ts';
import type { NationalNumber, PersonId } from '../../src/domain/person/index.ts';
import type { Attempt, AttemptId, Proof, Proves } from '../../src/login/index.ts';
import { judge } from '../../src/login/means/lead-on.ts';
import { application } from '../support/application-example.ts';
import * as capacity from '../support/capacity-examples.ts';
import {
  identity,
  type LoginWalk,
  openLoginWalk,
  ownBrowser,
  registeredAnna,
} from '../support/login-walk.ts';
import { numberOf, personWith } from '../support/open-test-store.ts';
import { tileOf } from '../support/tile-examples.ts';

/** A tile for each means: which of them belong together is not what these tests are about. */
const tiles: readonly Tile[] = loginMeansCodes.map((means) => tileOf(means, { kind: 'passkey' }));

/** What a means says at most, of this person. */
function provesOf(means: LoginMeansCode, person: PersonId, number: NationalNumber): Proves {
  const { proves } = loginMeans[means];
  if (proves === 'identity') return { kind: 'identity', identity };
  if (proves === 'account') return { kind: 'account', person, key: person, organisation: null };
  return { kind: 'number', number, givenNames: 'Anna', familyName: 'Mueller' };
}

const at = new Date('2026-11-30T12:00:00Z');
const somebody = '3f6d7a52-1111-4222-8333-0123456789ab' as PersonId;

describe('whatever means, level, application and session meet', () => {
  test('nothing counts for more than was proved, and nothing is taken that the application does not', () => {
    let accepted = 0;
    for (const means of loginMeansCodes) {
      for (const proved of assuranceLevels) {
        for (const asked of assuranceLevels) {
          for (const allowed of [...loginMeansCodes.map((each) => [each]), loginMeansCodes, []]) {
            const proof: Proof = {
              tile: tileOf(means).code,
              means,
              assurance: proved,
              at,
              proves: provesOf(means, somebody, numberOf('95501799861')),
            };
            const attempt = { request: { means: allowed } } as unknown as Attempt;
            const judged = judge(
              { tiles, attempt, application: { ...application('klip'), assurance: asked } },
              proof,
            );
            const case_ = `${means} at ${proved} for ${allowed.join()} at ${asked}`;
            const reached = isAtLeast(proved, loginMeans[means].assurance)
              ? loginMeans[means].assurance
              : proved;
            const isTaken =
              allowed.includes(means) || (means === 'eidashigh' && allowed.includes('eidassubstantial'));
            const isEnoughHere = means === 'staffkey' ? reached === 'substantial' : isAtLeast(reached, asked);
            assert.equal(judged.kind === 'enough', isTaken && isEnoughHere, case_);
            if (judged.kind !== 'enough') continue;
            accepted += 1;
            assert.equal(judged.authentication.means, means, case_);
            assert.equal(judged.authentication.assurance, reached, case_);
          }
        }
      }
    }
    assert.ok(accepted > 0);
  });

  test('a session is enough only for what its own proof would be enough for', () => {
    for (const means of loginMeansCodes) {
      for (const assurance of assuranceLevels) {
        for (const asked of loginMeansCodes) {
          for (const level of assuranceLevels) {
            const isKnown = isEnough({ means, assurance }, [asked], level);
            const sameKey = means === asked || (means === 'eidashigh' && asked === 'eidassubstantial');
            assert.equal(
              isKnown,
              sameKey && (means === 'staffkey' ? assurance === 'substantial' : isAtLeast(assurance, level)),
              `${means} ${assurance} ${asked} ${level}`,
            );
          }
        }
      }
    }
  });

  test('no two means have the same name, and none of ours is named as one of ACM', () => {
    assert.equal(new Set(loginMeansCodes.map(acrOf)).size, loginMeansCodes.length);
  });
});

/** Two people who are known, and a login of somebody whose session is too weak. */
async function openStepUpWalk(t: Parameters<typeof openLoginWalk>[0]) {
  const walk = await openLoginWalk(t, { tiles });
  const { store } = walk.test;
  const low: Application = { ...application('low'), id: 'low' as ApplicationId, assurance: 'low' };
  await store.inTransaction(['applications'], ({ applications }) => applications.put(low));
  const [first, second] = await store.inTransaction(['persons'], async ({ persons }) => [
    await persons.add(personWith({ number: numberOf('95501799861') })),
    await persons.add(personWith({ number: numberOf('85073003328') })),
  ]);
  assert.ok(first && second);
  const begin = async (stepUp: Attempt['request']['stepUp'], application: ApplicationId = low.id) => {
    const asked = { scopes: ['openid'], means: loginMeansCodes, stepUp: stepUp ?? null };
    return (await walk.begin(ownBrowser, asked, { application })).id;
  };
  const prove = (id: AttemptId, means: LoginMeansCode, person: typeof first, change: Partial<Proof> = {}) => {
    const proof: Proof = {
      tile: tileOf(means).code,
      means,
      assurance: loginMeans[means].assurance,
      at: walk.test.now(),
      proves: provesOf(means, person.id, person.number ?? numberOf('95501799861')),
      ...change,
    };
    return walk.login.prove(id, ownBrowser, { mark: null, proof });
  };
  return { walk, low, first, second, begin, prove };
}

function sessionOf(person: PersonId, means: LoginMeansCode): NonNullable<Attempt['request']['stepUp']> {
  return { person, authentication: { means, assurance: 'low', at, country: null } };
}

async function personIn(walk: LoginWalk, id: AttemptId): Promise<string> {
  const state = await walk.stateOf(id);
  return 'person' in state ? `${state.kind} ${state.person}` : state.kind;
}

describe('a session that is too weak', () => {
  test('is risen by its own person with any other means, and by nobody else without saying so', async (t) => {
    const { walk, first, second, begin, prove } = await openStepUpWalk(t);
    const direct = loginMeansCodes.filter((means) => loginMeans[means].proves !== 'identity');
    for (const [index, means] of direct.entries()) {
      const before = loginMeansCodes[(index * 5) % loginMeansCodes.length] ?? 'emailcode';
      const own = await begin(sessionOf(first.id, before));
      await prove(own, means, first);
      assert.equal(await personIn(walk, own), `without-capacity ${first.id}`, `${before} to ${means}`);

      const mixed = await begin(sessionOf(first.id, before));
      await prove(mixed, means, second);
      assert.equal(await personIn(walk, mixed), `other-person ${second.id}`, `${before} to ${means}`);
      for (const answer of [
        { kind: 'confirm-sharing' },
        { kind: 'choose-capacity', key: 'citizen' },
      ] as const)
        await walk.answer(mixed, answer);
      await prove(mixed, means, second);
      assert.equal(await personIn(walk, mixed), `other-person ${second.id}`, 'nothing but a yes leads on');
    }
  });

  test('of another person is left by saying so, or goes back to the means for its own', async (t) => {
    const { walk, first, second, begin, prove } = await openStepUpWalk(t);
    const gone = await begin(sessionOf(first.id, 'emailcode'));
    await prove(gone, 'itsme', second);
    await walk.answer(gone, { kind: 'continue' });
    assert.equal(await personIn(walk, gone), `without-capacity ${second.id}`);
    assert.equal((await walk.test.store.attempts.find(gone))?.request.stepUp, null);
    await walk.answer(gone, { kind: 'continue' });
    assert.equal(await personIn(walk, gone), `without-capacity ${second.id}`, 'it was said once');

    const back = await begin(sessionOf(first.id, 'emailcode'));
    await prove(back, 'itsme', second);
    await walk.answer(back, { kind: 'go-back' });
    assert.equal(await personIn(walk, back), 'choosing-means');
    await prove(back, 'itsme', second);
    assert.equal(await personIn(walk, back), `other-person ${second.id}`, 'it is asked each time');
    await walk.answer(back, { kind: 'go-back' });
    await prove(back, 'itsme', first);
    assert.equal(await personIn(walk, back), `without-capacity ${first.id}`);
  });
});

describe('a proof that is believed', () => {
  test('by a means that its owner blocked leads to its page, and by another one leads on', async (t) => {
    const { walk, first, second, begin, prove } = await openStepUpWalk(t);
    const { store } = walk.test;
    const honest = await begin(null);
    await prove(honest, 'csamsms', first);
    assert.equal(await personIn(walk, honest), `without-capacity ${first.id}`);
    await store.inTransaction(['ownLogins'], ({ ownLogins }) => ownLogins.block(first.id, 'csamsms', at));
    for (const [means, person, expected] of [
      ['csamsms', first, 'stopped'],
      ['itsme', first, `without-capacity ${first.id}`],
      ['csamsms', second, `without-capacity ${second.id}`],
    ] as const) {
      const id = await begin(null);
      await prove(id, means, person);
      assert.equal(await personIn(walk, id), expected, means);
    }
    const blocked = await begin(null);
    await prove(blocked, 'csamsms', first);
    const state = await walk.stateOf(blocked);
    assert.deepEqual(state.kind === 'stopped' && state.problem, { kind: 'means-blocked', means: 'csamsms' });
    await walk.answer(blocked, { kind: 'go-back' });
    assert.equal((await walk.stateOf(blocked)).kind, 'choosing-means');
  });

  test('of the number of somebody who died leads to its page, whether they were known here or not', async (t) => {
    const { walk, first, begin, prove } = await openStepUpWalk(t);
    const honest = await begin(null);
    await prove(honest, 'eid', first);
    assert.equal(await personIn(walk, honest), `without-capacity ${first.id}`);
    const register = await walk.test.store.registerImport.begin();
    await register.addBatch([{ ...registeredAnna(), endedOn: '2026-11-01' as never }]);
    await register.commit();
    const id = await begin(null);
    await prove(id, 'eid', first);
    const state = await walk.stateOf(id);
    assert.deepEqual(state.kind === 'stopped' && state.problem, { kind: 'number-ended' });
  });

  test('that counts for one organisation gives nothing of another, and no citizen', () => {
    const ours = capacity.makeOrganisation('EA', '0403019261');
    const other = capacity.makeOrganisation('EA', '0206731645');
    const ties = capacity.employ(capacity.employ(capacity.noTies, ours, [{}]), other, [{}]);
    const openTo = [
      { targetGroup: 'BUR', level: 'group' },
      { targetGroup: 'EA', level: 'organisation' },
    ] as const;
    const found = (level: 'organisation' | 'group', only: typeof ours.id | null) =>
      capacitiesOf({
        person: capacity.anna,
        ties,
        application: capacity.makeApplication({ openTo: [openTo[0], { ...openTo[1], level }] }),
        at: capacity.at,
        only,
      });
    assert.equal(found('organisation', null).usable.length, 3);
    const bound = found('organisation', ours.id);
    assert.deepEqual(
      bound.usable.map((each) => each.kind === 'organisation' && each.organisation.id),
      [ours.id],
    );
    const [group] = found('group', ours.id).usable;
    assert.ok(group?.kind === 'group');
    assert.deepEqual(
      group.organisations.map(({ id }) => id),
      [ours.id],
    );
    assert.ok(group.rights.every(({ organisation }) => organisation === ours.code));
  });
});
