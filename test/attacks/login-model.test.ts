import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { later, MINUTE } from '../../src/base/time.ts';
import { assuranceLevels, isAtLeast } from '../../src/domain/assurance/index.ts';
import {
  eidasTile,
  isEnough,
  type LoginMeansCode,
  loginMeans,
  loginMeansCodes,
} from '../../src/domain/login-means/index.ts';
import type { NationalNumber, Person } from '../../src/domain/person/index.ts';
import {
  type Answer,
  type Attempt,
  type AttemptId,
  type BrowserBinding,
  type EidasAnswer,
  meansFailures,
  type Proof,
  type Proves,
} from '../../src/login/index.ts';
import { path, transitions } from '../../src/login/path.ts';
import {
  address,
  identity,
  type LoginWalk,
  number,
  openLoginWalk,
  otherBrowser,
  ownBrowser,
} from '../support/login-walk.ts';
import { numberOf, personWith } from '../support/open-test-store.ts';
import { eidas, tileCode, tileOf } from '../support/tile-examples.ts';

/** A made-up adapter for each means besides eIDAS, which is the real one; those that stay on our pages and those that leave. */
const madeUp = loginMeansCodes.filter((means) => loginMeans[means].proves !== 'identity');
const tiles = [
  eidas,
  ...madeUp.map((means, index) => tileOf(means, { kind: index % 2 === 0 ? 'openid' : 'passkey' })),
];

const answers: readonly Answer[] = [
  { kind: 'choose-country', country: 'DE' },
  { kind: 'choose-country', country: 'DE', after: 'anything' },
  { kind: 'choose-country', country: 'XX' },
  { kind: 'give-number', knows: 'yes', number, address },
  { kind: 'give-number', knows: 'yes', number: '85073003328', address },
  { kind: 'give-number', knows: 'none', number: '', address },
  { kind: 'choose-capacity', key: 'citizen' },
  { kind: 'continue' },
  { kind: 'confirm-sharing' },
  { kind: 'go-back' },
  { kind: 'not-me' },
  { kind: 'give-up' },
];

const country = identity.country;
const eidasAnswers: readonly EidasAnswer[] = [
  { kind: 'authenticated', identity },
  { kind: 'authenticated', identity: { ...identity, assurance: 'substantial' } },
  { kind: 'authenticated', identity: { ...identity, assurance: 'low' } },
  { kind: 'cancelled', country },
  { kind: 'late', country },
  { kind: 'failed', country },
  { kind: 'refused', country },
  { kind: 'level-too-low', country },
  { kind: 'data-missing', country, attribute: 'birthDate' },
];

type Mark = 'waiting' | 'stale' | 'none';
type Act =
  | { readonly do: 'answer'; readonly answer: Answer }
  | { readonly do: 'leave'; readonly means: LoginMeansCode; readonly anew: boolean }
  | {
      readonly do: 'prove';
      readonly means: LoginMeansCode;
      readonly tile: LoginMeansCode;
      readonly assurance: Proof['assurance'];
      readonly who: 0 | 1;
      readonly by: Mark;
      readonly version: 'now' | 'before' | 'none';
    }
  | {
      readonly do: 'fail';
      readonly means: LoginMeansCode;
      readonly failure: (typeof meansFailures)[number];
      readonly by: Mark;
    }
  | { readonly do: 'receive'; readonly answer: EidasAnswer; readonly twice: boolean }
  | { readonly do: 'look'; readonly means: LoginMeansCode | null }
  | { readonly do: 'wait'; readonly minutes: number }
  | { readonly do: 'speak' | 'more-time' };

const means = fc.constantFrom(...madeUp);
const mark = fc.constantFrom<Mark>('none', 'none', 'waiting', 'stale');
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('answer' as const), answer: fc.constantFrom(...answers) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('leave' as const), means, anew: fc.boolean() }) },
  {
    weight: 5,
    arbitrary: fc
      .record({
        do: fc.constant('prove' as const),
        means,
        other: fc.option(means, { freq: 6 }),
        assurance: fc.constantFrom(...assuranceLevels, 'high' as const),
        who: fc.constantFrom(0 as const, 1 as const),
        by: mark,
        version: fc.constantFrom('now' as const, 'none' as const, 'none' as const, 'before' as const),
      })
      .map(({ other, ...rest }) => ({ ...rest, tile: other ?? rest.means })),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('fail' as const),
      means,
      failure: fc.constantFrom(...meansFailures),
      by: mark,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('receive' as const),
      answer: fc.constantFrom(...eidasAnswers),
      twice: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('look' as const), means: fc.option(means) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.constantFrom(1, 5, 70) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('speak' as const, 'more-time' as const) }) },
);

