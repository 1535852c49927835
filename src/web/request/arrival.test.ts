import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { emptyRequest, LINK_TOKEN, requestSecret } from '../../../test/support/fake-requests.ts';
import { browserCookieHeader, token } from '../../../test/support/fake-web.ts';
import { openRequestPages } from '../../../test/support/request-pages.ts';
import { sentRequests } from '../../../test/support/sent-requests.ts';
import { ATTEMPT_ID, pages, pageView } from '../../../test/support/web-fixtures.ts';
import { parseCaseId } from '../../domain/casework/index.ts';
import type { Page } from '../../login/index.ts';

const cookie = `${browserCookieHeader}; sluis_language=en`;
const LOGIN = `/login/${ATTEMPT_ID}`;

describe('coming back to a request', () => {
  test('without a session offers the eID and a link by e-mail', async () => {
    const { app } = openRequestPages();
    assert.equal((await app.request('/request/status')).headers.get('location'), '/request');
    const page = await (await app.request('/request', { headers: { cookie } })).text();
    assert.match(page, /href="\/request\/login"/);
    assert.match(page, /href="\/request\/link"/);
  });

  test('with the eID begins a login, and gives a new browser its cookie', async () => {
    const { app } = openRequestPages();
    const answer = await app.request('/request/login');
    assert.equal(answer.headers.get('location'), LOGIN);
    assert.match(answer.headers.get('set-cookie') ?? '', /sluis_browser=/);
  });

  test('opens the session of the finished login, or says that this eID has no request', async () => {
    const { app, fake } = openRequestPages();
    const enter = () => app.request(`/request/enter/${ATTEMPT_ID}`, { headers: { cookie } });
    assert.match(await (await enter()).text(), /There is no request for this eID/);
    fake.entry = { kind: 'entered', secret: 'n'.repeat(43) };
    const answer = await enter();
    assert.equal(answer.headers.get('location'), '/request/status');
    assert.match(
      answer.headers.get('set-cookie') ?? '',
      /sluis_request=n{43}; Path=\/; HttpOnly; SameSite=Lax/,
    );
  });

  test('asking for a link gets the same answer whatever is true', async () => {
    const { app, fake } = openRequestPages();
    const ask = (fields: Record<string, string>) =>
      app.request('/request/link', {
        method: 'POST',
        body: new URLSearchParams({ csrf: token, ...fields }),
        headers: { cookie },
      });
    const answer = await ask({ reference: 'slu 2m9d k7px', email: 'anna@example.eu' });
    assert.equal(answer.headers.get('location'), '/request/link/sent');
    assert.deepEqual(fake.calls, [
      [
        'askForLink',
        {
          typed: { reference: 'slu 2m9d k7px', email: 'anna@example.eu' },
          address: 'unknown',
          language: 'en',
        },
      ],
    ]);
    fake.linkErrors = [{ field: 'reference', code: 'not-right' }];
    const wrong = await ask({ reference: 'x' });
    assert.equal(wrong.status, 303);
    const shown = await app.request(wrong.headers.get('location') ?? '', { headers: { cookie } });
    const page = await shown.text();
    assert.match(page, /Enter a reference like SLU-2M9D-K7PX/);
    assert.match(page, /name="reference" value="x"/);
  });

  test('by a link opens after its button was pressed, and a used link offers a new one', async () => {
    const { app, fake } = openRequestPages(sentRequests['in-progress']);
    const path = `/request/open/${LINK_TOKEN}`;
    const press = () =>
      app.request(path, { method: 'POST', body: new URLSearchParams({ csrf: token }), headers: { cookie } });
    assert.match(await (await app.request(path, { headers: { cookie } })).text(), /Open my request/);
    const opened = await press();
    assert.equal(opened.headers.get('location'), '/request/status');
    const secret = /sluis_request=([^;]+)/.exec(opened.headers.get('set-cookie') ?? '')?.[1] ?? '';
    assert.equal(fake.sessions.get(secret)?.provenBy, 'link');
    const look = (cookies: string) => app.request(path, { headers: { cookie: cookies } });
    assert.equal((await press()).headers.get('location'), path, 'a double click');
    const there = await look(`${cookie}; sluis_request=${secret}`);
    assert.equal(there.headers.get('location'), '/request/status', 'the same session goes on');
    const lost = await look(cookie);
    assert.equal(lost.headers.get('location'), '/request/status', 'and where its cookie went lost');
    assert.match(lost.headers.get('set-cookie') ?? '', new RegExp(`sluis_request=${secret}`));
    const elsewhere = await look('sluis_language=en');
    assert.equal(elsewhere.status, 410, 'in another browser it was used');
    assert.match(await elsewhere.text(), /Ask for a new link/);
    fake.sessions.clear();
    for (const again of [await look(cookie), await look(`${cookie}; sluis_request=${secret}`)]) {
      assert.equal(again.status, 410, 'and after the session');
      assert.match(await again.text(), /Ask for a new link/);
    }
  });

  test('by a used link goes on for whoever has that request open, and never leads to another one', async () => {
    const { fake, get } = openRequestPages(sentRequests['in-progress']);
    fake.linkAlive = false;
    const path = `/request/open/${LINK_TOKEN}`;
    assert.equal((await get(path)).headers.get('location'), '/request/status');
    const other = parseCaseId('00000000-0000-4000-8000-00000000ffff');
    assert.ok(other);
    fake.sessions.set(requestSecret, { case: other, provenBy: 'link' });
    assert.equal((await get(path)).status, 410);
  });

  test('an ended session says how to come back, and leaving ends it', async () => {
    const { fake, get, post } = openRequestPages(sentRequests['in-progress']);
    const left = await post('/request/leave');
    assert.equal(left.headers.get('location'), '/request/left');
    assert.equal(fake.sessions.has(requestSecret), false);
    const ended = await get('/request/status');
    assert.equal(ended.status, 403);
    assert.match(await ended.text(), /You are logged out of your request/);
  });

  test('warns before a session ends, and gives more time without leaving the page', async () => {
    const { get, post } = openRequestPages(sentRequests['in-progress']);
    const page = await (await get('/request/status')).text();
    assert.match(page, /<dialog id="timeout"[^>]*data-left="1740000"/);
    const more = await post('/request/more-time');
    assert.equal(more.headers.get('location'), '/request/status');
    assert.equal((await post('/request/more-time', { csrf: 'other' })).status, 403);
  });

  test('keeps the chosen language', async () => {
    const { get } = openRequestPages(sentRequests['in-progress']);
    const chosen = await get('/request/status?lang=fr');
    assert.equal(chosen.headers.get('location'), '/request/status');
    assert.match(chosen.headers.get('set-cookie') ?? '', /sluis_language=fr/);
  });
});

