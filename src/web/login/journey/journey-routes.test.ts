import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { browserCookieHeader, browserSecret, openFakeWeb, token } from '../../../../test/support/fake-web.ts';
import { ATTEMPT_ID, germany, klip, pages, pageView } from '../../../../test/support/web-fixtures.ts';
import type { Page, Reply } from '../../../login/index.ts';

const PATH = `/login/${ATTEMPT_ID}`;
const number = pageView(pages.number as Page, 'en');

function post(
  app: ReturnType<typeof openFakeWeb>['app'],
  fields: Record<string, string>,
  headers: Record<string, string> = {},
) {
  return app.request(PATH, {
    method: 'POST',
    body: new URLSearchParams({ csrf: token, ...fields }),
    headers: { cookie: browserCookieHeader, ...headers },
  });
}

function get(app: ReturnType<typeof openFakeWeb>['app'], path: string) {
  return app.request(path, { headers: { cookie: browserCookieHeader } });
}

/** Chooses a country as a browser does: the form, and the page that it leads to. */
async function leave(app: ReturnType<typeof openFakeWeb>['app'], headers: Record<string, string> = {}) {
  const chosen = await post(app, { answer: 'choose-country', country: 'DE' });
  assert.equal(chosen.status, 303);
  return app.request(chosen.headers.get('location') ?? '', {
    headers: { cookie: browserCookieHeader, ...headers },
  });
}

