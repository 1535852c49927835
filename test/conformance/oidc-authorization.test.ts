import assert from 'node:assert/strict';
import { after, before, describe, mock, test } from 'node:test';
import { decodeJwt } from 'jose';
import {
  asking,
  callback,
  forCompany,
  openWorld,
  otherCompany,
  redeem,
  tokensFor,
  type World,
} from './oidc-world.ts';

const AUTHMECH = 'urn:be:vlaanderen:authmech:';

describe('an authorization request', () => {
  let world: World;
  before(async () => {
    world = await openWorld();
  });
  after(() => world.close());

  test('gets its state and nonce back, as they were', async () => {
    const klip = world.addApplication();
    const person = world.addPerson([forCompany]);
    const state = 'a state with spaces & signs=?';
    const back = await world.authorize(
      world.browser(),
      asking(klip, { state, nonce: 'n-0S6_WzA2Mj' }),
      person,
    );
    assert.deepEqual([...back.searchParams.keys()].sort(), ['code', 'state']);
    assert.equal(back.searchParams.get('state'), state);
    const tokens = await (await redeem(world, klip, { code: back.searchParams.get('code') ?? '' })).json();
    assert.equal(decodeJwt((tokens as { id_token: string }).id_token).nonce, 'n-0S6_WzA2Mj');
  });

  test('may be posted from another site, and finds the session there', async () => {
    const klip = world.addApplication();
    const person = world.addPerson([forCompany]);
    const browser = world.browser();
    await tokensFor(world, klip, person, {}, browser);
    const posted = await browser.postFromElsewhere(`${world.issuer}/v1/auth`, asking(klip, { state: 's' }));
    assert.equal(posted.status, 303);
    const { location } = await browser.follow(posted.headers.get('location') ?? '', `${world.issuer}/`);
    assert.equal(`${location?.origin}${location?.pathname}`, callback);
    assert.equal(location?.searchParams.get('state'), 's');
  });

  test('is answered in the response mode that it names', async () => {
    const klip = world.addApplication();
    const person = world.addPerson([forCompany]);
    const browser = world.browser();
    await tokensFor(world, klip, person, {}, browser);
    const fragment = await world.send(asking(klip, { response_mode: 'fragment', state: 's' }), browser);
    assert.equal(fragment.location?.search, '');
    assert.deepEqual([...new URLSearchParams(fragment.location?.hash.slice(1)).keys()], ['code', 'state']);

    const { response, location } = await world.send(
      asking(klip, { response_mode: 'form_post', state: '"><script>' }),
      browser,
    );
    assert.equal(location, null);
    assert.equal(response.status, 200);
    const html = await response.text();
    assert.match(html, /<form method="post" action="https:\/\/app.example\/callback">/);
    assert.match(html, /name="code" value="[\w-]{43}"/);
    assert.ok(!html.includes('<script'), html);
    assert.match(
      response.headers.get('content-security-policy') ?? '',
      /form-action https:\/\/app\.example$/,
    );

    const empty = {
      response_mode: '',
      prompt: '',
      max_age: '',
      login_hint: '',
      code_challenge_method: '',
      state: '',
    };
    const plain = await world.send(asking(klip, empty), browser);
    assert.deepEqual(
      [...(plain.location?.searchParams.keys() ?? [])],
      ['code'],
      'what is sent without a value is as if it was not sent',
    );

    const unknown = await world.send(asking(klip, { response_mode: 'web_message', state: 's' }), browser);
    assert.equal(unknown.location?.searchParams.get('error'), 'unsupported_response_mode');
    assert.equal(unknown.location?.searchParams.get('iss'), null);
  });

  test('is told the issuer in the response only where that was agreed', async () => {
    const person = world.addPerson([forCompany]);
    const agreed = world.addApplication({
      compatibility: { pkce: 'optional', issParameter: true, assertionAudience: ['issuer'] },
    });
    const back = await world.authorize(world.browser(), asking(agreed), person);
    assert.equal(back.searchParams.get('iss'), world.issuer);
    const refused = await world.send(asking(agreed, { scope: 'openid other' }));
    assert.equal(refused.location?.searchParams.get('iss'), world.issuer);
    const plain = await world.send(asking(world.addApplication(), { scope: 'openid other' }));
    assert.equal(plain.location?.searchParams.get('iss'), null);
  });

  test('with a scope outside the agreement is refused before anybody logs in', async () => {
    const klip = world.addApplication();
    for (const scope of ['openid gipod', 'openid offline_access', 'openid phone', 'gipod', '']) {
      const before = world.login.attempts.size;
      const { location } = await world.send(asking(klip, { scope, state: 's' }));
      assert.equal(`${location?.origin}${location?.pathname}`, callback);
      assert.equal(location?.searchParams.get('error'), 'invalid_scope', scope);
      assert.equal(location?.searchParams.get('state'), 's');
      assert.equal(world.login.attempts.size, before);
    }
    assert.equal(world.store.events.at(-1)?.kind, 'authorization.refused');
  });

  test('without openid gives an access token and no ID token', async () => {
    const klip = world.addApplication();
    const tokens = await tokensFor(world, klip, world.addPerson([forCompany]), { scope: 'vo klip' });
    assert.equal(tokens.id_token, undefined);
    assert.equal(tokens.scope, 'vo klip');
  });

  test('speaks the language of ui_locales, else of the browser, else Dutch', async () => {
    const klip = world.addApplication();
    assert.equal((await world.send(asking(klip, { ui_locales: 'pt de-AT fr' }))).attempt?.language, 'de');
    assert.equal((await world.send(asking(klip))).attempt?.language, 'nl');
    const browser = world.browser();
    const answered = await browser.get(world.authorizationUrl(asking(klip)), {
      'accept-language': 'sv, nl;q=0.3, fr;q=0.9',
    });
    const id = new URL(answered.headers.get('location') ?? '').pathname.split('/').at(-1) ?? '';
    assert.equal(world.login.attempts.get(id)?.attempt.language, 'fr');
  });

  test('hands a targeted login to the login as a wish, in either base64, and ignores what is not one', async () => {
    const klip = world.addApplication();
    const hint = JSON.stringify({ cap_hint: 'EA', code_hint: '0426994097', extra: '??>>' });
    const wish = { targetGroup: 'EA', code: '0426994097' };
    for (const encoding of ['base64', 'base64url'] as const) {
      const login_hint = Buffer.from(hint).toString(encoding);
      assert.deepEqual((await world.send(asking(klip, { login_hint }))).attempt?.request.wish, wish);
    }
    assert.equal(
      (await world.send(asking(klip, { login_hint: 'somebody@example.org' }))).attempt?.request.wish,
      null,
    );
    const kept = JSON.stringify([[...world.store.rows.values()], [...world.store.attempts.values()]]);
    assert.ok(!kept.includes('somebody@example.org'), 'a hint may be personal and is not kept');
  });

  describe('with acr_values', () => {
    test('narrows the means, and is told by which one the person logged in', async () => {
      const klip = world.addApplication();
      const person = world.addPerson([forCompany]);
      const acr_values = `${AUTHMECH}eidashigh ${AUTHMECH}csamsms`;
      const browser = world.browser();
      const { attempt } = await world.send(asking(klip, { acr_values }), browser);
      assert.deepEqual(attempt?.request.means, ['eidashigh']);
      const tokens = await tokensFor(world, klip, person, { acr_values });
      assert.equal(decodeJwt(tokens.id_token).acr, `${AUTHMECH}eidashigh`);
      const userinfo = await fetch(`${world.issuer}/v1/userinfo`, {
        headers: { authorization: `Bearer ${tokens.access_token}` },
      });
      assert.equal(((await userinfo.json()) as { acr: string }).acr, `${AUTHMECH}eidashigh`);
    });

    test('is refused when none of them is possible here', async () => {
      const { location, attempt } = await world.send(
        asking(world.addApplication(), { acr_values: `${AUTHMECH}csamsms` }),
      );
      assert.equal(location?.searchParams.get('error'), 'unmet_authentication_requirements');
      assert.equal(attempt, undefined);
    });
  });

  describe('in a browser where somebody logged in before', () => {
    test('is answered without a page, for the same capacity as before, until the person switches', async () => {
      const klip = world.addApplication();
      const person = world.addPerson([forCompany, otherCompany]);
      const browser = world.browser();
      const { location } = await world.send(asking(klip), browser);
      await world.logIn(
        browser,
        location as URL,
        person,
        {},
        `organisation:${otherCompany.kind === 'organisation' && otherCompany.organisation.id}`,
      );

      const again = await world.send(asking(klip), browser);
      const tokens = await (
        await redeem(world, klip, { code: again.location?.searchParams.get('code') ?? '' })
      ).json();
      assert.equal(decodeJwt((tokens as { id_token: string }).id_token).vo_orgnaam, 'Affligem');

      const switched = await browser.get(
        `${world.issuer}/v1/logout?switch&client_id=${klip.id}&post_logout_redirect_uri=https://app.example/left&state=x`,
      );
      assert.equal(switched.headers.get('location'), 'https://app.example/left?state=x');
      const asked = await world.send(asking(klip), browser);
      assert.equal(asked.attempt?.state.kind, 'choosing-capacity');
      assert.equal(asked.attempt?.request.known?.person, person.id);
      const back = await world.logIn(
        browser,
        asked.location as URL,
        person,
        {},
        `organisation:${forCompany.kind === 'organisation' && forCompany.organisation.id}`,
      );
      assert.ok(back.searchParams.get('code'));
    });

    test('serves another application, at most with a choice of capacity', async () => {
      const person = world.addPerson([forCompany]);
      const browser = world.browser();
      await tokensFor(world, world.addApplication(), person, {}, browser);
      const { location } = await world.send(asking(world.addApplication()), browser);
      assert.ok(location?.searchParams.get('code'));
    });

    test('settles another wish anew', async () => {
      const klip = world.addApplication();
      const person = world.addPerson([forCompany, otherCompany]);
      const browser = world.browser();
      const first = await world.send(
        asking(klip, { login_hint: btoa('{"cap_hint":"EA","code_hint":"0426994097"}') }),
        browser,
      );
      await world.logIn(browser, first.location as URL, person);
      const other = await world.send(
        asking(klip, { login_hint: btoa('{"cap_hint":"EA","code_hint":"0207509031"}') }),
        browser,
      );
      const tokens = await (
        await redeem(world, klip, { code: other.location?.searchParams.get('code') ?? '' })
      ).json();
      assert.equal(decodeJwt((tokens as { id_token: string }).id_token).vo_orgcode, '0207509031');
    });

    test('asks for a login again when that one is too weak or of a means that is not allowed here', async () => {
      const person = world.addPerson([forCompany]);
      const browser = world.browser();
      const { location } = await world.send(asking(world.addApplication()), browser);
      await world.logIn(browser, location as URL, person, {
        means: 'eidassubstantial',
        assurance: 'substantial',
      });
      const strong = world.addApplication({ assurance: 'high' });
      assert.equal((await world.send(asking(strong), browser)).attempt?.request.known, null);
      const narrow = world.addApplication({ loginMeans: ['itsme'] });
      assert.equal((await world.send(asking(narrow), browser)).attempt?.request.known, null);
    });

    test('asks for a login again two hours after the first, however busy the session', async () => {
      const klip = world.addApplication();
      const person = world.addPerson([forCompany]);
      const browser = world.browser();
      await tokensFor(world, klip, person, {}, browser);
      mock.timers.enable({ apis: ['Date'], now: Date.now() });
      try {
        mock.timers.setTime(Date.now() + 7_100_000);
        assert.ok((await world.send(asking(klip), browser)).location?.searchParams.get('code'));
        mock.timers.setTime(Date.now() + 101_000);
        assert.equal((await world.send(asking(klip), browser)).attempt?.request.known, null);
      } finally {
        mock.timers.reset();
      }
    });

    test('with prompt=login asks anew, and tells when the person logged in', async () => {
      const klip = world.addApplication();
      const person = world.addPerson([forCompany]);
      const browser = world.browser();
      await tokensFor(world, klip, person, {}, browser);
      const tokens = await tokensFor(world, klip, person, { prompt: 'login' }, browser);
      assert.ok(Math.abs(Number(decodeJwt(tokens.id_token).auth_time) - Date.now() / 1000) < 10);
    });

    test('with prompt=select_account offers the capacities again', async () => {
      const klip = world.addApplication();
      const person = world.addPerson([forCompany, otherCompany]);
      const browser = world.browser();
      const first = await world.send(asking(klip), browser);
      await world.logIn(
        browser,
        first.location as URL,
        person,
        {},
        'organisation:f3d5b9a0-0000-4000-8000-000000000001',
      );
      const { attempt, location } = await world.send(asking(klip, { prompt: 'select_account' }), browser);
      assert.equal(attempt?.state.kind, 'choosing-capacity');
      const back = await world.logIn(
        browser,
        location as URL,
        person,
        {},
        'organisation:f3d5b9a0-0000-4000-8000-000000000002',
      );
      assert.ok(back.searchParams.get('code'));
    });

    test('with max_age asks anew when the login is older', async () => {
      const klip = world.addApplication();
      const person = world.addPerson([forCompany]);
      const browser = world.browser();
      await tokensFor(world, klip, person, {}, browser);
      assert.ok(
        (await world.send(asking(klip, { max_age: '60' }), browser)).location?.searchParams.get('code'),
      );
      assert.equal((await world.send(asking(klip, { max_age: '0' }), browser)).attempt?.request.known, null);
      mock.timers.enable({ apis: ['Date'], now: Date.now() + 120_000 });
      try {
        assert.equal(
          (await world.send(asking(klip, { max_age: '60' }), browser)).attempt?.request.known,
          null,
        );
      } finally {
        mock.timers.reset();
      }
    });
  });

  describe('with prompt=none', () => {
    test('is answered when there is nothing to ask', async () => {
      const klip = world.addApplication();
      const person = world.addPerson([forCompany]);
      const browser = world.browser();
      await tokensFor(world, klip, person, {}, browser);
      assert.ok(
        (await world.send(asking(klip, { prompt: 'none' }), browser)).location?.searchParams.get('code'),
      );
    });

    test('says login_required when nobody logged in, and interaction_required when a capacity must be chosen', async () => {
      const klip = world.addApplication();
      const nobody = await world.send(asking(klip, { prompt: 'none', state: 's' }));
      assert.equal(nobody.location?.searchParams.get('error'), 'login_required');
      assert.equal(nobody.location?.searchParams.get('state'), 's');

      const person = world.addPerson([forCompany, otherCompany]);
      const browser = world.browser();
      const first = await world.send(asking(klip), browser);
      await world.logIn(
        browser,
        first.location as URL,
        person,
        {},
        'organisation:f3d5b9a0-0000-4000-8000-000000000001',
      );
      const { location } = await world.send(asking(world.addApplication(), { prompt: 'none' }), browser);
      assert.equal(location?.searchParams.get('error'), 'interaction_required');
    });
  });

  test('that the person gives up ends as an OAuth error at the application', async () => {
    const klip = world.addApplication();
    const browser = world.browser();
    const { attempt } = await world.send(asking(klip, { state: 's' }), browser);
    assert.ok(attempt);
    const outcome = { kind: 'denied', error: 'access_denied', description: 'the person gave up' } as const;
    const way = await world.end(browser, attempt.id, outcome);
    assert.ok(way.kind === 'address');
    const back = new URL(way.url);
    assert.equal(back.searchParams.get('error'), 'access_denied');
    assert.equal(back.searchParams.get('state'), 's');
    const again = await browser.follow(world.wayBack(attempt.id), `${world.issuer}/`);
    assert.equal(again.location?.href, way.url);
  });
});
