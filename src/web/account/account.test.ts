import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  accountCookieHeader,
  accountOwner,
  accountToken,
  fakeAccount,
  fakeAccountKeys,
  fakeAccounts,
  OTHER_DEVICE,
  OTHER_LINK,
  PASSKEY,
} from '../../../test/support/fake-account.ts';
import { browserCookieHeader, openFakeWeb } from '../../../test/support/fake-web.ts';
import { NOW } from '../../../test/support/web-fixtures.ts';
import { languages } from '../../base/language.ts';
import { later, MINUTE } from '../../base/time.ts';
import type { ApplicationId } from '../../domain/application/index.ts';

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

describe('digital keys', () => {
  test('stand on one page, each with what can be done about it, in every language', async () => {
    const { app } = openFakeWeb();
    for (const language of languages) {
      const headers = { cookie, 'accept-language': language };
      const body = await (await app.request('/account/keys', { headers })).text();
      for (const path of [
        `remove/${PASSKEY}`,
        `rename/${PASSKEY}`,
        `unlink/${OTHER_LINK}`,
        'block/itsme',
        'unblock/csamsms',
      ])
        assert.match(body, new RegExp(`href="/account/keys/${path}"`), `${language} ${path}`);
      // What somebody is logged in with shuts them out of nothing.
      assert.doesNotMatch(body, /block\/eidashigh|unlink\/00000000-0000-4000-8000-0000000000b1/);
    }
  });

  test('are taken away after a page that says what follows, and a login of a moment ago', async () => {
    const asked: unknown[] = [];
    const account = fakeAccount({
      async unlinkEid(what) {
        asked.push(what.link);
        return { kind: 'unlinked' };
      },
    });
    const path = `/account/keys/unlink/${OTHER_LINK}`;
    const send = (app: ReturnType<typeof openFakeWeb>['app']) =>
      app.request(path, {
        method: 'POST',
        headers: { cookie },
        body: new URLSearchParams({ csrf: accountToken }),
      });
    const stale = fakeAccounts(
      accountOwner({ authentication: { ...accountOwner().authentication, at: later(NOW, -16 * MINUTE) } }),
    );
    const { app: old } = openFakeWeb({ account, accounts: stale });
    const toLogin = /^\/account\/again\?to=%2Faccount%2Fkeys%2Funlink%2F/;
    assert.match((await old.request(path, { headers: { cookie } })).headers.get('location') ?? '', toLogin);
    assert.match((await send(old)).headers.get('location') ?? '', toLogin);
    assert.deepEqual(asked, []);
    const { app } = openFakeWeb({ account });
    const shown = await (await app.request(path, { headers: { cookie, ...inEnglish } })).text();
    assert.match(shown, /Unlink your eID/);
    assert.match(shown, /asked for your Belgian national number/);
    assert.equal((await send(app)).headers.get('location'), '/account/keys?done=unlinked');
    assert.deepEqual(asked, [OTHER_LINK]);
  });

  test('keep what was typed when a name cannot be taken', async () => {
    const accountKeys = fakeAccountKeys({ renameKey: async () => ({ kind: 'wrong', code: 'too-long' }) });
    const { app } = openFakeWeb({ accountKeys });
    const path = `/account/keys/rename/${PASSKEY}`;
    const body = new URLSearchParams({ csrf: accountToken, name: 'A name & more' });
    const sent = await app.request(path, { method: 'POST', headers: { cookie }, body });
    const again = sent.headers.get('location') ?? '';
    const shown = await (await app.request(again, { headers: { cookie, ...inEnglish } })).text();
    assert.match(shown, /Enter a shorter name/);
    assert.match(shown, /value="A name &amp; more"/);
  });
});

describe('where somebody is logged in', () => {
  test('is shown by browser in words, and each other one can be ended', async () => {
    const applications = async () => [
      {
        protocol: 'own' as const,
        openTo: [],
        rights: [],
        id: 'klip' as ApplicationId,
        name: { nl: 'KLIP', fr: 'KLIP', de: 'KLIP', en: 'KLIP' },
      },
    ];
    const ended: string[] = [];
    const account = fakeAccount({
      async endDevice({ device }) {
        ended.push(device);
        return { kind: 'ended' };
      },
    });
    const { app } = openFakeWeb({ account, applications });
    const body = await (await app.request('/account/sessions', { headers: { cookie, ...inEnglish } })).text();
    assert.match(body, /Firefox on Linux<\/h2>\n<p>This browser/);
    assert.match(body, /Safari on iOS<\/h2>\n<p>Logged in now/);
    assert.match(body, /KLIP/);
    assert.equal([...body.matchAll(/name="device"/g)].length, 1);
    const form = { csrf: accountToken, device: OTHER_DEVICE };
    const sent = await app.request('/account/sessions/end', {
      method: 'POST',
      headers: { cookie },
      body: new URLSearchParams(form),
    });
    assert.equal(sent.headers.get('location'), '/account/sessions?done=ended');
    assert.deepEqual(ended, [OTHER_DEVICE]);
  });
});
