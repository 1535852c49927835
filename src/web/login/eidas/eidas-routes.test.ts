import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { browserCookieHeader, browserSecret, openFakeWeb } from '../../../../test/support/fake-web.ts';
import { ATTEMPT_ID, pages, pageView, toKlip } from '../../../../test/support/web-fixtures.ts';
import type { Page, ReceivedForm, Reception } from '../../../login/index.ts';

const HANDLE = 'h'.repeat(43);

function openAcs(reception: Reception = { kind: 'accepted', handle: HANDLE }) {
  const received: ReceivedForm[] = [];
  const refused: string[] = [];
  const opened = openFakeWeb({
    eidas: {
      metadata: async () => '<md:EntityDescriptor/>',
      async receive(form) {
        received.push(form);
        return reception;
      },
      async refuse(why) {
        refused.push(why);
        return 'R3FU-5ED0';
      },
    },
  });
  const post = (body: string, headers: Record<string, string> = {}) =>
    opened.app.request('/eidas/acs', {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'cross-site',
        ...headers,
      },
    });
  return { ...opened, received, refused, post };
}

describe('the answer of a member state', () => {
  test('arrives without our cookie, and is fetched by the browser that has it', async () => {
    const { app, fake, received, post } = openAcs();
    fake.show = (language) => pageView(pages.number as Page, language);
    const posted = await post('SAMLResponse=PHg%2B&RelayState=abc');
    assert.equal(posted.status, 303);
    assert.equal(posted.headers.get('location'), `/eidas/return/${HANDLE}`);
    assert.deepEqual(received, [{ samlResponse: 'PHg+', relayState: 'abc' }]);
    const fetched = await app.request(`/eidas/return/${HANDLE}`, {
      headers: { cookie: browserCookieHeader },
    });
    assert.equal(fetched.status, 200);
    assert.deepEqual(fake.bindings, [`bound:${browserSecret}`]);
  });

  test('shows what comes next at once, whose forms and languages lead on from the login; fetched again it leads there', async () => {
    const { app, fake } = openAcs();
    const fetch = () => app.request(`/eidas/return/${HANDLE}`, { headers: { cookie: browserCookieHeader } });
    const login = `/login/${ATTEMPT_ID}`;
    for (const kind of ['capacity', 'number', 'sharing', 'country-cancelled']) {
      fake.show = (language) => pageView(pages[kind] as Page, language);
      fake.isFetched = false;
      const shown = await fetch();
      const body = await shown.text();
      assert.equal(shown.status, 200, kind);
      const actions = [...body.matchAll(/method="post" action="([^"]+)"/g)].map(([, action]) => action);
      assert.deepEqual([...new Set(actions)].sort(), [login, `${login}/more-time`], kind);
      assert.match(body, new RegExp(`href="${login}\\?lang=fr"`), kind);
      assert.doesNotMatch(body, /eidas\/return/, kind);
      const again = await fetch();
      assert.equal(again.status, 303, kind);
      assert.equal(again.headers.get('location'), login, kind);
    }
  });

  test('that finishes the login leads on at once, by a page in between', async () => {
    const { app, fake } = openAcs();
    fake.show = (language) =>
      pageView(
        { kind: 'finished', outcome: { kind: 'granted' }, wayOn: toKlip } as unknown as Page,
        language,
      );
    const fetched = await app.request(`/eidas/return/${HANDLE}`, {
      headers: { cookie: browserCookieHeader },
    });
    assert.equal(fetched.status, 200);
    assert.match(await fetched.text(), /content="0;url=https:\/\/klip\.example\/back\?code=c&amp;state=s"/);
  });

  test('that is refused is told with the code of the audit event', async () => {
    const { post } = openAcs({ kind: 'refused', correlation: 'K7PX-2M9D', isLate: false });
    const answer = await post('SAMLResponse=PHg%2B', { 'accept-language': 'en' });
    assert.equal(answer.status, 400);
    assert.match(await answer.text(), /We could not accept the answer from your country[\s\S]*K7PX-2M9D/);
  });

  const refusals: readonly (readonly [why: string, body: string, status: number, code: string])[] = [
    ['without response', 'RelayState=abc', 400, 'eidas.form'],
    ['with two responses', 'SAMLResponse=a&SAMLResponse=b', 400, 'eidas.form'],
    ['of more than 200 kB', `SAMLResponse=${'a'.repeat(200_001)}`, 413, 'eidas.message-too-large'],
  ];
  for (const [why, body, status, code] of refusals) {
    test(`${why} is refused before anything looks at it, and the trail is told`, async () => {
      const { post, received, refused } = openAcs();
      assert.equal((await post('SAMLResponse=PHg%2B')).status, 303);
      assert.deepEqual(refused, []);
      const answer = await post(body);
      assert.equal(answer.status, status);
      assert.match(await answer.text(), /R3FU-5ED0/);
      assert.deepEqual(refused, [code]);
      assert.equal(received.length, 1);
    });
  }

  test('with a request beside it, or with a message in the address too, is refused', async () => {
    for (const [query, body] of [
      ['', 'SAMLResponse=PHg%2B&SAMLRequest=PHg%2B'],
      ['', 'SAMLResponse=PHg%2B&samlresponse=PHg%2B'],
      ['', 'SAMLResponse=PHg%2B&SAMLart=x'],
      ['?SAMLResponse=PHg%2B', 'SAMLResponse=PHg%2B'],
      ['?SAMLRequest=PHg%2B', 'SAMLResponse=PHg%2B'],
      ['?RelayState=x', 'SAMLResponse=PHg%2B'],
    ] as const) {
      const { app, received, refused, post } = openAcs();
      assert.equal((await post('SAMLResponse=PHg%2B&RelayState=x')).status, 303);
      const answer = await app.request(`/eidas/acs${query}`, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' },
      });
      assert.equal(answer.status, 400, query + body);
      assert.equal(received.length, 1);
      assert.deepEqual(refused, ['eidas.form']);
    }
  });

  test('of another type than a form is refused, and the trail is told', async () => {
    const { post, refused } = openAcs();
    const answer = await post('{"SAMLResponse":"PHg+"}', { 'content-type': 'application/json' });
    assert.equal(answer.status, 400);
    assert.deepEqual(refused, ['eidas.form']);
  });

  test('is taken by POST alone', async () => {
    const { app } = openAcs();
    const answer = await app.request('/eidas/acs?SAMLResponse=PHg%2B');
    assert.equal(answer.status, 405);
    assert.equal(answer.headers.get('allow'), 'POST');
  });

  test('goes with metadata that machines can fetch', async () => {
    const { app } = openAcs();
    const answer = await app.request('/eidas/metadata');
    assert.equal(await answer.text(), '<md:EntityDescriptor/>');
    assert.match(answer.headers.get('content-type') ?? '', /samlmetadata\+xml/);
  });
});
