import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { browserCookieHeader, openFakeWeb } from '../../../../test/support/fake-web.ts';
import { ATTEMPT_ID, germany, klip, pages, pageView } from '../../../../test/support/web-fixtures.ts';
import type { Page, Reply } from '../../../login/index.ts';

const PATH = `/login/${ATTEMPT_ID}`;
const number = pageView(pages.number as Page, 'en');

function get(app: ReturnType<typeof openFakeWeb>['app'], path: string) {
  return app.request(path, { headers: { cookie: browserCookieHeader } });
}

/** Follows the tile of Germany as a browser does. */
function leave(
  app: ReturnType<typeof openFakeWeb>['app'],
  headers: Record<string, string> = {},
  path = `${PATH}/country/DE`,
) {
  return app.request(path, { headers: { cookie: browserCookieHeader, ...headers } });
}

const departure = {
  kind: 'post',
  url: 'https://node.example/sso?x=1',
  fields: { SAMLRequest: '"><b>' },
} as const;
const leaving = {
  kind: 'leave',
  attempt: number.attempt,
  application: klip,
  country: germany,
  departure,
  repeats: null,
} as const satisfies Reply;

describe('the address of a login', () => {
  test('leaves for a member state by a page in between, never by a redirect after a form', async () => {
    const { app, fake } = openFakeWeb();
    fake.answer = () => ({
      ...leaving,
      departure: { kind: 'redirect', url: 'https://node.example/sso?SAMLRequest=a%2Bb&SigAlg=c' },
    });
    const answer = await leave(app);
    const body = await answer.text();
    assert.equal(answer.status, 200);
    assert.match(
      body,
      /http-equiv="refresh" content="0;url=https:\/\/node\.example\/sso\?SAMLRequest=a%2Bb&amp;SigAlg=c"/,
    );
    assert.match(answer.headers.get('content-security-policy') ?? '', /form-action 'self'$/);
  });

  test('lets only the form for a member state leave, and only where https leads', async () => {
    const { app, fake } = openFakeWeb();
    fake.answer = () => leaving;
    const answer = await leave(app);
    assert.match(
      answer.headers.get('content-security-policy') ?? '',
      /form-action 'self' https:\/\/node\.example\/sso https:$/,
    );
    const body = await answer.text();
    assert.match(
      body,
      /<form method="post"[^>]*data-submit>.*name="SAMLRequest" value="&quot;&gt;&lt;b&gt;".*<button/,
    );
    assert.doesNotMatch(body, /after=/, 'nobody was there yet');
  });

  test('asks for a fresh request from a page that is shown after the person was at the member state', async () => {
    const { app, fake } = openFakeWeb();
    fake.answer = () => leaving;
    for (const kind of ['at-country', 'country-waiting']) {
      fake.show = (language) => pageView(pages[kind] as Page, language);
      const [, link = ''] =
        /href="([^"]+\/country\/DE[^"]*)"/.exec(await (await get(app, PATH)).text()) ?? [];
      assert.equal(link, `${PATH}/country/DE?after=AbCd1234`, kind);
      assert.equal((await leave(app, {}, link)).status, 200);
    }
    const chosen = { kind: 'choose-country', country: 'DE' } as const;
    assert.deepEqual(fake.answers, Array(2).fill({ ...chosen, after: 'AbCd1234' }));
    await leave(app);
    await leave(app, {}, `${PATH}/country/DE?after=${'x'.repeat(21)}`);
    assert.deepEqual(fake.answers.slice(2), Array(2).fill({ ...chosen, after: null }));
  });

  test('shows the page to a member state once more with a way to begin there again', async () => {
    const { app, fake } = openFakeWeb();
    fake.answer = () => ({ ...leaving, repeats: { country: germany.code, mark: 'AbCd1234' } });
    assert.match(
      await (await leave(app)).text(),
      /Have you been on that login page already\? <a href="[^"]+\/country\/DE\?after=AbCd1234">Begin there again<\/a>/,
    );
  });

  test('takes nobody to a member state because another site says so', async () => {
    const { app, fake } = openFakeWeb();
    fake.answer = () => leaving;
    for (const site of ['cross-site', 'same-site']) {
      const answer = await leave(app, { 'sec-fetch-site': site });
      assert.equal(answer.status, 303);
      assert.equal(answer.headers.get('location'), PATH);
    }
    assert.deepEqual(fake.answers, []);
    for (const site of ['same-origin', 'none']) await leave(app, { 'sec-fetch-site': site });
    assert.equal(fake.answers.length, 2);
  });

  test('takes nobody to a member state where nobody followed a link: a program that looks, or a part of a page', async () => {
    const { app, fake } = openFakeWeb();
    fake.answer = () => leaving;
    const nobody = [
      app.request(`${PATH}/country/DE`, { method: 'HEAD', headers: { cookie: browserCookieHeader } }),
      app.request(`${PATH}/country/DE`),
      ...['iframe', 'image', 'script', 'object'].map((dest) => leave(app, { 'sec-fetch-dest': dest })),
    ];
    for (const answer of await Promise.all(nobody)) {
      assert.equal(answer.status, 303);
      assert.equal(answer.headers.get('location'), PATH);
    }
    assert.deepEqual(fake.answers, []);
    await leave(app, { 'sec-fetch-dest': 'document', 'sec-fetch-mode': 'navigate' });
    assert.equal(fake.answers.length, 1);
  });

  test('begins and ends nothing that a browser fetches ahead, and lets it keep nothing', async () => {
    const { app, fake } = openFakeWeb();
    fake.answer = () => leaving;
    const ahead = [
      { 'sec-purpose': 'prefetch' },
      { 'sec-purpose': 'prefetch;prerender' },
      { 'sec-purpose': 'prefetch;anonymous-client-ip' },
      { purpose: 'prefetch' },
      { 'x-purpose': 'preview' },
      { 'x-moz': 'prefetch' },
    ];
    for (const headers of ahead)
      for (const path of [`${PATH}/country/DE`, PATH, `/eidas/return/${'h'.repeat(43)}`, '/staff/login']) {
        const answer = await leave(app, headers, path);
        assert.equal(answer.status, 503, `${path} ${JSON.stringify(headers)}`);
        assert.equal(answer.headers.get('cache-control'), 'no-store');
        assert.equal(await answer.text(), '');
      }
    assert.deepEqual([fake.answers, fake.bindings], [[], []]);
    assert.equal((await leave(app, { purpose: 'reading' })).status, 200);
  });

  test('says that a country cannot be chosen on the page of countries, and leads there', async () => {
    const { app, fake } = openFakeWeb();
    fake.answer = (): Reply => ({
      kind: 'invalid',
      view: pageView(pages.country as Page, 'en'),
      errors: [{ field: 'country', code: 'choose' }],
    });
    fake.show = () => pageView(pages.country as Page, 'en');
    const answer = await leave(app);
    assert.equal(answer.status, 303);
    const again = answer.headers.get('location') ?? '';
    assert.match(again, /\/country\?again=/);
    assert.match(await (await get(app, again)).text(), /<title>Error: /);
    const odd = await app.request(`${PATH}/country/..%2f`, { headers: { cookie: browserCookieHeader } });
    assert.equal(odd.status, 404);
    assert.equal(fake.answers.length, 1);
  });

  test('never leaves for something that is not a web address', async () => {
    const { app, fake } = openFakeWeb();
    fake.answer = () => ({ ...leaving, departure: { kind: 'redirect', url: 'javascript:alert(1)' } });
    assert.equal((await leave(app)).status, 500);
  });
});
