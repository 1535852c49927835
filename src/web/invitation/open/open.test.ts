import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fakeInvitations, invitation, invitationSecret } from '../../../../test/support/fake-invitations.ts';
import { browserCookieHeader, openFakeWeb } from '../../../../test/support/fake-web.ts';
import type { Invitations } from '../../../login/index.ts';

const PLACE = `/invitation/${invitationSecret}`;

function open(invitations: Invitations = fakeInvitations()) {
  const { app } = openFakeWeb({ invitations });
  const headers = { cookie: `${browserCookieHeader}; sluis_language=en` };
  const get = async (path: string) => {
    const answer = await app.request(path, { headers });
    return { status: answer.status, text: await answer.text(), to: answer.headers.get('location') };
  };
  const post = async (path: string, fields: Record<string, string> = {}) => {
    const csrf = /name="csrf" value="([^"]+)"/.exec((await get(PLACE)).text)?.[1] ?? '';
    const body = new URLSearchParams({ csrf, ...fields });
    const answer = await app.request(path, { method: 'POST', headers, body });
    return {
      status: answer.status,
      to: answer.headers.get('location') ?? '',
      cookie: answer.headers.get('set-cookie') ?? '',
    };
  };
  return { get, post };
}

describe('the page of an invitation', () => {
  test('says who invites to what, until when, and shows the address and both ways to accept', async () => {
    const { text, status } = await open().get(PLACE);
    assert.equal(status, 200);
    for (const words of ['Federale Dienst Identificatie', 'Case agent', 'noor@agency.example', 'Given names'])
      assert.ok(text.includes(words), words);
    assert.match(text, /data-passkey="make"/);
    assert.match(text, new RegExp(`action="${PLACE}/login"`));
    assert.match(text, /28 November 2026/);
  });

  test('greets somebody who works here already by name, and asks for none', async () => {
    const known = { givenNames: 'Noor', familyName: 'Peeters', number: null } as never;
    const { text } = await open(fakeInvitations({ known })).get(PLACE);
    assert.match(text, /You are Noor Peeters here/);
    assert.doesNotMatch(text, /name="givenNames"/);
  });

  test('offers only the login to somebody with a national number', async () => {
    const known = { givenNames: 'Noor', familyName: 'Peeters', number: {} } as never;
    const { text } = await open(fakeInvitations({ known })).get(PLACE);
    assert.doesNotMatch(text, /data-passkey/);
    assert.match(text, /Log in and accept/);
  });

  test('that was used, taken back, is too old or is none says so, with whom to ask, and opens nothing', async () => {
    for (const standing of ['accepted', 'withdrawn', 'expired'] as const) {
      const { status, text } = await open(fakeInvitations({ standing })).get(PLACE);
      assert.equal(status, 410, standing);
      assert.doesNotMatch(text, /<form method="post" action="\/invitation/);
      assert.ok(text.includes('Ask whoever invited you') || text.includes('ask whoever invited you'));
    }
    assert.equal((await open().get(`/invitation/${'z'.repeat(43)}`)).status, 404);
    assert.equal((await open().get('/invitation/short')).status, 404);
  });

  test('that was used leads whoever used it in this browser on to their work', async () => {
    const used = fakeInvitations(
      { standing: 'accepted', invitation: { ...invitation, right: 'registration-officer' } },
      { openedIn: async () => 's'.repeat(43) },
    );
    assert.deepEqual(
      await open(used)
        .get(PLACE)
        .then(({ status, to }) => ({ status, to })),
      { status: 303, to: '/office' },
    );
  });
});

describe('accepting an invitation', () => {
  test('opens the session and leads straight to work', async () => {
    const accept: Invitations['accept'] = async ({ names }) => {
      assert.deepEqual(names, { givenNames: 'Noor', familyName: 'Peeters' });
      return { kind: 'entered', secret: 's'.repeat(43), to: '/cases' as never };
    };
    const { to, cookie } = await open(fakeInvitations({}, { accept })).post(PLACE, {
      ...{ givenNames: 'Noor', familyName: 'Peeters', response: '{}' },
    });
    assert.equal(to, '/cases');
    assert.match(cookie, /sluis_staff=s{43}/);
  });

  test('tells what was wrong with a name beside its field, and keeps what was typed', async () => {
    const accept: Invitations['accept'] = async () => ({
      kind: 'wrong',
      errors: [{ field: 'familyName', code: 'empty' }],
    });
    const page = open(fakeInvitations({}, { accept }));
    const { to } = await page.post(PLACE, { givenNames: 'Noor', familyName: '', response: '{}' });
    const { text } = await page.get(to);
    assert.match(text, /Enter your family name/);
    assert.match(text, /value="Noor"/);
  });

  test('tells why a passkey was not taken, at an address that tries nothing again', async () => {
    for (const [outcome, words] of [
      [{ kind: 'refused', code: 'origin' }, 'could not be checked'],
      [{ kind: 'taken' }, 'somebody’s already'],
      [{ kind: 'not-accepted', policy: 'device-bound' }, 'kind of passkey is not accepted'],
    ] as const) {
      const page = open(fakeInvitations({}, { accept: async () => outcome }));
      const { to } = await page.post(PLACE, { response: '{}' });
      assert.ok((await page.get(to)).text.includes(words), words);
    }
  });

  test('with what one has already begins a login; where the link is used up meanwhile, its page says so', async () => {
    assert.match((await open().post(`${PLACE}/login`)).to, /^\/login\//);
    const late = fakeInvitations({}, { begin: async () => null });
    assert.equal((await open(late).post(`${PLACE}/login`)).to, PLACE);
    assert.equal((await open().get(`${PLACE}/login`)).to, PLACE);
  });

  test('from another site, or without the token of the page, does nothing', async () => {
    const accept: Invitations['accept'] = async () => assert.fail('accepted');
    const page = open(fakeInvitations({}, { accept }));
    assert.equal((await page.post(PLACE, { csrf: 'x', response: '{}' })).status, 403);
  });
});