describe('a login that waits for a number', () => {
  const show = (stage: string) => () => pageView({ ...pages.registered, stage } as Page, 'en');

  test('leads a draft to its questions, in a session that the eID proved', async () => {
    const { app, fake, login } = openRequestPages(emptyRequest());
    login.show = show('draft');
    const answer = await app.request(LOGIN, { headers: { cookie } });
    assert.equal(answer.headers.get('location'), '/request/questions/names');
    const secret = /sluis_request=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? '';
    const session = { case: emptyRequest().case, provenBy: 'eid', login: ATTEMPT_ID };
    assert.deepEqual(fake.sessions.get(secret), session);
  });

  test('keeps the session of a second window on the same request', async () => {
    const { fake, login, get } = openRequestPages(emptyRequest());
    login.show = show('draft');
    await get(LOGIN, { cookie: `${cookie}; sluis_request=${requestSecret}` });
    assert.deepEqual([...fake.sessions.keys()], [requestSecret]);
  });

  test('tells that it was sent, and opens it with a button', async () => {
    const { app, login } = openRequestPages(sentRequests['in-progress']);
    login.show = show('sent');
    const page = await (await app.request(LOGIN, { headers: { cookie } })).text();
    assert.match(page, /SLU-2M9D-K7PX/);
    assert.match(page, new RegExp(`action="${LOGIN}/request"`));
    const answer = await app.request(`${LOGIN}/request`, {
      method: 'POST',
      body: new URLSearchParams({ csrf: token }),
      headers: { cookie },
    });
    assert.equal(answer.headers.get('location'), '/request/status');
  });

  test('goes on when the number is there', async () => {
    const { app, login } = openRequestPages(sentRequests.linked);
    login.show = show('number');
    const page = await (await app.request(LOGIN, { headers: { cookie } })).text();
    assert.match(page, /Your Belgian number is ready/);
    assert.match(page, /name="answer" value="continue"/);
    assert.doesNotMatch(page, /95501700149|001\.49/);
  });

  test('leads back to the question for the number when the request ended without one', async () => {
    const { app, login } = openRequestPages(sentRequests.refused);
    for (const stage of ['refused', 'closed']) {
      login.show = show(stage);
      const page = await (await app.request(LOGIN, { headers: { cookie } })).text();
      assert.match(page, /name="answer" value="go-back"/);
    }
  });
});
