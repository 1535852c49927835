import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { HOME } from '../../../../test/support/case-pages.ts';
import { caseOf, caseView, dubois, noor } from '../../../../test/support/casework-fixtures.ts';
import { openFakeDesk } from '../../../../test/support/fake-desk.ts';
import { fakeStaff, openFakeWeb, staffMember } from '../../../../test/support/fake-web.ts';
import { openOwnRoutes } from '../../../../test/support/own-routes.ts';
import { ATTEMPT_ID, NOW } from '../../../../test/support/web-fixtures.ts';
import { later, MINUTE } from '../../../base/time.ts';
import { tileCodeOf } from '../../../domain/login-means/index.ts';
import type { StaffMember } from '../../../domain/staff/index.ts';

const [FIRST, SECOND, OTHER] = ['a', 'b', 'c'].map((each) => each.repeat(43)) as [string, string, string];
const old = {
  ...noor,
  authenticatedAt: later(NOW, -17 * MINUTE),
  loggedInBy: { tile: tileCodeOf('itsme'), country: null, means: 'itsme' },
} as const;
const because = 'Same passport, other spelling.';

/** The pages with sessions that come and go; each request says whose cookie it carries. */
function open(sessions: Map<string, StaffMember>) {
  const fake = openFakeDesk({
    viewCase: async () => ({
      kind: 'view',
      view: caseView(caseOf({ kind: 'assigned', agent: noor.person })),
    }),
  });
  const staff = {
    ...fakeStaff(staffMember()),
    find: async (secret: string) => sessions.get(secret) ?? null,
    async begin() {
      return ATTEMPT_ID;
    },
  };
  const { app } = openFakeWeb({ desk: fake.desk, staff });
  const cookie = (secret: string) =>
    `sluis_browser=${'x'.repeat(43)}; sluis_staff=${secret}; sluis_language=en`;
  const get = async (path: string, secret: string) => {
    const answer = await app.request(path, { headers: { cookie: cookie(secret) } });
    return { location: answer.headers.get('location') ?? '', text: await answer.text() };
  };
  return {
    ...{ fake, get },
    /** The token that stands in the forms of this session. */
    tokenOf: async (secret: string) =>
      /name="csrf" value="([^"]+)"/.exec((await get(`${HOME}/notes`, secret)).text)?.[1] ?? '',
    async post(path: string, secret: string, fields: Record<string, string>, site = 'same-origin') {
      const answer = await app.request(path, {
        method: 'POST',
        headers: { cookie: cookie(secret), 'sec-fetch-site': site },
        body: new URLSearchParams({ version: '4', ...fields }),
      });
      return { status: answer.status, location: answer.headers.get('location') ?? '' };
    },
  };
}

/** Where the page that says why leads back to after the login. */
function placeAfter(location: string): string {
  return new URLSearchParams(location.split('?')[1]).get('to') ?? '';
}

describe('a login that is too old for a step', () => {
  const refusal = { reason: 'other', text: because, step: 'send' };

  test('is asked once more on a page that says why, by the same means first, and the form is there after it', async () => {
    const sessions = new Map<string, StaffMember>([[FIRST, old]]);
    const { get, post, tokenOf, fake } = open(sessions);
    const { location } = await post(`${HOME}/refuse`, FIRST, { ...refusal, csrf: await tokenOf(FIRST) });
    const why = await get(location, FIRST);
    assert.match(why.text, /your login is 17 minutes old/);
    assert.match(why.text, /What you entered is kept/);
    const first = /class="btn" href="([^"]+)">Log in again with itsme/.exec(why.text)?.[1] ?? '';
    const page = `/login/${ATTEMPT_ID}/means/itsme`;
    assert.equal((await get(first.replaceAll('&amp;', '&'), FIRST)).location, page);
    assert.match(why.text, new RegExp(`href="${HOME}">Not now`));

    sessions.delete(FIRST);
    sessions.set(SECOND, noor);
    const { text } = await get(placeAfter(location), SECOND);
    assert.match(text, /You are logged in again/);
    assert.ok(text.includes(because));
    assert.match(text, /name="step" value="send"/);
    assert.deepEqual(fake.asked('refuseRequest'), []);
  });

  test('is asked by the passkey of an invitation too, which leads to its page', async () => {
    const byPasskey = {
      ...old,
      loggedInBy: { tile: tileCodeOf('passkey'), means: 'staffkey', country: null },
    } as const;
    const { get, post, tokenOf } = open(new Map<string, StaffMember>([[FIRST, byPasskey]]));
    const { location } = await post(`${HOME}/refuse`, FIRST, { ...refusal, csrf: await tokenOf(FIRST) });
    const why = await get(location, FIRST);
    const first = /class="btn" href="([^"]+)">Log in again with ([^<]+)</.exec(why.text);
    assert.match(first?.[2] ?? '', /passkey/i);
    const to = (await get((first?.[1] ?? '').replaceAll('&amp;', '&'), FIRST)).location;
    assert.equal(to, `/login/${ATTEMPT_ID}/means/passkey`);
  });

  test('shows nothing of what was typed to somebody else who logs in instead', async () => {
    const sessions = new Map<string, StaffMember>([[FIRST, old]]);
    const { get, post, tokenOf } = open(sessions);
    const { location } = await post(`${HOME}/refuse`, FIRST, { ...refusal, csrf: await tokenOf(FIRST) });
    sessions.set(OTHER, dubois);
    const { text } = await get(placeAfter(location), OTHER);
    assert.ok(!text.includes(because));
    assert.doesNotMatch(text, /You are logged in again/);
  });

  test('leads straight on when another window asked for it already', async () => {
    const { get } = open(new Map([[FIRST, noor]]));
    assert.equal((await get(`/staff/again?to=${HOME}/refuse`, FIRST)).location, `${HOME}/refuse`);
  });
});

