import assert from 'node:assert/strict';
import { after, before, describe, mock, test } from 'node:test';
import type { OidcApplication } from '#src/domain/application/index.ts';
import type { Browser } from './oidc-browser.ts';
import { asking, basic, forCompany, openWorld, type Tokens, tokensFor, type World } from './oidc-world.ts';

const left = 'https://app.example/left';

describe('a logout', () => {
  let world: World;
  before(async () => {
    world = await openWorld();
  });
  after(() => world.close());

  type LoggedIn = { readonly klip: OidcApplication; readonly browser: Browser; readonly tokens: Tokens };
  const loggedIn = async (described: Partial<OidcApplication> = {}): Promise<LoggedIn> => {
    const klip = world.addApplication(described);
    const browser = world.browser();
    const tokens = await tokensFor(world, klip, world.addPerson([forCompany]), {}, browser);
    assert.equal(await isLoggedIn({ klip, browser, tokens }), true);
    return { klip, browser, tokens };
  };
  const isLoggedIn = async ({ klip, browser }: LoggedIn) => {
    const { location } = await browser.follow(
      world.authorizationUrl(asking(klip, { prompt: 'none' })),
      `${world.issuer}/`,
    );
    return location?.searchParams.get('error') !== 'login_required';
  };
  const leave = ({ browser }: LoggedIn, parameters: Record<string, string>) =>
    browser.get(`${world.issuer}/v1/logout?${new URLSearchParams(parameters)}`);

  test('without parameters ends the session and shows where the person may still be logged in', async () => {
    const person = await loggedIn();
    const answer = await person.browser.get(`${world.issuer}/v1/logout`);
    assert.equal(answer.status, 200);
    const html = await answer.text();
    assert.match(html, /signed out/);
    assert.match(html, new RegExp(`<li>${person.klip.id}</li>`));
    assert.equal(await isLoggedIn(person), false);
    assert.ok(!person.browser.cookies.some(({ name }) => name === 'sluis_session'));
    assert.equal(
      world.store.events.findLast(({ kind }) => kind === 'login.ended')?.details.reason,
      'session-ended',
    );
  });

  test('comes back to a registered address with the state, named by client_id', async () => {
    const person = await loggedIn();
    const answer = await leave(person, {
      client_id: person.klip.id,
      post_logout_redirect_uri: left,
      state: 'a b&c',
    });
    assert.equal(answer.status, 303);
    assert.equal(answer.headers.get('location'), `${left}?state=a+b%26c`);
    assert.equal(await isLoggedIn(person), false);
  });

  test('comes back by an id_token_hint without client_id, however old the hint is', async () => {
    const person = await loggedIn();
    mock.timers.enable({ apis: ['Date'], now: Date.now() + 5_000_000 });
    try {
      const answer = await leave(person, {
        id_token_hint: person.tokens.id_token,
        post_logout_redirect_uri: left,
      });
      assert.equal(answer.headers.get('location'), left);
    } finally {
      mock.timers.reset();
    }
    assert.equal(await isLoggedIn(person), false);
  });

  test('comes back by nothing but the address, of an application of this session or of just one', async () => {
    const shared = 'https://shared.example/left';
    const first = await loggedIn({ postLogoutRedirectUris: [shared] });
    const other = world.addApplication({ postLogoutRedirectUris: [shared, 'https://only.example/left'] });
    assert.equal(
      (await leave(first, { post_logout_redirect_uri: shared, state: 's' })).headers.get('location'),
      `${shared}?state=s`,
    );
    assert.equal(await isLoggedIn(first), false);
    const person = await loggedIn();
    assert.equal(
      (await leave(person, { post_logout_redirect_uri: 'https://only.example/left' })).status,
      303,
    );
    // Nobody in this session, and more than one may have meant it.
    assert.equal((await leave(await loggedIn(), { post_logout_redirect_uri: shared })).status, 400);
    assert.ok(other);
  });

  test('with a hint that is not ours says that the person is logged out, and goes nowhere', async () => {
    const person = await loggedIn();
    const odd = `${person.tokens.id_token.slice(0, -8)}AAAAAAAA`;
    const answer = await leave(person, { id_token_hint: odd, post_logout_redirect_uri: left });
    assert.equal(answer.headers.get('location'), null);
    assert.match(await answer.text(), /logout-hint-refused/);
    assert.equal(await isLoggedIn(person), false);
  });

  test('leads back to an application that requires a hint only with one of its own', async () => {
    const without = await loggedIn({ logoutHintRequired: true });
    const answer = await leave(without, { client_id: without.klip.id, post_logout_redirect_uri: left });
    assert.equal(answer.headers.get('location'), null);
    assert.match(await answer.text(), /log out\?/, 'the person is asked, and stays logged in meanwhile');
    assert.equal(await isLoggedIn(without), true);
    const linked = await leave(without, { client_id: without.klip.id, confirmed: '1' });
    assert.match(await linked.text(), /log out\?/, 'a link that anybody can make does not answer for them');
    const confirmed = { client_id: without.klip.id, confirmed: '1' };
    const forged = await without.browser.postFromElsewhere(`${world.issuer}/v1/logout`, confirmed);
    assert.ok(forged.status === 303 && (await isLoggedIn(without)), 'nor does a form of another site');
    const said = await without.browser.post(`${world.issuer}/v1/logout`, confirmed);
    assert.match(await said.text(), /signed out/);
    assert.equal(await isLoggedIn(without), false);
    const after = await leave(without, { client_id: without.klip.id });
    assert.match(
      await after.text(),
      /signed out/,
      'of somebody who is not logged in there is nothing to ask',
    );
    const person = await loggedIn({ logoutHintRequired: true });
    const fields = { id_token_hint: person.tokens.id_token, post_logout_redirect_uri: left };
    const elsewhere = await person.browser.postFromElsewhere(`${world.issuer}/v1/logout`, fields);
    assert.equal(elsewhere.status, 200);
    assert.equal(await isLoggedIn(person), true, 'the page posts it once more, with the cookie');
    const posted = await person.browser.post(`${world.issuer}/v1/logout`, { ...fields, resent: '1' });
    assert.equal(posted.headers.get('location'), left);
    assert.equal(await isLoggedIn(person), false);
  });

  test('may be posted, from the same site and from another', async () => {
    const person = await loggedIn();
    const fields = { id_token_hint: person.tokens.id_token, post_logout_redirect_uri: left, state: 's' };
    const elsewhere = await person.browser.postFromElsewhere(`${world.issuer}/v1/logout`, fields);
    assert.equal(elsewhere.status, 303);
    const onward = elsewhere.headers.get('location') ?? '';
    assert.ok(!onward.includes(person.tokens.id_token), 'a hint holds claims and goes into no address');
    assert.equal((await person.browser.get(onward)).headers.get('location'), `${left}?state=s`);
    assert.equal(await isLoggedIn(person), false);

    const again = await loggedIn();
    const posted = await again.browser.post(`${world.issuer}/v1/logout`, { client_id: again.klip.id });
    assert.equal(posted.status, 200);
    assert.equal(await isLoggedIn(again), false);
  });

  test('ends the tokens of that application, and leaves those of others alone', async () => {
    const person = await loggedIn();
    const other = world.addApplication();
    const { location } = await person.browser.follow(
      world.authorizationUrl(asking(other)),
      `${world.issuer}/`,
    );
    const body = new URLSearchParams({
      grant_type: 'authorization_code',
      code: location?.searchParams.get('code') ?? '',
      redirect_uri: 'https://app.example/callback',
    });
    const tokens = (await (
      await fetch(`${world.issuer}/v1/token`, { method: 'POST', body, headers: basic(other) })
    ).json()) as Tokens;
    await leave(person, { client_id: person.klip.id, post_logout_redirect_uri: left });
    const statusOf = async (token: string) =>
      (await fetch(`${world.issuer}/v1/userinfo`, { headers: { authorization: `Bearer ${token}` } })).status;
    assert.equal(await statusOf(person.tokens.access_token), 401);
    assert.equal(await statusOf(tokens.access_token), 200);
  });

  test('of somebody who is not logged in goes the same way', async () => {
    const klip = world.addApplication();
    const browser = world.browser();
    const parameters = new URLSearchParams({
      client_id: klip.id,
      post_logout_redirect_uri: left,
      state: 's',
    });
    assert.equal(
      (await browser.get(`${world.issuer}/v1/logout?${parameters}`)).headers.get('location'),
      `${left}?state=s`,
    );
    assert.equal((await browser.get(`${world.issuer}/v1/logout`)).status, 200);
  });

  describe('with switch', () => {
    test('bare or true, ends this application only and keeps the login', async () => {
      for (const value of ['', 'true']) {
        const person = await loggedIn();
        const answer = await leave(person, {
          switch: value,
          client_id: person.klip.id,
          post_logout_redirect_uri: left,
          state: 's',
        });
        assert.equal(answer.headers.get('location'), `${left}?state=s`);
        assert.equal(await isLoggedIn(person), true);
        const userinfo = await fetch(`${world.issuer}/v1/userinfo`, {
          headers: { authorization: `Bearer ${person.tokens.access_token}` },
        });
        assert.equal(userinfo.status, 401);
      }
    });

    test('needs the application and an address of its own', async () => {
      const person = await loggedIn();
      const wrong = [
        { switch: 'true' },
        { switch: 'true', client_id: person.klip.id },
        { switch: 'true', post_logout_redirect_uri: left },
        { switch: 'true', client_id: person.klip.id, post_logout_redirect_uri: 'https://evil.example/' },
      ];
      for (const parameters of wrong) {
        const answer = await leave(person, parameters as Record<string, string>);
        assert.equal(answer.status, 400);
        assert.equal(answer.headers.get('location'), null);
      }
      assert.equal(await isLoggedIn(person), true);
    });
  });
});
