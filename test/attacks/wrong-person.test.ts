import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Attempt, BrowserBinding, Login, ReceivedCertificate } from '../../src/login/index.ts';
import type { WebWorld } from '../../src/web/index.ts';
import { accountSecret } from '../support/fake-account.ts';
import { fakeInvitations, invitationSecret } from '../support/fake-invitations.ts';
import { fakeKeyResets } from '../support/fake-key-resets.ts';
import { fakeOrganisationDesk, organisationSecret } from '../support/fake-organisation.ts';
import { fakeWorkInvitations } from '../support/fake-people.ts';
import { requestSecret } from '../support/fake-requests.ts';
import { browserCookieHeader, openFakeWeb, staffSecret, token } from '../support/fake-web.ts';
import { cookies, type OwnRoute, openOwnRoutes } from '../support/own-routes.ts';
import { ATTEMPT_ID, NOW } from '../support/web-fixtures.ts';

type Opened = ReturnType<typeof openOwnRoutes>;

/** Addresses that somebody without any session may ask for. Whatever else the router knows belongs to somebody. */
const forAnybody: readonly RegExp[] = [
  /^\/$/,
  /^\/(?:assets|health|help|privacy|cookies|accessibility)(?:\/|$)/,
  /^\/\.well-known\/security\.txt$/,
  // A login belongs to the browser that began it: test/attacks/login-path.test.ts.
  /^\/login\/:id/,
  /^\/eidas\/(?:metadata|acs|return\/:handle)$/,
  /^\/means\/:provider\/callback$/,
  /^\/staff\/(?:login|again|enter\/:id|stopped|left|logout|more-time)$/,
  /^\/(?:account|organisation)\/(?:login|again|enter\/:id|stopped|left|leave)$/,
  // A prepared link leads to a form behind a login.
  /^\/aanvraag(?:_werkrelatie)?$/,
  /^\/lost-key(?:\/(?:stopped|bound))?$/,
  /^\/request(?:\/(?:login|again|enter\/:id|stopped|left|link|link\/sent|open\/:token))?$/,
];
/** Addresses of whoever holds what stands in them, each with a check of its own below. */
const forHolders: readonly RegExp[] = [
  /^\/invitation\/(?:enter\/:id|stopped)$/,
  /^\/invitation\/:secret(?:\/login)?$/,
  /^\/invitation\/work\/:secret$/,
  /^\/lost-key\/(?:stop\/)?:secret$/,
  /^\/means\/certificate\/return\/:handle$/,
];
const isUnder = (part: string) => (route: OwnRoute) =>
  route.pattern === part || route.pattern.startsWith(`${part}/`);
const isForLeads = (route: OwnRoute) =>
  ['/cases/matching-log', '/cases/joins'].some((part) => isUnder(part)(route));
const isForApplicants = (route: OwnRoute) =>
  isUnder('/request')(route) && !forAnybody.some((each) => each.test(route.pattern));
const isForOwners = (route: OwnRoute) =>
  isUnder('/account')(route) && !forAnybody.some((each) => each.test(route.pattern));
const isForAdministrators = (route: OwnRoute) =>
  isUnder('/organisation')(route) && !forAnybody.some((each) => each.test(route.pattern));
const isOfOneOrganisation = (route: OwnRoute) => route.pattern.startsWith('/organisation/:organisation');

/** Asks for an address, or sends a form that would be taken if it came from the right person. */
async function ask({ app }: Opened, { method, path }: OwnRoute, cookie: string): Promise<Response> {
  const headers = { cookie: `${cookie}; sluis_language=en` };
  if (method === 'GET') return app.request(path, { headers });
  return app.request(path, { method, headers, body: new URLSearchParams({ csrf: 'x', version: '1' }) });
}

