import assert from 'node:assert/strict';
import { test } from 'node:test';
import { later, MINUTE, SECOND } from '../../src/base/time.ts';
import type { CountryCode } from '../../src/domain/eidas-country/index.ts';
import { eidasTile, type TileCode } from '../../src/domain/login-means/index.ts';
import type { Answer, Attempt } from '../../src/login/index.ts';
import { type LoginWalk, openLoginWalk, otherBrowser, ownBrowser } from '../support/login-walk.ts';
import { recordStatements } from '../support/record-statements.ts';
import { eidas, tileOf } from '../support/tile-examples.ts';

const toGermany = { kind: 'choose-country', country: 'DE' } as const satisfies Answer;

/** The request with which a login waits for its country. */
async function requestOf(walk: LoginWalk, id: Attempt['id']): Promise<string> {
  const state = await walk.stateOf(id);
  return state.kind === 'waiting' ? String(state.kept.requestId) : assert.fail(`it is ${state.kind}`);
}

/** What the trail tells of requests that were sent. */
async function sentIn(walk: LoginWalk): Promise<number> {
  return (await walk.test.store.audit.list({ kind: 'eidas.request-sent' })).length;
}

async function markIn(walk: LoginWalk, id: Attempt['id'], tile: TileCode | null = null): Promise<string> {
  const view = await walk.login.show(id, ownBrowser, null, tile);
  assert.ok(view.kind === 'page' && (view.page.kind === 'at-country' || view.page.kind === 'country'));
  return view.page.sent?.mark ?? assert.fail('the page does not know of the request');
}

test('a link to a country that is followed again, also at the same moment, is one request and one event', async (t) => {
  const walk = await openLoginWalk(t);
  const { id } = await walk.begin();
  const first = await Promise.all([1, 2, 3].map(() => walk.answer(id, toGermany)));
  const request = await requestOf(walk, id);
  const { version } = (await walk.test.store.attempts.find(id)) ?? {};
  const again = await walk.answer(id, toGermany);
  assert.deepEqual(
    [...first, again].map(({ kind }) => kind),
    Array(4).fill('leave'),
  );
  assert.ok(again.kind === 'leave' && again.repeats?.country === 'DE');
  assert.equal(await requestOf(walk, id), request);
  assert.equal((await walk.test.store.attempts.find(id))?.version, version, 'nothing was written');
  assert.equal(await sentIn(walk), 1);
});

test('from a page that is shown after the person was there, a link makes one new request, and no more', async (t) => {
  const walk = await openLoginWalk(t);
  const { id } = await walk.begin();
  await walk.answer(id, toGermany);
  const first = await requestOf(walk, id);
  const mark = await markIn(walk, id);
  assert.equal(await markIn(walk, id, eidasTile), mark, 'on the page of countries too');
  assert.ok(!first.startsWith(mark) && mark.length < first.length / 4, 'which tells little of the request');
  for (const _ of [1, 2]) await walk.answer(id, { ...toGermany, after: mark });
  const second = await requestOf(walk, id);
  assert.notEqual(second, first);
  assert.equal(await sentIn(walk), 2);
  assert.notEqual(await markIn(walk, id), mark);
});

test('a link makes a new request after a minute, after an answer, and to another country', async (t) => {
  const walk = await openLoginWalk(t);
  const { id } = await walk.begin();
  await walk.answer(id, toGermany);
  const first = await requestOf(walk, id);
  walk.test.moveTo(later(walk.test.now(), MINUTE));
  await walk.answer(id, toGermany);
  assert.equal(await requestOf(walk, id), first);
  walk.test.moveTo(later(walk.test.now(), SECOND));
  await walk.answer(id, toGermany);
  const second = await requestOf(walk, id);
  assert.notEqual(second, first);
  await walk.test.store.inTransaction(['authnRequests'], ({ authnRequests }) =>
    authnRequests.take(second, walk.test.now(), 'a handle'),
  );
  await walk.answer(id, toGermany);
  assert.notEqual(await requestOf(walk, id), second);
  assert.equal(await sentIn(walk), 3);
});

test('the choice of a means is an event once the person leaves, and looking at countries is none', async (t) => {
  const walk = await openLoginWalk(t, { tiles: [tileOf('eid'), eidas] });
  const { id } = await walk.begin(ownBrowser, { means: ['eid', 'eidashigh', 'eidassubstantial'] });
  const chosen = async () => (await walk.test.store.audit.list({ kind: 'login.means-chosen' })).length;
  const view = await walk.login.show(id, ownBrowser, null, eidasTile);
  assert.ok(view.kind === 'page' && view.page.kind === 'country' && view.page.sent === null);
  assert.deepEqual([(await walk.stateOf(id)).kind, await chosen()], ['choosing-means', 0]);
  for (const _ of [1, 2]) await walk.answer(id, toGermany);
  assert.deepEqual([(await walk.stateOf(id)).kind, await chosen()], ['waiting', 1]);
  await walk.answer(id, { kind: 'go-back' });
  assert.equal((await walk.stateOf(id)).kind, 'choosing-means');
  const forged = await walk.answer(id, { kind: 'choose-capacity', key: 'citizen' });
  assert.equal(
    forged.kind,
    'moved',
    'the eID of a member state is proved there, and by nothing that is said here',
  );
  assert.equal((await walk.stateOf(id)).kind, 'choosing-means');
});

test('the tile of the last time, the countries and their health are shown without asking the database for more than the login', async (t) => {
  const walk = await openLoginWalk(t, { tiles: [tileOf('eid'), eidas] });
  const { id } = await walk.begin(ownBrowser, { means: ['eid', 'eidashigh', 'eidassubstantial'] });
  const last = { tile: eidasTile, country: 'DE' as CountryCode } as const;
  const look = async () => {
    const means = await walk.login.show(id, ownBrowser, last);
    assert.ok(means.kind === 'page' && means.page.kind === 'means' && means.page.lastUsed?.offer);
    assert.equal((await walk.login.show(id, ownBrowser, last, eidasTile)).kind, 'page');
  };
  await look();
  const asked = await recordStatements(look);
  assert.deepEqual(
    asked.map(({ name }) => name),
    ['attempts.find'],
  );
});

test('a link to a country leads nowhere in another browser, and after the person was recognised', async (t) => {
  const walk = await openLoginWalk(t);
  const id = await walk.askedForNumber();
  const sent = await sentIn(walk);
  assert.equal((await walk.answer(id, toGermany)).kind, 'moved');
  const { id: fresh } = await walk.begin();
  assert.equal((await walk.answer(fresh, toGermany, otherBrowser)).kind, 'problem');
  assert.equal((await walk.login.show(fresh, otherBrowser, null, eidasTile)).kind, 'problem');
  assert.equal(await sentIn(walk), sent);
  assert.equal((await walk.answer(fresh, toGermany)).kind, 'leave');
});
