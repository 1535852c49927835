import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import type { AttemptId } from '../../src/login/index.ts';
import { pause } from '../../src/processes/working/pause.ts';
import {
  type CrashScene,
  codeIn,
  director,
  known,
  loginAt,
  openCrashScene,
  requestIn,
  stranger,
  type Told,
} from '../support/crash-scene.ts';
import { noCrash } from '../support/crashing-postgres.ts';
import { type Landing, openPlainBrowser } from '../support/plain-browser.ts';

/** Somebody who logs in: as whom, and before which hops they press reload or send something once more. */
type Walk = { readonly who: 'known' | 'director' | 'stranger'; readonly again: readonly boolean[] };
/** What one of them was told for sure, besides that it ended in the application. */
type Outcome = { readonly login: AttemptId; readonly end: 'token' | 'question' | 'token-unheard' };

const people = { known, director, stranger } as const;
const walk: fc.Arbitrary<Walk> = fc.record({
  who: fc.constantFrom('known', 'known', 'director', 'stranger'),
  again: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
});
/** Several at once, and how many hops were answered when the database is killed under the others. */
const course = fc.record({
  walks: fc.array(walk, { minLength: 3, maxLength: 4 }),
  crashAfter: fc.nat({ max: 16 }),
});
/** A crash is over long before. */
const MOST_TRIES = 400;

describe('logins under way while the database crashes', { skip: noCrash }, () => {
  let scene: CrashScene;
  const endings: (() => Promise<void>)[] = [];
  before(async () => {
    scene = await openCrashScene({ after: (work) => void endings.push(work) }, 'npm');
  });
  after(async () => {
    for (const end of endings.reverse()) await end();
  });

  test('come through: nothing that a proof led to is missing, and nothing counts twice', async () => {
    await fc.assert(
      fc.asyncProperty(course, async ({ walks, crashAfter }) => {
        let crashed: Promise<void> | null = null;
        let left = crashAfter;
        const answered = () => {
          left -= 1;
          if (left < 0) crashed ??= scene.crash();
        };
        // One that fails leaves the others under way: they are waited for first.
        const ended = await Promise.allSettled(walks.map((each) => logIn(scene, each, answered)));
        await (crashed ?? scene.crash());
        for (const each of ended) {
          if (each.status === 'rejected') throw each.reason;
          await expectWhole(scene, each.value);
        }
      }),
      { numRuns: 8, endOnFailure: true },
    );
  });
});

/** From the application to the end, each hop sent once more as a person would who is told to try again. */
async function logIn(scene: CrashScene, { who, again }: Walk, answered: () => void): Promise<Outcome> {
  const browser = openPlainBrowser(scene.platforms);
  const heard = <Answer extends { readonly status: number }>(send: () => Promise<Answer>) =>
    untilHeard(scene, send, answered);
  for (;;) {
    const page = await heard(() => scene.begin(browser));
    const login = loginAt(page);
    if (again[0]) await heard(() => browser.go(0, { url: page.url }));
    const leaving = await heard(() => browser.go(1, { url: `/login/${login}/country/DE` }));
    const request = requestIn(leaving);
    // Nobody proved anything yet: what is lost is begun again.
    if (request === null) continue;
    const message = scene.platforms.answer(request, people[who]);
    const posted = await heard(() => scene.post(message));
    if (posted.status !== 303) continue;
    const to = posted.headers.get('location') ?? '';
    if (again[1]) assert.equal((await heard(() => scene.post(message))).headers.get('location'), to);
    let landed = await heard(() => browser.go(0, { url: to }));
    if (again[2]) landed = await heard(() => browser.go(1, { url: to }));
    assert.ok(landed.status < 400, `what was proved is there: ${landed.status} ${landed.text.slice(0, 500)}`);
    if (who === 'stranger') {
      assert.match(landed.text, /name="knows"/);
      return { login, end: 'question' };
    }
    if (landed.away === null) landed = await choose(scene, { browser, page: landed }, heard);
    return { login, end: await redeemOnce(scene, codeIn(landed), { isTwice: again[3] === true, answered }) };
  }
}

type Heard = <Answer extends { readonly status: number }>(send: () => Promise<Answer>) => Promise<Answer>;

async function choose(
  scene: CrashScene,
  { browser, page }: { readonly browser: ReturnType<typeof openPlainBrowser>; readonly page: Landing },
  heard: Heard,
): Promise<Landing> {
  return heard(() => scene.press(browser, page, 'choose-capacity', { key: 'citizen' }));
}

/** A code is refused only where an answer to it was not heard. */
async function redeemOnce(
  scene: CrashScene,
  code: string,
  { isTwice, answered }: { readonly isTwice: boolean; readonly answered: () => void },
): Promise<Outcome['end']> {
  let tries = 0;
  const heard = <Answer extends { readonly status: number }>(send: () => Promise<Answer>) =>
    untilHeard(scene, send, answered);
  const redeemed: Told = await heard(() => {
    tries += 1;
    return scene.redeem(code);
  });
  if (redeemed.status !== 200) {
    assert.equal(redeemed.body.error, 'invalid_grant');
    assert.ok(tries > 1, 'a code that was never used counts');
    return 'token-unheard';
  }
  const token = String(redeemed.body.access_token);
  const isActive = () => heard(() => scene.introspect(token));
  assert.equal((await isActive()).body.active, true);
  if (isTwice) {
    const second = await heard(() => scene.redeem(code));
    assert.equal(second.body.error, 'invalid_grant', 'a code counts once');
    assert.equal((await isActive()).body.active, false);
  }
  return 'token';
}

/** Sends it until the answer is another than that the database is away. */
async function untilHeard<Answer extends { readonly status: number }>(
  { platforms }: CrashScene,
  send: () => Promise<Answer>,
  answered: () => void,
): Promise<Answer> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const answer = await send();
    if (answer.status < 500) {
      answered();
      return answer;
    }
    assert.equal(answer.status, 503, `told to try again, not ${platforms.failures.at(-1)}`);
    await pause(20);
  }
  return assert.fail('the database never came back');
}

/** The trail of a login that reached a proof is whole, and tells of nothing twice. */
async function expectWhole(scene: CrashScene, { login, end }: Outcome): Promise<void> {
  const trail = await scene.trailOf(await scene.correlationOf(login));
  const ended = ['login.finished', 'authorization.granted', 'token.issued'];
  const once = ['login.started', 'eidas.answer-accepted', ...(end === 'question' ? [] : ended)];
  for (const kind of once)
    assert.equal(trail.filter((each) => each === kind).length, 1, `${kind} once in ${trail}`);
  for (const kind of ['login.means-chosen', 'eidas.request-sent'])
    assert.ok(trail.includes(kind), `${kind} in ${trail}`);
}
