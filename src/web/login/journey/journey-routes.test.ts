import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { browserCookieHeader, browserSecret, openFakeWeb, token } from '../../../../test/support/fake-web.ts';
import { ATTEMPT_ID, klip, pages, pageView, toKlip } from '../../../../test/support/web-fixtures.ts';
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

  test('brings a finished login to its application by a page in between', async () => {
    const { app, fake } = openFakeWeb();
    fake.show = (language) =>
      pageView(
        {
          kind: 'finished',
          outcome: { kind: 'denied', error: 'access_denied', description: '' },
          wayOn: toKlip,
        },
        language,
      );
    const answer = await app.request(PATH, { headers: { cookie: browserCookieHeader } });
    assert.equal(answer.status, 200);
    assert.match(
      await answer.text(),
      /content="0;url=https:\/\/klip\.example\/back\?code=c&amp;state=s"[\s\S]*Taking you back to KLIP/,
    );
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

describe('the page that a tile leads to', () => {
  test('has an address of its own, posts its forms to the login, and is searched and read in another language there', async () => {
    const { app, fake } = openFakeWeb();
    fake.show = (language) => pageView(pages.country as Page, language);
    const page = await get(app, `${PATH}/country?q=Deutschland`);
    const body = await page.text();
    assert.equal(page.status, 200);
    assert.deepEqual(
      [...body.matchAll(/class="country" href="([^"]+)"/g)].map(([, href]) => href),
      [`${PATH}/country/DE`],
    );
    assert.match(body, new RegExp(`role="search" method="get" action="${PATH}/country"`));
    const posted = [...body.matchAll(/method="post" action="([^"]+)"/g)].map(([, action]) => action);
    assert.ok(posted.length > 0);
    for (const action of posted) assert.ok(action === PATH || action === `${PATH}/more-time`, action);
    assert.match(body, new RegExp(`href="${PATH}/country\\?lang=fr"`));
    const french = await get(app, `${PATH}/country?lang=fr`);
    assert.equal(french.headers.get('location'), `${PATH}/country`);
    assert.match(await (await get(app, `${PATH}/country`)).text(), /<html lang="fr">/);
    assert.deepEqual(fake.answers, [], 'looking is no answer');
  });

  test('stands behind a link on the page of means, the one of the last time too', async () => {
    const { app, fake } = openFakeWeb();
    fake.show = (language) => pageView(pages.means as Page, language);
    const body = await (await get(app, PATH)).text();
    const tiles = [...body.matchAll(/<li id="tile-(\w+)"><a class="tile" href="([^"]+)"/g)];
    assert.deepEqual(tiles.map(([, tile, href]) => [tile, href?.replace(PATH, '')]).sort(), [
      ['eid', '/means/eid'],
      ['eidas', '/country'],
      ['itsme', '/means/itsme'],
      ['last', '/country/DE'],
    ]);
  });

  test('leads to the login where that is past it, cannot be shown, or has no such tile', async () => {
    const { app, fake } = openFakeWeb();
    for (const path of ['country', 'means/eid', 'means/eidas', 'means/csamsms', 'means/other']) {
      const answer = await get(app, `${PATH}/${path}`);
      assert.equal(answer.status, 303, path);
      assert.equal(answer.headers.get('location'), PATH, path);
    }
    fake.show = () => ({
      kind: 'problem',
      problem: { kind: 'expired' },
      application: klip,
      correlation: 'K7PX-2M9D',
    });
    assert.equal((await get(app, `${PATH}/country`)).headers.get('location'), PATH);
  });

  test('is asked of the login by its tile, and none of our pages lets a browser fetch ahead', async () => {
    const { app, fake } = openFakeWeb();
    fake.show = (language) => pageView(pages.country as Page, language);
    assert.match(await (await get(app, `${PATH}/country`)).text(), /<ul class="countries"/);
    for (const [name, page] of Object.entries(pages)) {
      fake.show = (language) => pageView(page, language);
      const answer = await get(app, PATH);
      const body = await answer.text();
      assert.doesNotMatch(
        body,
        /speculationrules|rel="(?:prefetch|prerender|dns-prefetch|preconnect|next)"/,
        name,
      );
      for (const header of ['link', 'speculation-rules'])
        assert.equal(answer.headers.get(header), null, name);
    }
  });
});

describe('a form', () => {
  const honest = { answer: 'choose-capacity', key: 'citizen' };
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
    ['with a field longer than anybody types', { key: 'x'.repeat(201) }, {}, 400],
    ['larger than a form of ours', { key: 'x'.repeat(5000) }, {}, 413],
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
      body: `csrf=${token}&answer=choose-capacity&key=citizen&key=organisation:1`,
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