/** What somebody does: one thing, two at one moment (a double click, two tabs, two processes), or something from another browser. */
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ how: fc.constant('alone' as const), acts: fc.tuple(act) }) },
  { weight: 2, arbitrary: fc.record({ how: fc.constant('together' as const), acts: fc.tuple(act, act) }) },
  { weight: 1, arbitrary: fc.record({ how: fc.constant('stranger' as const), acts: fc.tuple(act) }) },
);

const wishes = fc.record({
  assurance: fc.constantFrom('low' as const, 'substantial' as const, 'low' as const, 'high' as const),
  allowed: fc.constantFrom<readonly LoginMeansCode[]>(
    loginMeansCodes,
    loginMeansCodes,
    loginMeansCodes,
    ['eid', 'eidashigh', 'passkey'],
    ['passkey'],
    ['eidassubstantial'],
    ['emailcode', 'itsme'],
  ),
  stepUp: fc.option(fc.constantFrom(0 as const, 1 as const)),
  isForced: fc.boolean(),
});

const plain = { assurance: 'low', allowed: loginMeansCodes, stepUp: null, isForced: false } as const;

function alone(answer: Answer) {
  return { how: 'alone' as const, acts: [{ do: 'answer' as const, answer }] as [Act] };
}

function passkeyOf(who: 0 | 1) {
  const means = 'passkey' as const;
  const proof = {
    do: 'prove',
    means,
    tile: means,
    assurance: 'substantial',
    who,
    by: 'none',
    version: 'now',
  } as const;
  return { how: 'alone' as const, acts: [proof] as [Act] };
}

type Model = {
  readonly walk: LoginWalk;
  readonly id: AttemptId;
  readonly people: readonly [Person, Person];
  /** What was proved in this login so far, by whichever means, waited for or not. */
  readonly proved: { readonly proof: Omit<Proof, 'at' | 'proves'>; readonly person: string }[];
};

function provesOf(means: LoginMeansCode, { id, number: known }: Person): Proves {
  if (loginMeans[means].proves === 'account')
    return { kind: 'account', person: id, key: id, organisation: null };
  return { kind: 'number', number: known as NationalNumber, givenNames: 'Anna', familyName: 'Mueller' };
}

async function perform(
  { walk, id, people, proved }: Model,
  act: Act,
  browser: BrowserBinding,
): Promise<void> {
  const { login, test: world } = walk;
  const now = await world.store.attempts.find(id);
  const waiting = now?.state.kind === 'waiting' ? now.state : null;
  const markOf = (by: Mark) => (by === 'none' ? null : by === 'stale' ? 'stale' : (waiting?.mark ?? 'gone'));
  switch (act.do) {
    case 'answer':
      return void (await walk.answer(id, act.answer, browser));
    case 'leave': {
      const after = act.anew ? (waiting?.mark ?? null) : null;
      const leaving = { tile: tileOf(act.means).code, mark: `${now?.version}`, kept: { nonce: 'n' }, after };
      return void (await login.leave(id, browser, leaving));
    }
    case 'prove': {
      const { means, assurance } = act;
      const person = people[act.who];
      const proof = { tile: tileCode(act.tile), means, assurance };
      proved.push({ proof, person: person.id });
      const version = act.version === 'none' ? null : (now?.version ?? 0) - (act.version === 'now' ? 0 : 1);
      const whole: Proof = { ...proof, at: world.now(), proves: provesOf(means, person) };
      const answering = { mark: markOf(act.by), ...(version !== null && { version }) };
      return void (await login.prove(id, browser, { ...answering, proof: whole }));
    }
    case 'fail': {
      const failing = { tile: tileCode(act.means), failure: act.failure, mark: markOf(act.by) };
      return void (await login.fail(id, browser, failing));
    }
    case 'receive': {
      const { answer } = act;
      if (answer.kind === 'authenticated') {
        const { assurance } = answer.identity;
        const by = assurance === 'high' ? 'eidashigh' : 'eidassubstantial';
        // Whom the identity leads to, by the number that matches it.
        proved.push({ proof: { tile: eidasTile, means: by, assurance }, person: people[0].id });
      }
      const handle = await walk.bring(id, answer);
      const fetch = () => login.receive(handle, browser);
      return void (await Promise.all(act.twice ? [fetch(), fetch()] : [fetch()]));
    }
    case 'look':
      return void (await login.show(id, browser, null, act.means && tileCode(act.means)));
    case 'wait':
      return world.moveTo(later(world.now(), act.minutes * MINUTE));
    case 'speak':
      return login.changeLanguage(id, browser, 'fr');
    case 'more-time':
      return void (await login.giveMoreTime(id, browser));
  }
}

