import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { browserCookieHeader, openFakeWeb, token } from '../../../../test/support/fake-web.ts';
import { otherBrowser, ownBrowser } from '../../../../test/support/login-walk.ts';
import type { TestContext } from '../../../../test/support/open-test-store.ts';
import { openUpstreamWalk } from '../../../../test/support/upstream-walk.ts';

/** The pages of a login, on a real login and real providers. */
async function openPages(context: TestContext) {
  const scene = await openUpstreamWalk(context);
  const { walk, means, keys } = scene;
  const { app } = openFakeWeb({
    login: walk.login,
    openId: means,
    accountKeys: keys,
    bindBrowser: (secret) => (secret === '' ? otherBrowser : ownBrowser),
    clock: walk.test.now,
    keptForms: walk.test.store.keptForms,
  });
  const headers = { cookie: browserCookieHeader };
  return {
    scene,
    get: (path: string, more: Record<string, string> = {}) =>
      app.request(path, { headers: { ...headers, ...more } }),
    head: (path: string) => app.request(path, { method: 'HEAD', headers }),
    without: (path: string) => app.request(path),
    post: (path: string, fields: Record<string, string>) =>
      app.request(path, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
        body: String(new URLSearchParams({ csrf: token, ...fields })),
      }),
  };
}

const locationOf = (answer: Response): string => answer.headers.get('location') ?? '';

describe('the tile of an OpenID provider', () => {
  test('leads there, and from there on to what comes next', async (t) => {
    const { scene, get } = await openPages(t);
    const { id } = await scene.begin();
    const left = await get(`/login/${id}/means/eid`);
    assert.equal(left.status, 303);
    assert.ok(locationOf(left).startsWith(`${scene.federal.issuer}/auth?`));
    const back = await get(`/means/fas/callback${scene.answerTo(locationOf(left))}`);
    assert.equal(back.status, 303);
    assert.equal(locationOf(back), `/login/${id}`);
    assert.match(back.headers.get('referrer-policy') ?? '', /no-referrer|same-origin/);
    const next = await get(locationOf(back));
    assert.equal(next.status, 200);
    assert.match(await next.text(), new RegExp(`action="/login/${id}"`));
  });

  test('begins nothing for a program that looks at links, for another site, or in another browser', async (t) => {
    const { scene, get, head, without } = await openPages(t);
    const { id } = await scene.begin();
    const path = `/login/${id}/means/eid`;
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-dest': 'iframe' },
      { 'sec-purpose': 'prefetch' },
    ]) {
      const answer = await get(path, headers);
      assert.ok(answer.status === 503 || locationOf(answer) === `/login/${id}`, JSON.stringify(headers));
    }
    await head(path);
    await without(path);
    assert.equal((await scene.walk.stateOf(id)).kind, 'choosing-means');
    assert.equal(scene.federal.seen.length, 0);
  });

  test('uses up no code for who only looks whether the page is there, and takes no form', async (t) => {
    const { scene, get, head, post } = await openPages(t);
    const { id } = await scene.begin();
    const left = await get(`/login/${id}/means/eid`);
    const back = `/means/fas/callback${scene.answerTo(locationOf(left))}`;
    await head(back);
    assert.equal((await get(back, { 'sec-purpose': 'prefetch' })).status, 503);
    assert.equal((await post(back, {})).status, 405);
    assert.equal(scene.federal.seen.filter(({ path }) => path === '/token').length, 0);
    assert.equal((await get(back)).status, 303);
    assert.notEqual((await scene.walk.stateOf(id)).kind, 'waiting');
  });

  test('says in another browser, and without a login, that nothing is known', async (t) => {
    const { scene, get, without } = await openPages(t);
    const { id } = await scene.begin();
    const left = await get(`/login/${id}/means/eid`);
    const back = `/means/fas/callback${scene.answerTo(locationOf(left))}`;
    assert.equal((await without(back)).status, 403);
    assert.equal((await get('/means/fas/callback')).status, 404);
    assert.equal((await get('/means/fas/callback?state=x&code=y')).status, 404);
    assert.equal((await get(back)).status, 303);
    assert.notEqual((await scene.walk.stateOf(id)).kind, 'waiting');
  });

  test('tells on the tiles that a provider cannot be reached', async (t) => {
    const { scene, get } = await openPages(t);
    const { id } = await scene.begin();
    scene.federal.state.twist.document = () => ({});
    assert.equal(locationOf(await get(`/login/${id}/means/eid`)), `/login/${id}`);
    assert.match(await (await get(`/login/${id}`)).text(), /cannot be used at the moment/);
  });
});