/** Holds every route of a part to one answer, and to nothing behind it being asked but what `asked` names. */
async function walk(
  opened: Opened,
  part: (route: OwnRoute) => boolean,
  cookie: string,
  check: (response: Response, body: string, route: OwnRoute) => void,
  asked: readonly string[] = [],
): Promise<void> {
  const routes = opened.routes.filter(part);
  assert.ok(routes.length > 0);
  for (const route of routes) {
    const response = await ask(opened, route, cookie);
    check(response, await response.text(), route);
    const further = opened.calls.filter((call) => !asked.includes(call));
    assert.deepEqual(further, [], `${route.method} ${route.path}`);
  }
}

const toLogin = (response: Response, body: string, { method, path }: OwnRoute) => {
  assert.equal(response.status, 303, `${method} ${path}`);
  assert.match(response.headers.get('location') ?? '', /^\/staff\/(?:login|again)\?to=/, `${method} ${path}`);
  assert.equal(body, '');
};
const noRight = (response: Response, body: string, { method, path }: OwnRoute) => {
  assert.equal(response.status, 403, `${method} ${path}`);
  assert.doesNotMatch(body, /SLU-|name="csrf" value="x"/);
};

describe('every address of the router', () => {
  test('belongs to staff, to an applicant, to the owner of an account, to who administers an organisation, to who holds what is in it, or is known to be for anybody', () => {
    const { routes } = openOwnRoutes();
    const ofStaff = ['/cases', '/office', '/platform'].map(isUnder);
    const parts = [...ofStaff, isForApplicants, isForOwners, isForAdministrators];
    const lost = routes.filter(
      (route) =>
        !parts.some((each) => each(route)) &&
        ![...forAnybody, ...forHolders].some((each) => each.test(route.pattern)),
    );
    assert.deepEqual(
      lost.map(({ pattern }) => pattern),
      [],
    );
  });

  test('opens for the right person', async () => {
    const check = (response: Response, route: OwnRoute) => {
      assert.notEqual(response.status, 403, route.path);
      assert.ok(response.status < 500, route.path);
      assert.doesNotMatch(
        response.headers.get('location') ?? '',
        /^\/(?:staff|account|organisation)\/login|^\/request$/,
        route.path,
      );
    };
    for (const [right, part, cookie] of [
      ['case-lead', isUnder('/cases'), cookies.staff],
      ['registration-officer', isUnder('/office'), cookies.staff],
      ['platform-administrator', isUnder('/platform'), cookies.staff],
      ['case-lead', isForApplicants, cookies.applicant],
      ['case-lead', isForOwners, cookies.account],
      ['case-lead', isForAdministrators, cookies.organisation],
    ] as const) {
      const opened = openOwnRoutes(right);
      for (const route of opened.routes.filter(part))
        if (route.method === 'GET') check(await ask(opened, route, cookie), route);
      if (cookie === cookies.staff || cookie === cookies.organisation)
        assert.ok(opened.calls.length > 0, 'what is behind the pages is watched');
    }
  });
});

describe('an address of staff', () => {
  const strangers: Readonly<Record<string, string>> = {
    nobody: '',
    'a browser that began a login': cookies.browser,
    'an applicant': cookies.applicant,
    'an applicant who calls their session one of staff': `sluis_staff=${requestSecret}`,
    'somebody who guesses': `sluis_staff=${'g'.repeat(43)}`,
    'somebody who sets the session twice': `${cookies.staff}; sluis_staff=${'g'.repeat(43)}`,
  };
  for (const [who, cookie] of Object.entries(strangers))
    test(`asks ${who} to log in, and tells and does nothing`, async () => {
      for (const part of ['/cases', '/office', '/platform'])
        await walk(openOwnRoutes(), isUnder(part), cookie, toLogin);
    });

  test('under /cases is closed to an officer of a registration office', () =>
    walk(openOwnRoutes('registration-officer'), isUnder('/cases'), cookies.staff, noRight));

  test('under /office is closed to agents and to who leads them', async () => {
    for (const right of ['case-agent', 'case-lead'] as const)
      await walk(openOwnRoutes(right), isUnder('/office'), cookies.staff, noRight);
  });

  test('under /platform is closed to agents, to who leads them and to officers of a registration office', async () => {
    for (const right of ['case-agent', 'case-lead', 'registration-officer'] as const)
      await walk(openOwnRoutes(right), isUnder('/platform'), cookies.staff, noRight);
  });

  test('under /cases and /office is closed to who administers the platform', async () => {
    for (const part of ['/cases', '/office'])
      await walk(openOwnRoutes('platform-administrator'), isUnder(part), cookies.staff, noRight);
  });

  test('for leads alone is closed to agents', () =>
    walk(openOwnRoutes('case-agent'), isForLeads, cookies.staff, noRight));
});