/** What holds wherever a login stands, however it came there. */
function check({ proved }: Model, before: Attempt, after: Attempt, required: Proof['assurance']): void {
  const { state, request } = after;
  assert.ok(
    path.some((each) => (each.states as readonly string[]).includes(state.kind)),
    state.kind,
  );
  if (transitions[before.state.kind].length === 0) assert.deepEqual(state, before.state, 'an end is an end');
  if (!('authentication' in state)) return;
  const { means, assurance, tile } = state.authentication;
  const by = proved.filter(
    ({ proof }) => proof.means === means && proof.tile === tile && isAtLeast(proof.assurance, assurance),
  );
  assert.ok(by.length > 0, 'nobody comes further than what was proved');
  assert.ok(isAtLeast(loginMeans[means].assurance, assurance), 'nor than the means may reach');
  assert.ok(isEnough({ means, assurance }, request.means, required), 'and it is enough');
  if (!('person' in state)) return;
  assert.ok(
    by.some(({ person }) => person === state.person),
    'it is whoever proved it',
  );
  const { stepUp = null } = request;
  if (stepUp !== null && state.kind !== 'other-person')
    assert.equal(state.person, stepUp.person, 'no mix-up');
}

test('a login holds whatever is answered, proved, failed, repeated or late, by whom and how many at once', async (t) => {
  const walk = await openLoginWalk(t, { tiles });
  const { store } = walk.test;
  const people = await store.inTransaction(['persons'], async ({ persons }) => {
    const first = await persons.add(personWith({ number: numberOf(number) }));
    return [first, await persons.add(personWith({ number: numberOf('85073003328') }))] as const;
  });
  const openTo = [{ targetGroup: 'BUR', level: 'group' }] as const;
  const applications = assuranceLevels.map((assurance) => ({
    ...walk.klip,
    id: assurance as never,
    assurance,
    openTo,
  }));
  await store.inTransaction(['applications'], async (stores) => {
    for (const each of applications) await stores.applications.put(each);
  });
  const reached = new Set<string>();
  const find = async (id: AttemptId) => (await store.attempts.find(id)) ?? assert.fail('it is there');
  await fc.assert(
    fc.asyncProperty(wishes, fc.array(step, { minLength: 5, maxLength: 14 }), async (wish, steps) => {
      const { assurance, allowed, stepUp, isForced } = wish;
      const person = stepUp === null ? null : people[stepUp];
      const session = { means: 'emailcode', assurance: 'low', at: walk.test.now(), country: null } as const;
      const { id } = await walk.begin(
        ownBrowser,
        {
          ...{ scopes: ['openid'], means: allowed, isForced },
          stepUp: person && { person: person.id, authentication: session },
        },
        { application: assurance as never },
      );
      const model: Model = { walk, id, people, proved: [] };
      for (const { how, acts } of steps) {
        const before = await find(id);
        const proofs = model.proved.length;
        const browser = how === 'stranger' ? otherBrowser : ownBrowser;
        await Promise.all(acts.map((act) => perform(model, act, browser)));
        const after = await find(id);
        check(model, before, after, assurance);
        reached.add(after.state.kind);
        if (how !== 'stranger') continue;
        assert.equal(after.version, before.version, 'a stranger changes nothing');
        model.proved.splice(proofs);
      }
      const shown = await walk.login.show(id, ownBrowser);
      const over = ['expired', 'already-finished'];
      assert.ok(shown.kind === 'page' || over.includes(shown.problem.kind), 'there is a page for it');
    }),
    { numRuns: 40, examples: [[{ ...plain, stepUp: 0 }, [passkeyOf(1), alone({ kind: 'continue' })]]] },
  );
  for (const kind of ['waiting', 'stopped', 'other-person', 'finished', 'asking-number', 'abandoned'])
    assert.ok(reached.has(kind), `${kind} was reached: ${[...reached].join()}`);
});
