import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { accountToken } from '../../test/support/fake-account.ts';
import { organisationToken } from '../../test/support/fake-organisation.ts';
import { requestToken, staffToken, token } from '../../test/support/fake-web.ts';
import { cookies, type OwnRoute, openOwnRoutes } from '../../test/support/own-routes.ts';
import { waysOnIn } from '../../test/support/ways-on.ts';
import { kindOfAddress } from './areas.ts';
import { type AddressAnswer, addressKinds, type Situation, situations } from './http/addresses/addresses.ts';
import { answeredByPage } from './http/answers-of-forms.ts';

type App = ReturnType<typeof openOwnRoutes>['app'];

/** What needs a real login to come back to is walked in `test/two-processes/addresses.test.ts`. */
const needsLogin = /^(login|country|arrival|answer|enter)/;
const unknown = 'x'.repeat(43);

/** What the browser sends in each situation: its session, one that has ended, or nothing. */
const sent: Readonly<Record<Situation, string>> = {
  again: `${cookies.browser}; ${cookies.staff}; ${cookies.applicant}; ${cookies.account}; ${cookies.organisation}`,
  ended: `${cookies.browser}; sluis_staff=${unknown}; sluis_request=${unknown}; sluis_account=${unknown}; sluis_organisation=${unknown}`,
  tab: `${cookies.browser}; ${cookies.staff}; ${cookies.applicant}; ${cookies.account}; ${cookies.organisation}`,
  browser: '',
  day: `${cookies.browser}; sluis_staff=${unknown}; sluis_request=${unknown}; sluis_account=${unknown}; sluis_organisation=${unknown}`,
};

describe('every address of our own, come back to', () => {
  for (const situation of situations)
    test(`${situation}: answers what the table of addresses says, and leads on`, async () => {
      const wrong: string[] = [];
      for (const [right, part] of [
        ['registration-officer', /^\/office/],
        ['platform-administrator', /^\/platform/],
        ['case-lead', /^(?!\/office|\/platform)/],
      ] as const) {
        const { app, routes } = openOwnRoutes(right);
        const own = routes.filter(({ pattern }) => part.test(pattern));
        // What ends a session comes last.
        for (const route of own.sort((one, other) => rank(one) - rank(other)))
          wrong.push(...(await look(app, route, situation)));
      }
      assert.deepEqual(wrong, []);
    });

  test('an address where a form is sent, opened by itself, leads to the page that the form stands on', async () => {
    const { app, routes } = openOwnRoutes();
    const has = (method: string, path: string) =>
      routes.some((each) => each.method === method && each.path === path);
    const places = routes.filter(({ method, path }) => method === 'POST' && !has('GET', path));
    assert.ok(places.length > 3);
    for (const { path } of places) {
      const answer = await app.request(path, { headers: { cookie: sent.again } });
      assert.equal(answer.status, 303, path);
      const to = answer.headers.get('location') ?? '';
      const page = await app.request(to, { headers: { cookie: sent.again } });
      assert.ok(page.status < 400, `${path} leads to ${to}, which answers ${page.status}`);
    }
  });
});

/** What is wrong with what a route answers, in words. */
async function look(app: App, route: OwnRoute, situation: Situation): Promise<readonly string[]> {
  const kind = kindOfAddress(route.method, route.pattern);
  if (kind === null || needsLogin.test(kind)) return [];
  if (route.method === 'POST' && Object.hasOwn(answeredByPage, route.pattern)) return [];
  const expected: AddressAnswer = addressKinds[kind].answers[situation];
  const [first, second] = [await send(app, route, situation), await send(app, route, situation)];
  const at = `${route.method} ${route.pattern}`;
  const odd = [first, second].find(({ status }) => !expected.statuses.includes(status));
  if (odd) return [`${at}: ${odd.status}`];
  const location = first.headers.get('location');
  if (location !== null)
    return expected.to === undefined || location.startsWith(expected.to)
      ? []
      : [`${at}: leads to ${location}`];
  if (!first.headers.get('content-type')?.startsWith('text/html')) return [];
  const headers = { cookie: sent[situation] };
  const body = await first.text();
  // A page of explanation leads on by its head and foot.
  const shown = kind === 'page' ? `<main>${body.slice(body.indexOf('<body'))}</main>` : body;
  return waysOnIn(shown, async (path) => (await app.request(path, { headers })).status, at);
}

async function send(app: App, { method, path }: OwnRoute, situation: Situation): Promise<Response> {
  const headers = { cookie: sent[situation], 'accept-language': 'en' };
  if (method === 'GET') return app.request(path, { headers });
  const csrf =
    path.startsWith('/request/link') || path.startsWith('/request/open')
      ? token
      : path.startsWith('/request')
        ? requestToken
        : path.startsWith('/account')
          ? accountToken
          : path.startsWith('/organisation')
            ? organisationToken
            : staffToken;
  const fields = { csrf, version: '1' };
  // What the form of documents sends is of another type.
  const body =
    path === '/request/documents' || path === '/request/reply' ? form(fields) : new URLSearchParams(fields);
  return app.request(path, { method, headers, body });
}

function form(fields: Readonly<Record<string, string>>): FormData {
  const made = new FormData();
  for (const [name, value] of Object.entries(fields)) made.set(name, value);
  return made;
}

function rank({ pattern }: OwnRoute): number {
  return /leave|logout|open|again/.test(pattern) ? 1 : 0;
}
