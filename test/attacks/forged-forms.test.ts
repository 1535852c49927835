import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { formToken } from '../../src/web/http/form-token.ts';
import { accountSecret } from '../support/fake-account.ts';
import { organisationSecret } from '../support/fake-organisation.ts';
import { requestSecret } from '../support/fake-requests.ts';
import { browserSecret, formKey, staffSecret } from '../support/fake-web.ts';
import { cookies, type OwnRoute, openOwnRoutes } from '../support/own-routes.ts';

const [browserToken, staffToken, requestToken, accountToken, organisationToken] = [
  browserSecret,
  staffSecret,
  requestSecret,
  accountSecret,
  organisationSecret,
].map((secret) => formToken(formKey, secret)) as [string, string, string, string, string];

/** Forms that come from other sites by design: answers of member states, which carry their own signature. */
const fromOtherSites = ['/eidas/acs'];
/** Belongs to the browser and to no session. */
const ofTheBrowser = /^\/(?:login|invitation|lost-key|request\/(?:link|open))(?:\/|$)/;

/** Which token the forms at this address carry. */
function ownToken({ pattern }: OwnRoute): string {
  if (ofTheBrowser.test(pattern)) return browserToken;
  if (pattern.startsWith('/account')) return accountToken;
  if (pattern.startsWith('/organisation')) return organisationToken;
  return pattern.startsWith('/request') ? requestToken : staffToken;
}

const everything = Object.values(cookies).join('; ');
const forms = (route: OwnRoute) => route.method === 'POST' && !fromOtherSites.includes(route.pattern);

/** Sends the form as a browser does that has every session that there is. */
function post(
  { app }: ReturnType<typeof openOwnRoutes>,
  { pattern, path }: OwnRoute,
  csrf: string | null,
  headers: Readonly<Record<string, string>> = {},
) {
  const fields = { version: '1', text: 'x', ...(csrf === null ? {} : { csrf }) };
  const body = pattern === '/request/documents' ? new FormData() : new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  return app.request(path, { method: 'POST', body, headers: { cookie: everything, ...headers } });
}

/** The pages with the right person at work, by the form that is sent. */
function openPages() {
  const [lead, officer] = [openOwnRoutes('case-lead'), openOwnRoutes('registration-officer')];
  const administrator = openOwnRoutes('platform-administrator');
  return ({ pattern }: OwnRoute) => {
    if (pattern.startsWith('/office')) return officer;
    return pattern.startsWith('/platform') ? administrator : lead;
  };
}

describe('every form of ours', () => {
  const { routes } = openOwnRoutes();

  test('is taken from a page of its own session', async () => {
    for (const route of routes.filter(forms)) {
      // Each with sessions of its own: some of these forms end one.
      const opened = openPages()(route);
      const response = await post(opened, route, ownToken(route), { 'sec-fetch-site': 'same-origin' });
      assert.ok(response.status !== 403 && response.status < 500, `${route.path}: ${response.status}`);
    }
  });

  const forgeries: readonly (readonly [
    string,
    (route: OwnRoute) => string | null,
    Readonly<Record<string, string>>,
  ])[] = [
    ['without a token', () => null, {}],
    ['with an empty token', () => '', {}],
    ['with the token of a session of another kind', (one) => tokenOfAnotherKind(one), {}],
    ['with the token of a session of somebody else', () => formToken(formKey, 'x'.repeat(43)), {}],
    ['from another site', ownToken, { 'sec-fetch-site': 'cross-site' }],
    ['from a neighbour', ownToken, { 'sec-fetch-site': 'same-site' }],
    ['by no page at all', ownToken, { 'sec-fetch-site': 'none' }],
  ];
  for (const [name, token, headers] of forgeries)
    test(`is refused when it is sent ${name}, and nothing of it is done`, async () => {
      const pagesFor = openPages();
      for (const route of routes.filter(forms)) {
        const opened = pagesFor(route);
        const response = await post(opened, route, token(route), headers);
        assert.equal(response.status, 403, route.path);
        assert.deepEqual(opened.calls, [], route.path);
        assert.deepEqual(opened.logins, [], route.path);
      }
    });

  test('is refused as text, as JSON and with a field twice', async () => {
    const pagesFor = openPages();
    for (const route of routes.filter(forms)) {
      const csrf = ownToken(route);
      for (const [type, body] of [
        ['text/plain', `csrf=${csrf}&version=1`],
        ['application/json', JSON.stringify({ csrf, version: 1 })],
        ['application/x-www-form-urlencoded', `csrf=${csrf}&version=1&version=2`],
      ] as const) {
        const opened = pagesFor(route);
        const headers = { cookie: everything, 'content-type': type };
        const response = await opened.app.request(route.path, { method: 'POST', body, headers });
        assert.ok(response.status === 400 || response.status === 403, `${route.path}: ${response.status}`);
        assert.deepEqual(opened.calls, [], route.path);
      }
    }
  });
});

describe('the address of a form', () => {
  test('that somebody reloads or opens in another language leads to a page', async () => {
    const lost: string[] = [];
    const { routes } = openOwnRoutes();
    const isShown = ({ pattern }: OwnRoute) =>
      routes.some((each) => each.method === 'GET' && each.pattern === pattern);
    for (const route of routes.filter((each) => forms(each) && !isShown(each))) {
      const { app } = openPages()(route);
      const headers = { cookie: everything };
      const opened = await app.request(route.path, { headers });
      const to = opened.headers.get('location');
      const shown = to === null ? opened : await app.request(to, { headers });
      if (shown.status !== 200 && shown.status !== 303) lost.push(`${route.pattern}: ${shown.status}`);
    }
    assert.deepEqual(lost, []);
  });
});

function tokenOfAnotherKind(route: OwnRoute): string {
  return ownToken(route) === staffToken ? requestToken : staffToken;
}