describe('a form of staff whose session is over', () => {
  const note = { note: because };

  test('is kept, whatever form it was, and shown to the same person after the login', async () => {
    const sessions = new Map<string, StaffMember>([[FIRST, noor]]);
    const { get, post, tokenOf, fake } = open(sessions);
    const csrf = await tokenOf(FIRST);
    sessions.delete(FIRST);
    const { location } = await post(`${HOME}/notes`, FIRST, { ...note, csrf });
    const why = await get(location, FIRST);
    assert.match(why.text, /You are no longer logged in/);
    assert.match(why.text, /What you entered is kept/);
    assert.ok(!why.text.includes(because));
    sessions.set(OTHER, dubois);
    assert.ok(!(await get(placeAfter(location), OTHER)).text.includes(because));
    sessions.set(SECOND, noor);
    assert.ok((await get(placeAfter(location), SECOND)).text.includes(`${because}</textarea>`));
    assert.deepEqual(fake.asked('addNote'), []);
  });

  test('at its end is kept as it stands, with nothing done, though the session is there for a moment more', async () => {
    const { get, post, tokenOf, fake } = open(new Map([[FIRST, noor]]));
    const csrf = await tokenOf(FIRST);
    const dialog = /<dialog id="timeout"[\s\S]*?<\/dialog>/.exec((await get(HOME, FIRST)).text)?.[0] ?? '';
    assert.match(dialog, / data-keeps/);
    assert.match(dialog, /We keep what you entered on this page for 2 hours/);
    const { location } = await post(`${HOME}/notes?ended=yes`, FIRST, { ...note, csrf });
    assert.doesNotMatch(placeAfter(location), /ended/);
    assert.ok((await get(placeAfter(location), FIRST)).text.includes(`${because}</textarea>`));
    assert.deepEqual(fake.asked('addNote'), []);
  });

  test('is shown again at once where a second window logged the same person in meanwhile', async () => {
    const sessions = new Map<string, StaffMember>([[FIRST, noor]]);
    const { get, post, tokenOf } = open(sessions);
    const csrf = await tokenOf(FIRST);
    sessions.set(SECOND, noor);
    const { location } = await post(`${HOME}/notes`, SECOND, { ...note, csrf });
    assert.ok((await get(location, SECOND)).text.includes(`${because}</textarea>`));
  });

  test('of somebody else, or from another site, is neither done nor kept', async () => {
    const sessions = new Map<string, StaffMember>([
      [FIRST, noor],
      [OTHER, dubois],
    ]);
    const { post, tokenOf, fake } = open(sessions);
    const csrf = await tokenOf(FIRST);
    assert.equal(
      (await post(`${HOME}/notes`, FIRST, { ...note, csrf })).location,
      `${HOME}/notes?done=noted`,
    );
    assert.equal((await post(`${HOME}/notes`, OTHER, { ...note, csrf })).status, 403);
    for (const site of ['cross-site', 'same-site'])
      assert.equal((await post(`${HOME}/notes`, FIRST, { ...note, csrf }, site)).status, 403);
    sessions.delete(FIRST);
    const { location } = await post(`${HOME}/notes`, FIRST, { ...note, csrf }, 'cross-site');
    assert.doesNotMatch(location, /again%3D/);
    assert.equal(fake.asked('addNote').length, 1);
  });
});

test('every address that takes a form of staff answers GET as well: a login can lead back there', () => {
  const { routes } = openOwnRoutes();
  const isShown = (pattern: string) =>
    routes.some((each) => each.method === 'GET' && each.pattern === pattern);
  const forms = routes.filter(
    ({ method, pattern }) => method === 'POST' && /^\/(?:cases|office)\b/.test(pattern),
  );
  assert.ok(forms.length > 20);
  assert.deepEqual(
    forms.filter(({ pattern }) => !isShown(pattern)).map(({ pattern }) => pattern),
    [],
  );
});
