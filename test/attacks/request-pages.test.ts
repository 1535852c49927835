import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { formToken } from '../../src/web/http/form-token.ts';
import { LINK_TOKEN, requestCookieHeader, requestView } from '../support/fake-requests.ts';
import { browserCookieHeader, formKey, requestToken, token } from '../support/fake-web.ts';
import { openRequestPages } from '../support/request-pages.ts';
import { sentRequests } from '../support/sent-requests.ts';

const sent = sentRequests['action-needed'];
const honest = { text: 'Here they are' };

describe('a form of a request', () => {
  test('is taken from a page of its own session', async () => {
    const { fake, post } = openRequestPages(sent);
    assert.equal((await post('/request/reply', honest, { 'sec-fetch-site': 'same-origin' })).status, 303);
    assert.equal(fake.calls.length, 1);
  });

  const otherSession = formToken(formKey, 'x'.repeat(43));
  const forgeries: readonly (readonly [string, Record<string, string>, Record<string, string>])[] = [
    ['with the token of another session', { csrf: otherSession }, {}],
    ['with the token of the browser, which belongs to the login', { csrf: token }, {}],
    ['without a token', { csrf: '' }, {}],
    ['from another site', {}, { 'sec-fetch-site': 'cross-site' }],
    ['from a neighbour', {}, { 'sec-fetch-site': 'same-site' }],
    ['without a session', {}, { cookie: browserCookieHeader }],
    [
      'with a session that is set twice',
      {},
      { cookie: `${requestCookieHeader}; sluis_request=${'b'.repeat(43)}` },
    ],
    [
      'with the secret of the browser in the place of the session',
      {},
      { cookie: browserCookieHeader.replace('sluis_browser', 'sluis_request') },
    ],
  ];
  const places = [
    '/request/reply',
    '/request/questions/names',
    '/request/email',
    '/request/email/again',
    '/request/check',
    '/request/contact',
    '/request/withdraw',
    '/request/documents/remove',
    '/request/leave',
  ];
  for (const [name, fields, headers] of forgeries) {
    test(`${name} is refused everywhere, and nothing of it is done`, async () => {
      const { fake, post } = openRequestPages(sent);
      for (const place of places) {
        const answer = await post(place, { ...honest, ...fields }, headers);
        // Without a session there is one page more: how to come back.
        const isShownTheWay = answer.headers.get('location') === '/request/ended';
        assert.ok(answer.status === 403 || isShownTheWay, `${place}: ${answer.status}`);
      }
      assert.deepEqual(fake.calls, []);
      assert.equal(fake.sessions.size, 1);
    });
  }

  test('with a document and a wrong token is refused before the file is looked at', async () => {
    let looked = false;
    const { fake, upload } = openRequestPages(sent, {
      documents: {
        prepare: async () => {
          looked = true;
          return { kind: 'refused', reason: 'type' };
        },
      },
    });
    const answer = await upload({ csrf: 'wrong', kind: 'passport' }, new Blob(['x']));
    assert.equal(answer.status, 403);
    assert.equal(looked, false);
    assert.deepEqual(fake.calls, []);
  });

  test('that is larger than any page of ours is refused', async () => {
    const { fake, post } = openRequestPages(sent);
    assert.equal((await post('/request/reply', { text: 'x'.repeat(70_000) })).status, 413);
    assert.deepEqual(fake.calls, []);
  });

  test('with a file beyond 10 MB is told so, and the file is not kept', async () => {
    const { fake, get, upload } = openRequestPages(sent);
    const answer = await upload({ kind: 'passport' }, new Blob([new Uint8Array(10 * 1024 * 1024 + 1)]));
    assert.equal(answer.status, 303);
    const shown = await get(answer.headers.get('location') ?? '');
    assert.match(await shown.text(), /The file must be smaller than 10 MB/);
    assert.deepEqual(fake.calls, []);
  });

  test('of another type, or with a field twice, is refused', async () => {
    const { app, fake } = openRequestPages(sent);
    const headers = { cookie: requestCookieHeader };
    const bodies = [
      ['application/json', '{"text":"x"}'],
      ['text/plain', `csrf=${requestToken}&text=x`],
      ['application/x-www-form-urlencoded', `csrf=${requestToken}&text=x&text=y`],
    ] as const;
    for (const [type, body] of bodies) {
      const more = { ...headers, 'content-type': type };
      assert.equal(
        (await app.request('/request/reply', { method: 'POST', body, headers: more })).status,
        400,
      );
    }
    assert.deepEqual(fake.calls, []);
  });
});