describe('the address of a login', () => {
  test('answers a form by leading back to itself, with what was asked for the login', async () => {
    const { app, fake } = openFakeWeb();
    const answer = await post(app, { answer: 'give-number', knows: 'yes', number: ' 95.50.17-001.49 ' });
    assert.equal(answer.status, 303);
    assert.equal(answer.headers.get('location'), PATH);
    assert.deepEqual(fake.answers, [
      { kind: 'give-number', knows: 'yes', number: '95.50.17-001.49', address: 'unknown' },
    ]);
  });

  test('takes a number that was typed without choosing "yes" as yes', async () => {
    const { app, fake } = openFakeWeb();
    await post(app, { answer: 'give-number', number: '95501700149' });
    assert.equal(fake.answers[0]?.kind === 'give-number' && fake.answers[0].knows, 'yes');
  });

  test('shows what was wrong beside what was typed', async () => {
    const { app, fake } = openFakeWeb();
    fake.answer = (): Reply => ({
      kind: 'invalid',
      view: number,
      errors: [{ field: 'number', code: 'length' }],
    });
    fake.show = () => number;
    const answer = await post(app, { answer: 'give-number', knows: 'yes', number: '123' });
    const again = answer.headers.get('location') ?? '';
    assert.equal(answer.status, 303);
    assert.match(again, /^\/login\/[\w-]+\?again=[\w-]{22}$/, 'a handle, and nothing of what was typed');
    for (const time of ['at first', 'after a reload']) {
      const shown = await get(app, again);
      const body = await shown.text();
      assert.equal(shown.status, 200, time);
      assert.match(body, /<title>Error: /);
      assert.match(body, /<a href="#number">Your Belgian national number must have 11 digits<\/a>/);
      assert.match(body, /value="123"[^>]*aria-describedby="number-hint number-error" aria-invalid="true"/);
      assert.match(body, /value="yes" checked/);
    }
  });

  test('says what was wrong in another language too, and there with what was typed', async () => {
    const { app, fake } = openFakeWeb();
    fake.answer = (): Reply => ({
      kind: 'invalid',
      view: number,
      errors: [{ field: 'number', code: 'length' }],
    });
    fake.show = (language) => pageView(pages.number as Page, language);
    const answer = await post(app, { answer: 'give-number', knows: 'yes', number: '123' });
    const inEnglish = await (await get(app, answer.headers.get('location') ?? '')).text();
    const [, french = ''] = /href="([^"]*lang=fr[^"]*)"/.exec(inEnglish) ?? [];
    const chosen = await get(app, french.replaceAll('&amp;', '&'));
    assert.equal(chosen.status, 303);
    const inFrench = await (await get(app, chosen.headers.get('location') ?? '')).text();
    assert.match(inFrench, /<html lang="fr">/);
    assert.match(inFrench, /<title>Erreur/);
    assert.match(inFrench, /value="123"/);
  });

  test('shows what was typed in no other browser, on no other page and in no other tab', async () => {
    const { app, fake } = openFakeWeb();
    fake.answer = (): Reply => ({
      kind: 'invalid',
      view: number,
      errors: [{ field: 'number', code: 'length' }],
    });
    fake.show = () => number;
    const send = async (typed: string) =>
      (await post(app, { answer: 'give-number', knows: 'yes', number: typed })).headers.get('location') ?? '';
    const [one, other] = [await send('111'), await send('222')];
    assert.match(await (await get(app, one)).text(), /value="111"/);
    assert.match(await (await get(app, other)).text(), /value="222"/);
    const stranger = { cookie: `sluis_browser=${'x'.repeat(43)}` };
    assert.doesNotMatch(
      await (await app.request(one, { headers: stranger })).text(),
      /value="111"|<title>Error/,
    );
    const changed = one.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
    assert.doesNotMatch(await (await get(app, changed)).text(), /value="111"|<title>Error/);
    fake.show = () => pageView(pages.means as Page, 'en');
    assert.doesNotMatch(await (await get(app, one)).text(), /<title>Error/, 'the login went on');
  });

  test('asks again after a number that did not match, with the number in the field and not in the address', async () => {
    const { app, fake } = openFakeWeb();
    const mismatch = pageView(pages['number-did-not-match'] as Page, 'en');
    fake.show = () => mismatch;
    const { identity, notice } = mismatch.page as Extract<Page, { kind: 'number' }>;
    const state = { kind: 'asking-number', identity, notice, authentication: null as never } as const;
    fake.answer = () => ({ kind: 'moved', attempt: { ...mismatch.attempt, state } });
    const answer = await post(app, { answer: 'give-number', number: '95.50.17-001.49' });
    const location = answer.headers.get('location') ?? '';
    assert.equal(answer.status, 303);
    assert.doesNotMatch(location, /95/);
    const body = await (await app.request(location, { headers: { cookie: browserCookieHeader } })).text();
    assert.match(body, /We could not link this number/);
    assert.match(body, /name="number" value="95.50.17-001.49"/);
    assert.match(body, /value="yes" checked/);
    assert.doesNotMatch(await (await app.request(location)).text(), /95\.50/, 'in this browser alone');
  });

  test('leaves for a member state by a page in between, never by a redirect after a form', async () => {
    const { app, fake } = openFakeWeb();
    const departure = {
      kind: 'redirect',
      url: 'https://node.example/sso?SAMLRequest=a%2Bb&SigAlg=c',
    } as const;
    fake.answer = () => ({
      kind: 'leave',
      attempt: number.attempt,
      application: klip,
      country: germany,
      departure,
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
    const departure = {
      kind: 'post',
      url: 'https://node.example/sso?x=1',
      fields: { SAMLRequest: '"><b>' },
    } as const;
    fake.answer = () => ({
      kind: 'leave',
      attempt: number.attempt,
      application: klip,
      country: germany,
      departure,
    });
    const answer = await leave(app);
    assert.match(
      answer.headers.get('content-security-policy') ?? '',
      /form-action 'self' https:\/\/node\.example\/sso https:$/,
    );
    assert.match(await answer.text(), /name="SAMLRequest" value="&quot;&gt;&lt;b&gt;"/);
  });

  test('asks for a fresh request each time the page to a member state is shown: after "back" and after a reload', async () => {
    const { app, fake } = openFakeWeb();
    let sent = 0;
    fake.answer = () => ({
      kind: 'leave',
      attempt: number.attempt,
      application: klip,
      country: germany,
      departure: { kind: 'post', url: 'https://node.example/sso', fields: { SAMLRequest: `R${++sent}` } },
    });
    for (const expected of ['R1', 'R2']) {
      const page = await leave(app);
      assert.equal(page.status, 200);
      const text = await page.text();
      assert.match(text, new RegExp(`<form method="post"[^>]*data-submit>.*value="${expected}".*<button`));
    }
    const site = { 'sec-fetch-site': 'same-origin' };
    assert.equal((await leave(app, site)).status, 200);
    assert.equal(fake.answers.length, 3);
  });

  test('takes nobody to a member state because another site says so', async () => {
    const { app, fake } = openFakeWeb();
    for (const site of ['cross-site', 'same-site']) {
      const answer = await leave(app, { 'sec-fetch-site': site });
      assert.equal(answer.status, 303);
      assert.equal(answer.headers.get('location'), PATH);
    }
    assert.deepEqual(fake.answers, []);
  });

  test('says at once that no country was chosen, and at the page in between that one cannot be', async () => {
    const { app, fake } = openFakeWeb();
    fake.answer = (): Reply => ({
      kind: 'invalid',
      view: pageView(pages.country as Page, 'en'),
      errors: [{ field: 'country', code: 'choose' }],
    });
    fake.show = () => pageView(pages.country as Page, 'en');
    for (const answer of [await post(app, { answer: 'choose-country' }), await leave(app)]) {
      assert.equal(answer.status, 303);
      const shown = await get(app, answer.headers.get('location') ?? '');
      assert.match(await shown.text(), /<title>Error: /);
    }
    const odd = await app.request(`${PATH}/country/..%2f`, { headers: { cookie: browserCookieHeader } });
    assert.equal(odd.status, 404);
    assert.equal(fake.answers.length, 2);
  });

  test('never leaves for something that is not a web address', async () => {
    const { app, fake } = openFakeWeb();
    fake.answer = () => ({
      kind: 'leave',
      attempt: number.attempt,
      application: klip,
      country: germany,
      departure: { kind: 'redirect', url: 'javascript:alert(1)' },
    });
    assert.equal((await leave(app)).status, 500);
  });

  test('brings a finished login to its application by a page in between', async () => {
    const { app, fake } = openFakeWeb();
    fake.show = (language) =>
      pageView(
        { kind: 'finished', outcome: { kind: 'denied', error: 'access_denied', description: '' } },
        language,
      );
    const answer = await app.request(PATH, { headers: { cookie: browserCookieHeader } });
    assert.equal(answer.status, 200);
    assert.match(await answer.text(), /content="0;url=\/op\/v1\/auth\/resume"[\s\S]*Taking you back to KLIP/);
  });

  test('lives on when more time is asked for, in a form of its own', async () => {
    const { app, fake } = openFakeWeb();
    const ask = (csrf: string) =>
      app.request(`${PATH}/more-time`, {
        method: 'POST',
        body: new URLSearchParams({ csrf }),
        headers: { cookie: browserCookieHeader },
      });
    assert.equal((await ask(token)).status, 303);
    assert.equal((await ask('')).status, 403);
    assert.deepEqual(fake.bindings, [`bound:${browserSecret}`]);
  });

  test('changes the language and remembers it', async () => {
    const { app, fake } = openFakeWeb();
    const answer = await app.request(`${PATH}?lang=fr`, { headers: { cookie: browserCookieHeader } });
    assert.equal(answer.status, 303);
    assert.equal(fake.language, 'fr');
    assert.match(answer.headers.get('set-cookie') ?? '', /^sluis_language=fr; /);
  });

  test('is asked in the browser that the cookie says, and no other', async () => {
    const { app, fake } = openFakeWeb();
    await app.request(PATH, { headers: { cookie: browserCookieHeader } });
    await app.request(PATH);
    await app.request(PATH, { headers: { cookie: 'sluis_browser=tooshort' } });
    assert.deepEqual(fake.bindings, [`bound:${browserSecret}`, 'bound:', 'bound:']);
  });
});

describe('a form', () => {
  const honest = { answer: 'choose-means', tile: 'eidas' };
  const refusals: readonly (readonly [
    why: string,
    fields: Record<string, string>,
    headers: Record<string, string>,
    status: number,
  ])[] = [
    ['without token', { csrf: '' }, {}, 403],
    ['with the token of another browser', { csrf: `${token.slice(0, -2)}AA` }, {}, 403],
    ['without our cookie', {}, { cookie: '' }, 403],
    [
      'with two different cookies of ours',
      {},
      { cookie: `${browserCookieHeader}; sluis_browser=${'x'.repeat(43)}` },
      403,
    ],
    ['from another site', {}, { 'sec-fetch-site': 'cross-site' }, 403],
    ['from a neighbour site', {}, { 'sec-fetch-site': 'same-site' }, 403],
    ['with an answer that no page of ours sends', { answer: 'become-administrator' }, {}, 400],
    ['with a field longer than anybody types', { tile: 'x'.repeat(201) }, {}, 400],
    ['larger than a form of ours', { tile: 'x'.repeat(5000) }, {}, 413],
    ['of another type', {}, { 'content-type': 'text/plain' }, 400],
  ];

  for (const [why, fields, headers, status] of refusals) {
    test(`is refused ${why}, and the login never hears of it`, async () => {
      const { app, fake } = openFakeWeb();
      assert.equal((await post(app, honest, { 'sec-fetch-site': 'same-origin' })).status, 303);
      const answer = await post(app, { ...honest, ...fields }, headers);
      assert.equal(answer.status, status);
      assert.equal(fake.answers.length, 1);
      assert.match(await answer.text(), /<h1>/);
    });
  }

  test('is refused when a field comes twice', async () => {
    const { app, fake } = openFakeWeb();
    const answer = await app.request(PATH, {
      method: 'POST',
      body: `csrf=${token}&answer=choose-means&tile=eid&tile=eidas`,
      headers: { cookie: browserCookieHeader, 'content-type': 'application/x-www-form-urlencoded' },
    });
    assert.equal(answer.status, 400);
    assert.deepEqual(fake.answers, []);
  });

  test('without announced length is read no further than its limit', async () => {
    const { app } = openFakeWeb();
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1024;
        controller.enqueue(new Uint8Array(1024).fill(97));
      },
    });
    const request = new Request(`http://localhost${PATH}`, {
      method: 'POST',
      body,
      duplex: 'half',
      headers: { cookie: browserCookieHeader, 'content-type': 'application/x-www-form-urlencoded' },
    } as RequestInit);
    assert.equal((await app.request(request)).status, 413);
    assert.ok(sent < 20_000);
  });
});