describe('the page of organisations', () => {
  test('asks for a mail address, says what is wrong with it, and leads to the provider by a page in between', async (t) => {
    const { scene, get, post } = await openPages(t);
    const { id } = await scene.begin();
    const path = `/login/${id}/means/organisation`;
    const page = await (await get(path)).text();
    assert.match(page, /<input type="email" id="email" name="email"[^>]*autocomplete="username"/);
    for (const [email, said] of [
      ['', /Fill in your email address at work/],
      ['jan@other.example', /We know no organisation/],
    ] as const) {
      const answer = await post(path, { email });
      assert.equal(answer.status, 303);
      const again = await (await get(locationOf(answer))).text();
      assert.match(again, said);
      assert.ok(!locationOf(answer).includes('other.example'), 'nothing that was typed is in an address');
    }
    const sent = await post(path, { email: 'jan.peeters@acme.example' });
    assert.ok(locationOf(sent).startsWith(`${path}?to=`));
    const hop = await get(locationOf(sent));
    assert.equal(hop.status, 200);
    const text = await hop.text();
    assert.ok(text.includes(`content="0;url=${scene.own.issuer}/auth?`));
    assert.match(hop.headers.get('content-security-policy') ?? '', /form-action 'self'$/);
    assert.match(await (await get(`${path}?to=another`)).text(), /Which organisation do you work for/);
  });

  test('leads on in the language that somebody chooses on it', async (t) => {
    const { scene, get } = await openPages(t);
    const { id } = await scene.begin();
    const path = `/login/${id}/means/organisation`;
    assert.equal(locationOf(await get(`${path}?lang=nl`)), path);
    assert.match(await (await get(path)).text(), /Voor welke organisatie werkt u\?/);
  });
});

describe('the question whose an account is', () => {
  test('binds it by a press, once, and the login goes on', async (t) => {
    const { scene, get, post } = await openPages(t);
    const { id } = await scene.begin();
    const organisation = await scene.press(id, 'organisation', 'jan.peeters@acme.example');
    assert.ok(organisation.kind === 'to-provider');
    await get(`/means/acme-idp/callback${scene.answerTo(organisation.url, scene.own)}`);
    assert.match(await (await get(`/login/${id}`)).text(), /We do not know this account yet/);
    const left = await get(`/login/${id}/means/eid`);
    const asked = await get(`/means/fas/callback${scene.answerTo(locationOf(left))}`);
    const page = await (await get(locationOf(asked))).text();
    assert.match(page, /Is this account yours\?/);
    assert.match(page, /jan\.peeters@acme\.example/);
    assert.equal((await post(`/login/${id}/account`, { csrf: 'forged' })).status, 403);
    assert.equal(locationOf(await post(`/login/${id}/account`, {})), `/login/${id}`);
    assert.equal((await scene.walk.stateOf(id)).kind, 'without-capacity');
    assert.equal(locationOf(await post(`/login/${id}/account`, {})), `/login/${id}`);
    const state = await scene.walk.stateOf(id);
    assert.ok('person' in state);
    const keys = await scene.walk.test.store.inTransaction(['accountKeys'], ({ accountKeys }) =>
      accountKeys.listOf(state.person),
    );
    assert.deepEqual(
      keys.map(({ kind, name }) => [kind, name]),
      [['organisation-account', 'jan.peeters@acme.example']],
    );
  });
});
