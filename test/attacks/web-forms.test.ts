import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { formToken } from '../../src/web/http/form-token.ts';
import { browserCookieHeader, formKey, openFakeWeb, token } from '../support/fake-web.ts';
import { actingFor, anna, germany, klip, pageView, requestPage } from '../support/web-fixtures.ts';

const login = `/login/${'a'.repeat(43)}`;
const honest = { answer: 'choose-capacity', key: 'citizen', csrf: token };

type Sent = { readonly fields: Record<string, string>; readonly headers?: Record<string, string> };

function send({ fields, headers = {} }: Sent) {
  const { app, fake } = openFakeWeb();
  const response = app.request(login, {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      cookie: browserCookieHeader,
      ...headers,
    },
  });
  return { response, fake };
}

describe('a form of a login', () => {
  test('is taken from our own page in the browser that began', async () => {
    for (const headers of [{}, { 'sec-fetch-site': 'same-origin' }]) {
      const { response, fake } = send({ fields: honest, headers });
      assert.equal((await response).status, 303);
      assert.deepEqual(fake.answers, [{ kind: 'choose-capacity', key: 'citizen' }]);
    }
  });

  const { csrf: _, ...withoutToken } = honest;
  const otherToken = formToken(formKey, 'the secret of another browser');
  const forgeries: readonly (readonly [string, Sent])[] = [
    ['without the token', { fields: withoutToken }],
    ['with the token of another browser', { fields: { ...honest, csrf: otherToken } }],
    ['with a token cut short', { fields: { ...honest, csrf: token.slice(0, -1) } }],
    ['without our cookie', { fields: honest, headers: { cookie: '' } }],
    [
      'with a cookie that is set twice',
      {
        fields: honest,
        headers: { cookie: `${browserCookieHeader}; sluis_browser=${'b'.repeat(43)}` },
      },
    ],
    [
      'from another site, though the token is right',
      {
        fields: honest,
        headers: { 'sec-fetch-site': 'cross-site' },
      },
    ],
    [
      'from a neighbour, though the token is right',
      {
        fields: honest,
        headers: { 'sec-fetch-site': 'same-site' },
      },
    ],
  ];
  for (const [name, sent] of forgeries) {
    test(`${name} is refused, and nothing of it reaches the login`, async () => {
      const { response, fake } = send(sent);
      assert.equal((await response).status, 403);
      assert.deepEqual(fake.answers, []);
    });
  }

  const oddities: readonly (readonly [string, number, Sent])[] = [
    ['that is huge', 413, { fields: { ...honest, more: 'x'.repeat(5000) } }],
    ['of another type', 400, { fields: honest, headers: { 'content-type': 'application/json' } }],
    ['with a kind of answer that no page has', 400, { fields: { ...honest, answer: 'finish' } }],
    ['with a value that nobody types', 400, { fields: { ...honest, country: 'D'.repeat(201) } }],
  ];
  for (const [name, status, sent] of oddities) {
    test(`${name} is refused, and nothing of it reaches the login`, async () => {
      const { response, fake } = send(sent);
      assert.equal((await response).status, status);
      assert.deepEqual(fake.answers, []);
    });
  }

  test('with a field that comes twice is refused', async () => {
    const { app, fake } = openFakeWeb();
    const response = await app.request(login, {
      method: 'POST',
      body: `${new URLSearchParams(honest)}&key=organisation:1`,
      headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: browserCookieHeader },
    });
    assert.equal(response.status, 400);
    assert.deepEqual(fake.answers, []);
  });
});

describe('every page', () => {
  const paths = [login, '/', '/help', '/eidas/acs', '/nowhere', `${login}/nowhere`];
  for (const path of paths) {
    test(`${path} cannot be framed, cached, or made to run what is not ours`, async () => {
      const { app } = openFakeWeb();
      const { headers } = await app.request(path, { headers: { cookie: browserCookieHeader } });
      const policy = headers.get('content-security-policy') ?? '';
      assert.match(policy, /default-src 'none'/);
      assert.match(policy, /script-src 'self'(;|$)/);
      assert.match(policy, /frame-ancestors 'none'/);
      assert.match(policy, /base-uri 'none'/);
      assert.match(policy, /form-action 'self'(;|$)/);
      assert.doesNotMatch(policy, /unsafe|\*|https?:/);
      assert.equal(headers.get('x-frame-options'), 'DENY');
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
      assert.equal(headers.get('referrer-policy'), 'no-referrer');
      assert.equal(headers.get('cache-control'), 'no-store');
    });
  }

  test('repeats nothing of an address that does not exist', async () => {
    const { app } = openFakeWeb();
    const response = await app.request('/zzz-<script>alert(1)</script>?q=zzz');
    assert.equal(response.status, 404);
    assert.doesNotMatch(await response.text(), /zzz|alert/);
  });
});

test('M08 names that are markup stay text, wherever they are shown', async () => {
  const hostile = '"><img src=x onerror=alert(1)><!--';
  const name = { latin: hostile, original: hostile };
  const identity = { ...anna, familyName: name, givenNames: name, birthName: name, birthPlace: hostile };
  const capacity = actingFor(hostile, '0999000129');
  const shown = [
    { kind: 'number', country: germany, identity, notice: null },
    { ...requestPage, stage: 'sent', identity },
    {
      kind: 'capacity',
      capacities: [{ key: 'organisation:1', capacity }],
      unusable: [],
      lastUsed: null,
      justLinked: 'exact',
    },
    {
      kind: 'sharing',
      capacity,
      items: [{ claim: 'vo_orgnaam', value: hostile, source: 'organisation' }],
      justLinked: null,
    },
  ] as const;
  for (const page of shown) {
    const { app, fake } = openFakeWeb();
    const application = { ...klip, name: { en: hostile, nl: hostile } };
    fake.show = (language) => ({ ...pageView(page, language), application });
    const response = await app.request(`${login}?q=${encodeURIComponent(hostile)}`, {
      headers: { cookie: browserCookieHeader },
    });
    const text = await response.text();
    assert.equal(response.status, 200);
    assert.match(text, /&lt;img src=x onerror=alert\(1\)&gt;/);
    assert.doesNotMatch(text, /<img src=x|<!--/);
  }
});

test('the log holds the pattern of a route, never an address, a query or a body', async () => {
  const { app, logged } = openFakeWeb();
  await app.request(`${login}?q=Kessel-Lo`, { headers: { cookie: browserCookieHeader } });
  await app.request(`/eidas/return/${'h'.repeat(43)}`);
  const lines = JSON.stringify(logged);
  assert.match(lines, /\/login\/:id/);
  assert.doesNotMatch(lines, /aaaa|hhhh|Kessel/);
});
