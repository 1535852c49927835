import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { accountCookieHeader, accountToken } from '../../../test/support/fake-account.ts';
import { ourOrganisation } from '../../../test/support/fake-organisation.ts';
import { fakeWorkInvitations, listedInvitation } from '../../../test/support/fake-people.ts';
import { browserCookieHeader, openFakeWeb } from '../../../test/support/fake-web.ts';
import { languages } from '../../base/language.ts';
import type { WorkInvitationStanding } from '../../domain/work-invitation/index.ts';
import type { WebWorld } from '../index.ts';

const cookie = `${browserCookieHeader}; ${accountCookieHeader}`;
const inEnglish = { cookie, 'accept-language': 'en' };
const secret = 's'.repeat(43);
const own = `/account/invitations/link/${secret}`;

function openPages(over: Partial<WebWorld['workInvitations']> = {}) {
  const { app } = openFakeWeb({ workInvitations: fakeWorkInvitations(over) });
  const get = async (path: string) => (await app.request(path, { headers: inEnglish })).text();
  const post = (fields: Readonly<Record<string, string>>) =>
    app.request('/account/invitations', {
      method: 'POST',
      headers: { ...inEnglish, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ csrf: accountToken, ...fields }),
    });
  return { app, get, post, shown: async (answer: Response) => get(answer.headers.get('location') ?? '') };
}

const viewed = (standing: WorkInvitationStanding) => ({
  ...{ ...listedInvitation(), standing, organisation: ourOrganisation },
});

describe('the link of a work invitation', () => {
  test('says who invites and for which organisation, and leads by a login to the answer, in every language', async () => {
    const { app } = openPages();
    for (const language of languages) {
      const answer = await app.request(`/invitation/work/${secret}`, {
        headers: { 'accept-language': language },
      });
      const page = await answer.text();
      assert.equal(answer.status, 200);
      assert.match(page, new RegExp(`<html lang="${language}">`));
      assert.match(page, /Acme Waterdal[\s\S]*Anna Müller/);
      assert.ok(page.includes(`/account/login?to=${encodeURIComponent(own)}`));
      assert.doesNotMatch(page, /piet@acme/);
    }
  });

  test('says what became of one that opens nothing any more', async () => {
    const expected = [
      ['withdrawn', 410, /was withdrawn/],
      ['expired', 410, /is too old/],
      ['begun', 410, /was answered/],
      ['rejected', 410, /was answered/],
    ] as const;
    for (const [standing, status, words] of expected) {
      const { app } = openPages({ view: async () => viewed(standing) });
      const answer = await app.request(`/invitation/work/${secret}`, {
        headers: { 'accept-language': 'en' },
      });
      assert.equal(answer.status, status);
      assert.match(await answer.text(), words);
    }
    const { app } = openPages({ view: async () => null });
    assert.equal((await app.request(`/invitation/work/${secret}`)).status, 404);
  });
});

describe('the invitations of an account', () => {
  test('can be accepted and refused, by the link that was opened and by the number of whoever is logged in', async () => {
    const asked: unknown[] = [];
    const { get, post, shown } = openPages({
      async accept(answer) {
        asked.push(answer);
        return { kind: 'to-confirm' };
      },
    });
    assert.match(await get(own), new RegExp(`name="secret" value="${secret}"`));
    const { id } = listedInvitation().invitation;
    assert.match(await get('/account/invitations'), new RegExp(`name="invitation" value="${id}"`));
    assert.match(
      await shown(await post({ secret, answer: 'accept' })),
      /an administrator confirms first who you are/,
    );
    assert.match(await shown(await post({ invitation: id, answer: 'refuse' })), /You refused/);
    assert.equal((asked[0] as { secret: string }).secret, secret);
  });

  test('ask for a stronger login where the one that opened the account is too weak', async () => {
    const { post, shown } = openPages({ accept: async () => ({ kind: 'too-weak' }) });
    const page = await shown(await post({ secret, answer: 'accept' }));
    assert.match(page, /not strong enough/);
    assert.ok(page.includes(`/account/login?to=${encodeURIComponent(own)}&amp;fresh=1`));
  });

  test('tell whoever answered what they answered, and everybody else that it was used', async () => {
    const used = async (isOwn: boolean) => {
      const closed = { kind: 'closed', standing: 'begun', isOwn } as const;
      const { post } = openPages({ accept: async () => closed });
      return (await post({ secret, answer: 'accept' })).headers.get('location');
    };
    assert.equal(await used(true), `${own}?failed=own-begun`);
    assert.equal(await used(false), `${own}?failed=accepted`);
  });

  test('are named on its first page with the way to them, and only while one waits', async () => {
    const { get } = openPages();
    const home = await get('/account');
    assert.match(home, /You are invited to work for Acme Waterdal\.[\s\S]*href="\/account\/invitations"/);
    const without = openPages({ openFor: async () => [] });
    assert.doesNotMatch(await without.get('/account'), /You are invited/);
  });

  test('say so where none waits', async () => {
    const { get } = openPages({ openFor: async () => [], view: async () => null });
    assert.match(await get('/account/invitations'), /No invitation waits for you/);
    assert.match(await get(own), /There is no such invitation for you/);
  });
});