describe('an address of an applicant', () => {
  const strangers: Readonly<Record<string, string>> = {
    nobody: '',
    'an agent': cookies.staff,
    'an agent who calls their session one of an applicant': `sluis_request=${staffSecret}`,
    'a browser that began a login': cookies.browser,
    'somebody who guesses': `sluis_request=${'g'.repeat(43)}`,
  };
  for (const [who, cookie] of Object.entries(strangers))
    test(`shows ${who} the way in and nothing of a request`, () =>
      walk(openOwnRoutes(), isForApplicants, cookie, (response, body, { method, path }) => {
        const isAway =
          response.status === 303 && /^\/request(\/ended)?$/.test(response.headers.get('location') ?? '');
        const isPublic = /^\/request\/(reply|ended)$/.test(path) && method === 'GET';
        assert.ok(isAway || response.status === 403 || isPublic, `${method} ${path}: ${response.status}`);
        assert.doesNotMatch(body, /SLU-/);
      }));
});

describe('an address of somebody’s account', () => {
  const strangers: Readonly<Record<string, string>> = {
    nobody: '',
    'an agent': cookies.staff,
    'an applicant': cookies.applicant,
    'an agent who calls their session one of an account': `sluis_account=${staffSecret}`,
    'somebody who calls their account a session of staff': `sluis_staff=${accountSecret}`,
    'somebody who guesses': `sluis_account=${'g'.repeat(43)}`,
    'somebody who sets the session twice': `${cookies.account}; sluis_account=${'g'.repeat(43)}`,
  };
  for (const [who, cookie] of Object.entries(strangers))
    test(`asks ${who} to log in, and tells and does nothing`, () =>
      walk(openOwnRoutes(), isForOwners, cookie, (response, body, { method, path }) => {
        assert.equal(response.status, 303, `${method} ${path}`);
        const to = response.headers.get('location') ?? '';
        // The address of a form, opened by itself, leads to the page that the form stands on.
        assert.match(to, /^\/account(?:\/|$)/, `${method} ${path}`);
        assert.equal(body, '');
      }));
});

describe('an address of an organisation', () => {
  const strangers: Readonly<Record<string, string>> = {
    nobody: '',
    'an agent': cookies.staff,
    'an applicant': cookies.applicant,
    'the owner of an account': cookies.account,
    'somebody who calls their account a session of an organisation': `sluis_organisation=${accountSecret}`,
    'somebody who calls a session of an organisation their account': `sluis_account=${organisationSecret}`,
    'somebody who guesses': `sluis_organisation=${'g'.repeat(43)}`,
    'somebody who sets the session twice': `${cookies.organisation}; sluis_organisation=${'g'.repeat(43)}`,
  };
  for (const [who, cookie] of Object.entries(strangers))
    test(`asks ${who} to log in, and tells and does nothing`, () =>
      walk(openOwnRoutes(), isForAdministrators, cookie, (response, body, { method, path }) => {
        assert.equal(response.status, 303, `${method} ${path}`);
        const to = response.headers.get('location') ?? '';
        assert.match(to, /^\/organisation\/(?:login|again)(?:\?to=|$)/, `${method} ${path}`);
        assert.equal(body, '');
      }));

  test('is not there for who is logged in and does not administer it', () => {
    const organisationDesk = fakeOrganisationDesk({ openOrganisation: async () => null });
    const opened = openOwnRoutes('case-lead', { organisationDesk });
    const isPage = (route: OwnRoute) => isOfOneOrganisation(route) && route.method === 'GET';
    const check = (response: Response, body: string, { path }: OwnRoute) => {
      assert.equal(response.status, 404, path);
      assert.doesNotMatch(body, /Acme Waterdal|Peeters|Maes/, path);
    };
    return walk(opened, isPage, cookies.organisation, check, ['organisationDesk.openOrganisation']);
  });
});