describe('the session of a request', () => {
  test('whose request is gone, and a session that never was, look alike to who asks', async () => {
    const { fake, get } = openRequestPages(sent);
    fake.view = null;
    const gone = await get('/request/status');
    assert.equal(gone.status, 404);
    assert.match(await gone.text(), /We cannot find a request with these details/);
    const guessed = await get('/request/status', { cookie: `sluis_request=${'g'.repeat(43)}` });
    assert.equal(guessed.status, 403);
    assert.doesNotMatch(await guessed.text(), /SLU-/);
  });

  test('is not taken from an address or a form', async () => {
    const { app, fake } = openRequestPages(sent);
    const secret = requestCookieHeader.split('=')[1] ?? '';
    const answer = await app.request(`/request/status?sluis_request=${secret}&case=${sent.case}`);
    assert.equal(answer.headers.get('location'), '/request');
    assert.deepEqual(fake.calls, []);
  });

  test('gets a new secret with every link, and the former one ends', async () => {
    const { app, fake } = openRequestPages(sent);
    const former = requestCookieHeader.split('=')[1] ?? '';
    const answer = await app.request(`/request/open/${LINK_TOKEN}`, {
      method: 'POST',
      body: new URLSearchParams({ csrf: token }),
      headers: { cookie: `${browserCookieHeader}; ${requestCookieHeader}` },
    });
    const secret = /sluis_request=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? '';
    assert.notEqual(secret, former);
    assert.deepEqual([...fake.sessions.keys()], [secret]);
  });

  test('is never in a cache, a frame or a referrer, and its cookie is out of reach of scripts', async () => {
    const { get } = openRequestPages(sent);
    const { headers } = await get('/request/status');
    assert.equal(headers.get('cache-control'), 'no-store');
    assert.equal(headers.get('referrer-policy'), 'no-referrer');
    assert.match(headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/);
  });
});

describe('a link in a mail', () => {
  const path = `/request/open/${LINK_TOKEN}`;

  test('is not spent by what looks at it: GET, HEAD, or a POST that is not of our page', async () => {
    const { app, fake } = openRequestPages(sent);
    const headers = { cookie: browserCookieHeader };
    for (const method of ['GET', 'HEAD', 'GET']) await app.request(path, { method });
    await app.request(path, { method: 'POST' });
    await app.request(path, { method: 'POST', body: new URLSearchParams({ csrf: 'guessed' }), headers });
    assert.deepEqual(fake.calls, []);
    assert.equal(fake.linkAlive, true);
    const pressed = await app.request(path, {
      method: 'POST',
      body: new URLSearchParams({ csrf: token }),
      headers,
    });
    assert.equal(pressed.status, 303);
  });

  test('that was used, guessed or mangled says the same', async () => {
    const { app, fake } = openRequestPages(sent);
    fake.linkAlive = false;
    const headers = { cookie: `${browserCookieHeader}; sluis_language=en` };
    for (const token of [LINK_TOKEN, 'g'.repeat(43), 'x', `${LINK_TOKEN}%27--`, 'A'.repeat(5000)]) {
      const answer = await app.request(`/request/open/${token}`, { headers });
      assert.equal(answer.status, 410);
      assert.match(await answer.text(), /This link no longer works/);
    }
  });

  test('and what it opens stay out of the log', async () => {
    const { app, logged, post } = openRequestPages(sent);
    await app.request(path);
    await post('/request/reply', honest);
    const lines = JSON.stringify(logged);
    assert.match(lines, /\/request\/open\/:token/);
    assert.doesNotMatch(lines, /kkkk|SLU-|Here they/);
  });
});

describe('what people typed', () => {
  const hostile = '"><img src=x onerror=alert(1)><!--';
  const name = { latin: hostile, original: hostile };

  test('is text wherever it is shown, and its direction stays its own', async () => {
    const base = requestView();
    const { document } = base.answers;
    const applicant = { ...base.applicant, familyName: name, givenNames: name, birthName: name };
    const answers = {
      ...base.answers,
      previousNames: [hostile, 'محمد عبد الله'],
      remark: hostile,
      birthPlace: hostile,
      email: hostile,
      telephone: hostile,
      address: { lines: hostile, postcode: hostile, municipality: hostile, country: 'DE' },
      document: document && { ...document, number: hostile },
    };
    const message = { ...(sent.messages[0] ?? assert.fail()), text: hostile };
    const draft = { ...base, applicant, answers };
    const later = { ...sent, applicant, answers, messages: [message] };
    const { fake, get } = openRequestPages();
    for (const [path, view] of [
      ['/request/questions/names', draft],
      ['/request/check', draft],
      ['/request/status', later],
      ['/request/contact', later],
    ] as const) {
      fake.view = view;
      const page = await (await get(path)).text();
      assert.doesNotMatch(page, /<img src=x|<!--/, path);
      assert.match(page, /&lt;img src=x onerror=alert\(1\)&gt;/, path);
    }
    fake.view = draft;
    assert.match(await (await get('/request/check')).text(), /<bdi[^>]*>محمد عبد الله<\/bdi>/);
  });

  test('comes back whole and escaped when it was wrong, up to 300 characters and beyond', async () => {
    const { fake, get, post } = openRequestPages();
    fake.kept = { kind: 'wrong', errors: [{ field: 'birthPlace', code: 'too-long' }] };
    const typed = `${hostile}${'é'.repeat(300)}`;
    const again = async (sent: Response | Promise<Response>) =>
      (await get((await sent).headers.get('location') ?? '')).text();
    const page = await again(post('/request/questions/birth', { birthPlace: typed }));
    assert.doesNotMatch(page, /<img src=x/);
    const place = await again(post('/request/questions/contact', { email: typed }));
    assert.ok(place.includes('é'.repeat(300)));
  });

  test('in the header of the language chooses one of four and nothing else', async () => {
    const { app } = openRequestPages();
    for (const language of ['"><script>', 'xx', 'en;q=NaN', `${'de,'.repeat(2000)}`, '*']) {
      const answer = await app.request('/request', { headers: { 'accept-language': language } });
      assert.equal(answer.status, 200);
      assert.match(await answer.text(), /<html lang="(nl|fr|de|en)">/);
    }
  });
});
