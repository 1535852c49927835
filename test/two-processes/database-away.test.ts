import assert from 'node:assert/strict';
import { after, before, describe, mock, test } from 'node:test';
import { type DatabaseProxy, openDatabaseProxy } from '../support/database-proxy.ts';
import { openPlainBrowser } from '../support/plain-browser.ts';
import { openTwoPlatforms, type TwoPlatforms } from '../support/two-platforms.ts';

const REFERENCE = /translate="no"[^>]*>[2-9A-Z]{4}-[2-9A-Z]{4}</;
const again: Readonly<Record<string, RegExp>> = {
  nl: /De pagina opnieuw laden/,
  fr: /Recharger la page/,
  de: /Seite neu laden/,
  en: /Load the page again/,
};
const secret = 's'.repeat(43);
const attempt = 'a'.repeat(43);
const cookie = `sluis_browser=${secret}; sluis_staff=${secret}; sluis_request=${secret}; sluis_session=${secret}`;

/** What needs the database, for people. */
const pages = [
  `/login/${attempt}`,
  `/login/${attempt}/country`,
  `/login/${attempt}/country/DE`,
  `/eidas/return/${attempt}`,
  '/staff/login',
  `/staff/enter/${attempt}`,
  '/request',
  '/request/login',
  '/request/status',
  '/request/contact',
  '/cases',
  '/cases/list',
  '/cases/joins',
  '/office',
  '/help/registration-office',
  `/op/v1/auth/${attempt}`,
  '/op/v1/logout?client_id=6f1c2f0e-6d0f-4b52-9d3a-0d6a4c1b7e11',
];

describe('while the database is away', () => {
  const endings: (() => Promise<void>)[] = [];
  const printed: unknown[] = [];
  let platforms: TwoPlatforms;
  let proxy: DatabaseProxy;
  let authorization = '';

  before(async () => {
    platforms = await openTwoPlatforms({ after: (work) => void endings.push(work) }, async (url) => {
      proxy = await openDatabaseProxy(url);
      return proxy.url;
    });
    const { id, redirectUris } = platforms.applications.klip;
    const asked = {
      client_id: id,
      redirect_uri: redirectUris[0] ?? '',
      response_type: 'code',
      scope: 'openid',
    };
    authorization = `/op/v1/auth?${new URLSearchParams(asked)}`;
    const page = await openPlainBrowser(platforms).go(0, { url: authorization });
    assert.equal(page.status, 200, 'as long as it is there, people log in');
    for (const name of ['error', 'info', 'log', 'warn'] as const)
      mock.method(console, name, (...told: unknown[]) => printed.push(told));
    proxy.cut();
  });
  after(async () => {
    mock.restoreAll();
    proxy.pass();
    for (const end of endings.reverse()) await end();
    await proxy.close();
  });

  test('every address tells it on a page with a reference and a way to try again, in the language of the person', async () => {
    const odd: string[] = [];
    for (const [index, url] of [authorization, ...pages].entries()) {
      const language = Object.keys(again)[index % 4] ?? 'nl';
      const headers = {
        'accept-language': language,
        accept: 'text/html,*/*;q=0.8',
        cookie,
      };
      const answer = await platforms.send(index, { url, headers });
      const isTold =
        answer.status === 503 &&
        answer.headers.get('retry-after') !== null &&
        REFERENCE.test(answer.text) &&
        (again[language] as RegExp).test(answer.text) &&
        new RegExp(`<html lang="${language}"`).test(answer.text);
      if (!isTold) odd.push(`${url} ${answer.status} ${answer.text.slice(0, 80)}`);
    }
    assert.deepEqual(odd, []);
  });

  test('a form leads back to the page that it stands on', async () => {
    for (const [url, page] of [
      [`/login/${attempt}`, `/login/${attempt}`],
      ['/request/more-time', '/request'],
      [`/login/${attempt}/again`, `/login/${attempt}`],
    ] as const) {
      const fields = { csrf: 'x', answer: 'continue' };
      const answer = await platforms.send(0, {
        method: 'POST',
        url,
        fields,
        headers: { cookie, 'accept-language': 'en' },
      });
      // Without a session that can be read, or a token that is ours.
      assert.ok([403, 503].includes(answer.status), `${url} ${answer.status}`);
      assert.match(answer.text, REFERENCE, url);
      assert.match(answer.text, new RegExp(`class="btn" href="${page}"`), url);
    }
  });

  test('machines are told when to ask again, in JSON', async () => {
    const { id } = platforms.applications.klip;
    const basic = { authorization: `Basic ${Buffer.from(`${id}:${'x'.repeat(20)}`).toString('base64')}` };
    const bearer = { authorization: `Bearer ${'t'.repeat(43)}` };
    for (const sent of [
      {
        method: 'POST',
        url: '/op/v1/token',
        headers: basic,
        fields: { grant_type: 'authorization_code', code: 'c' },
      },
      { method: 'POST', url: '/op/v1/introspect', headers: basic, fields: { token: 't'.repeat(43) } },
      { url: '/op/v1/userinfo', headers: bearer },
    ] as const) {
      for (const accept of ['application/json', '*/*', 'text/html']) {
        const answer = await platforms.send(1, { ...sent, headers: { ...sent.headers, accept } });
        assert.equal(answer.status, 503, `${sent.url} ${accept} ${answer.text}`);
        assert.match(answer.headers.get('retry-after') ?? '', /^\d+$/);
        assert.equal(JSON.parse(answer.text).error, 'temporarily_unavailable');
      }
    }
  });

  test('what needs no database is there as ever', async () => {
    const help = await platforms.send(0, { url: '/help' });
    assert.equal(help.status, 200);
    const [style = ''] = /\/assets\/[^"]+\.css/.exec(help.text) ?? [];
    for (const url of [
      style,
      '/',
      '/privacy',
      '/health/live',
      '/op/v1/keys',
      '/op/.well-known/openid-configuration',
    ])
      assert.equal((await platforms.send(1, { url })).status, 200, url);
    assert.equal((await platforms.send(1, { url: '/health/ready' })).status, 503);
  });

  test('the log has a line for each, with the reference, and nothing else is printed', () => {
    assert.ok(platforms.failures.length >= pages.length);
    for (const line of platforms.failures) assert.doesNotThrow(() => JSON.parse(line), line);
    assert.deepEqual(printed, []);
  });
});