describe('a prepared link that asks for access', () => {
  test('leads nobody further than to the form behind a login, and says what is wrong with one that cannot be read', async () => {
    const { app, calls } = openOwnRoutes();
    const good = await app.request('/aanvraag_werkrelatie?dg=EA');
    assert.equal(good.headers.get('location'), '/account/access/ask');
    const form = await app.request('/account/access/ask');
    assert.match(form.headers.get('location') ?? '', /^\/account\/login\?to=/);
    assert.deepEqual(calls, []);
    for (const path of ['/aanvraag', '/aanvraag_werkrelatie'])
      assert.equal((await app.request(path)).status, 400, path);
    assert.deepEqual(calls, ['accessRequests.listApplications']);
  });
});

describe('an address of an invitation to work for an organisation', () => {
  test('opens for who holds its secret, and tells nothing to who guesses', async () => {
    const [held] = await fakeWorkInvitations().openFor({} as never);
    const view: WebWorld['workInvitations']['view'] = async ({ secret }) =>
      String(secret) === invitationSecret ? (held ?? null) : null;
    const { app } = openFakeWeb({ workInvitations: fakeWorkInvitations({ view }) });
    const opened = await app.request(`/invitation/work/${invitationSecret}`);
    assert.equal(opened.status, 200);
    assert.match(await opened.text(), /Acme Waterdal/);
    const guessed = await app.request(`/invitation/work/${'g'.repeat(43)}`);
    assert.equal(guessed.status, 404);
    assert.doesNotMatch(await guessed.text(), /Acme Waterdal|Piet|Claes|acme\.example/);
  });
});

describe('an address of a link to a new key', () => {
  test('opens for who holds its secret, and tells and does nothing for who guesses', async () => {
    const isHeld = (secret: string) => secret === invitationSecret;
    const done: string[] = [];
    const { view, options } = fakeKeyResets();
    const { app } = openFakeWeb({
      keyResets: fakeKeyResets({
        view: async (asked) => (isHeld(asked.secret) ? view(asked) : null),
        options: async (asked) => (isHeld(asked.secret) ? options(asked) : null),
        stopByLink: async ({ secret }) => {
          if (!isHeld(secret)) return { kind: 'closed', standing: 'unknown' };
          done.push('stopped');
          return { kind: 'stopped' };
        },
        use: async ({ secret }) => {
          if (!isHeld(secret)) return { kind: 'closed', standing: 'unknown' };
          done.push('bound');
          return { kind: 'bound' };
        },
      }),
    });
    const send = async (path: string) => {
      const headers = { cookie: browserCookieHeader };
      const body = new URLSearchParams({ csrf: token, name: 'Key', response: '{}' });
      return (await app.request(path, { method: 'POST', headers, body })).headers.get('location');
    };
    for (const [place, end] of [
      ['/lost-key', '/lost-key/bound'],
      ['/lost-key/stop', '/lost-key/stopped'],
    ] as const) {
      const [held, guessed] = [invitationSecret, 'g'.repeat(43)].map((secret) => `${place}/${secret}`) as [
        string,
        string,
      ];
      assert.equal((await app.request(held)).status, 200, held);
      assert.equal(await send(held), end);
      assert.ok((await app.request(guessed)).status >= 400, guessed);
      assert.equal(await send(guessed), guessed);
    }
    assert.deepEqual(done, ['bound', 'stopped']);
  });
});

