import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { browserCookieHeader, openFakeWeb } from '../../test/support/fake-web.ts';
import { ATTEMPT_ID } from '../../test/support/web-fixtures.ts';
import { languages } from '../base/language.ts';
import { infoPaths } from './public/routes.ts';

const settings = {
  formKey: new Uint8Array(32),
  trustedProxies: 0,
  securityContact: 'mailto:security@example.org',
  contact: { telephone: '+32 2 553 17 00' },
};

/** What a page of help leads to that asks for a login first. */
const behindLogin: readonly string[] = ['/account', '/organisation'];

describe('every page', () => {
  test('carries a policy that allows nothing from elsewhere and nothing inline', async () => {
    const { app } = openFakeWeb();
    const { headers } = await app.request('/');
    assert.equal(
      headers.get('content-security-policy'),
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
    );
    assert.equal(headers.get('referrer-policy'), 'no-referrer');
    assert.equal(headers.get('cache-control'), 'no-store');
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.equal(headers.get('cross-origin-opener-policy'), 'same-origin');
    assert.equal(headers.get('strict-transport-security'), null);
  });

  test('on https asks for https ever after, and reads the cookie that only this host can have set', async () => {
    const { app, fake } = openFakeWeb({ settings: { ...settings, origin: 'https://login.example' } });
    assert.match((await app.request('/')).headers.get('strict-transport-security') ?? '', /max-age=31536000/);
    await app.request(`/login/${ATTEMPT_ID}`, { headers: { cookie: browserCookieHeader } });
    await app.request(`/login/${ATTEMPT_ID}`, { headers: { cookie: `__Host-${browserCookieHeader}` } });
    assert.equal(fake.bindings[0], 'bound:');
    assert.notEqual(fake.bindings[1], 'bound:');
  });

  for (const language of languages) {
    test(`of help and statements exists in ${language}, and every link in it leads somewhere`, async () => {
      const { app } = openFakeWeb();
      for (const path of infoPaths) {
        const answer = await app.request(`${path}?lang=${language}`);
        const body = await answer.text();
        assert.equal(answer.status, 200);
        assert.match(body, new RegExp(`<html lang="${language}">`));
        for (const [, link] of body.matchAll(/(?:href|src)="(\/[^"]*)"/g))
          assert.equal(
            (await app.request(link ?? '')).status,
            behindLogin.includes(link ?? '') ? 303 : 200,
            link,
          );
      }
    });
  }

  test('speaks the language of the browser, else Dutch', async () => {
    const { app } = openFakeWeb();
    const languageOf = async (header: string) =>
      /<html lang="(..)">/.exec(
        await (await app.request('/', { headers: { 'accept-language': header } })).text(),
      )?.[1];
    assert.equal(await languageOf('pl, de-AT;q=0.8, en;q=0.5'), 'de');
    assert.equal(await languageOf('fr;q=0.2, en;q=0.9'), 'en');
    assert.equal(await languageOf('pl'), 'nl');
    assert.equal(await languageOf(''), 'nl');
  });

  test('says that this is a demo, and only then', async () => {
    const demo = await (await openFakeWeb().app.request('/?lang=en')).text();
    const real = await (await openFakeWeb({ demo: null }).app.request('/?lang=en')).text();
    assert.match(demo, /No real identity is checked[\s\S]*http:\/\/localhost:4001/);
    assert.doesNotMatch(real, /No real identity|localhost:4001/);
  });
});

describe('what goes wrong', () => {
  test('on our side is told without detail, with a code that stands in the log as well', async () => {
    const secret = '95.50.17-001.49';
    const { app, fake, logged } = openFakeWeb();
    fake.show = () => {
      throw new Error(`cannot read ${secret}`);
    };
    const answer = await app.request(`/login/${ATTEMPT_ID}?q=${secret}`, {
      headers: { 'accept-language': 'en' },
    });
    const body = await answer.text();
    const code = /<code translate="no">([^<]+)<\/code>/.exec(body)?.[1] ?? 'none';
    assert.equal(answer.status, 500);
    assert.equal(answer.headers.get('content-security-policy')?.includes("form-action 'self'"), true);
    assert.match(body, /Something went wrong on our side/);
    assert.ok(JSON.stringify(logged).includes(code));
    assert.doesNotMatch(body + JSON.stringify(logged), new RegExp(secret));
    assert.doesNotMatch(JSON.stringify(logged), new RegExp(ATTEMPT_ID));
  });

  test('with an address is told on a page of its own', async () => {
    const { app } = openFakeWeb();
    assert.equal((await app.request('/nowhere')).status, 404);
    assert.equal((await app.request('/login/short')).status, 404);
  });

  test('with the database is told to whoever asks whether we are ready', async () => {
    const { app } = openFakeWeb({ isReady: async () => Promise.reject(new Error('no database')) });
    assert.equal((await app.request('/health/ready')).status, 503);
    assert.equal((await app.request('/health/live')).status, 200);
    assert.equal((await openFakeWeb().app.request('/health/ready')).status, 200);
  });
});
