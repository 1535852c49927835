import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  accountCookieHeader,
  accountOwner,
  accountToken,
  fakeAccountKeys,
  fakeAccounts,
} from '../../../test/support/fake-account.ts';
import { browserCookieHeader, openFakeWeb } from '../../../test/support/fake-web.ts';
import { NOW } from '../../../test/support/web-fixtures.ts';
import { languages } from '../../base/language.ts';
import { later, MINUTE } from '../../base/time.ts';

const cookie = `${browserCookieHeader}; ${accountCookieHeader}`;
const inEnglish = { 'accept-language': 'en' };

describe('the pages of one’s own account', () => {
  test('tell who is logged in, by which means and how strongly, in every language', async () => {
    const { app } = openFakeWeb();
    for (const language of languages) {
      const answer = await app.request('/account', { headers: { cookie, 'accept-language': language } });
      const body = await answer.text();
      assert.equal(answer.status, 200);
      assert.match(body, new RegExp(`<html lang="${language}">`));
      assert.match(body, /Anna Müller/);
      assert.equal(answer.headers.get('cache-control'), 'no-store');
    }
  });

  test('advise a second way in to whoever has one, and nobody else', async () => {
    const shown = async (hasTooFew: boolean) => {
      const listKeys = async () => ({ keys: [], waysIn: hasTooFew ? 1 : 2, hasTooFew });
      const { app } = openFakeWeb({ accountKeys: fakeAccountKeys({ listKeys }) });
      return (await app.request('/account', { headers: { cookie, ...inEnglish } })).text();
    };
    assert.match(await shown(true), /only one way to log in/);
    assert.doesNotMatch(await shown(false), /only one way to log in/);
  });

  test('lead to a login and back without a session, and say why where there was one', async () => {
    const { app } = openFakeWeb();
    const first = await app.request('/account', { headers: { cookie: browserCookieHeader } });
    assert.equal(first.headers.get('location'), '/account/login?to=%2Faccount');
    const ended = `${browserCookieHeader}; sluis_account=${'x'.repeat(43)}`;
    const over = await app.request('/account', { headers: { cookie: ended } });
    const to = over.headers.get('location') ?? '';
    assert.equal(to, '/account/again?to=%2Faccount');
    const why = await (await app.request(to, { headers: { cookie: ended, ...inEnglish } })).text();
    assert.match(why, /You are no longer logged in/);
    assert.match(why, /href="\/account\/login\?to=%2Faccount&amp;fresh=1"/);
  });

  test('are no way to another site', async () => {
    const asked: string[] = [];
    const accounts = {
      ...fakeAccounts(),
      begin: async ({ to }: { to: string }) => {
        asked.push(to);
        return 'a'.repeat(43) as never;
      },
    };
    const { app } = openFakeWeb({ accounts });
    for (const to of ['//evil.example', 'https://evil.example/account', '/cases', '/account/../cases'])
      await app.request(`/account/login?to=${encodeURIComponent(to)}`, { headers: inEnglish });
    assert.deepEqual(new Set(asked), new Set(['/account']));
  });

  test('log out with a form of their own, and of nobody else', async () => {
    const ended: string[] = [];
    const accounts = { ...fakeAccounts(), end: async (secret: string) => void ended.push(secret) };
    const { app } = openFakeWeb({ accounts });
    const send = (csrf: string, headers: Readonly<Record<string, string>> = {}) =>
      app.request('/account/leave', {
        method: 'POST',
        headers: { cookie, ...headers },
        body: new URLSearchParams({ csrf }),
      });
    assert.equal((await send('x'.repeat(43))).status, 403);
    assert.equal((await send(accountToken, { 'sec-fetch-site': 'cross-site' })).status, 403);
    assert.deepEqual(ended, []);
    const done = await send(accountToken);
    assert.equal(done.headers.get('location'), '/account/left');
    assert.match(done.headers.get('set-cookie') ?? '', /sluis_account=; Path=\/; Max-Age=0/);
    assert.equal(ended.length, 1);
  });

  test('say how long ago the login was before they ask for another one', async () => {
    const accounts = fakeAccounts(
      accountOwner({ authentication: { ...accountOwner().authentication, at: later(NOW, -20 * MINUTE) } }),
    );
    const { app } = openFakeWeb({ accounts });
    const answer = await app.request('/account/again?to=%2Faccount', { headers: { cookie, ...inEnglish } });
    assert.match(await answer.text(), /your login is 20 minutes old/);
    const fresh = await openFakeWeb().app.request('/account/again?to=%2Faccount', { headers: { cookie } });
    assert.equal(fresh.headers.get('location'), '/account');
  });
});