describe('an address of an invitation', () => {
  const guessed = 'g'.repeat(43);
  const form = () => ({
    method: 'POST',
    headers: { cookie: `${browserCookieHeader}; sluis_language=en` },
    body: new URLSearchParams({ csrf: token, response: '{}' }),
  });

  test('opens for who holds its secret, and tells and does nothing for who guesses', async () => {
    const used: string[] = [];
    const { app } = openFakeWeb({
      invitations: fakeInvitations(
        {},
        {
          begin: async ({ secret }) => {
            used.push(secret);
            return secret === invitationSecret ? ATTEMPT_ID : null;
          },
        },
      ),
    });
    const held = await app.request(`/invitation/${invitationSecret}`);
    assert.equal(held.status, 200);
    assert.match(await held.text(), /Federale Dienst Identificatie/);
    const unknown = await app.request(`/invitation/${guessed}`);
    assert.equal(unknown.status, 404);
    assert.doesNotMatch(await unknown.text(), /Federale Dienst|agency\.example/);
    const began = await app.request(`/invitation/${invitationSecret}/login`, form());
    assert.equal(began.headers.get('location'), `/login/${ATTEMPT_ID}`);
    const refused = await app.request(`/invitation/${guessed}/login`, form());
    assert.equal(refused.headers.get('location'), `/invitation/${guessed}`);
    assert.deepEqual(used, [invitationSecret, guessed]);
  });

  test('takes no form of another site, and no end of a login that nobody finished for it', async () => {
    const opened = openOwnRoutes();
    for (const path of [`/invitation/${invitationSecret}`, `/invitation/${invitationSecret}/login`]) {
      const answer = await ask(opened, { method: 'POST', pattern: path, path }, cookies.browser);
      assert.equal(answer.status, 403, path);
    }
    assert.deepEqual(opened.calls, []);
    const entered = await opened.app.request(`/invitation/enter/${ATTEMPT_ID}`, {
      headers: { cookie: cookies.browser },
    });
    assert.ok(entered.status >= 400, `${entered.status}`);
    assert.doesNotMatch(entered.headers.get('set-cookie') ?? '', /sluis_staff=[^;]/);
  });
});

describe('the address to which a certificate leads back', () => {
  const received = {
    attempt: ATTEMPT_ID,
    mark: 'm'.repeat(32),
    answer: { kind: 'refused', code: 'revoked' },
    receivedAt: NOW,
  } as unknown as ReceivedCertificate;
  const handle = 'h'.repeat(43);
  const asked: { readonly browser: string; readonly mark: string | null }[] = [];
  const fail: Login['fail'] = async (_id, browser, { mark }) => {
    asked.push({ browser, mark });
    return { kind: 'moved', attempt: { id: ATTEMPT_ID } as Attempt };
  };
  const { app } = openFakeWeb({
    certificates: { origin: null, find: async (given) => (given === handle ? received : null) },
    bindBrowser: (secret) => `bound:${secret}` as BrowserBinding,
    login: { fail } as unknown as Login,
  });

  test('hands on what came of it with the mark of its visit and the browser that brings it, and knows no other handle', async () => {
    const mine = await app.request(`/means/certificate/return/${handle}`, {
      headers: { cookie: browserCookieHeader },
    });
    assert.equal(mine.status, 303);
    const other = await app.request(`/means/certificate/return/${handle}`);
    assert.equal(other.status, 303);
    assert.deepEqual(
      asked.map(({ mark }) => mark),
      [received.mark, received.mark],
    );
    assert.notEqual(asked[0]?.browser, asked[1]?.browser, 'the login tells the one browser from the other');
    assert.equal((await app.request(`/means/certificate/return/${'g'.repeat(43)}`)).status, 404);
    assert.equal(asked.length, 2);
  });
});
