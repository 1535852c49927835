import assert from 'node:assert/strict';
import { test } from 'node:test';
import { secretOf } from '../../../test/support/account-keys.ts';
import { accountCookieHeader, accountSecret } from '../../../test/support/fake-account.ts';
import { browserCookieHeader, formKey } from '../../../test/support/fake-web.ts';
import { openOwnMeansWalk } from '../../../test/support/own-means-walk.ts';
import { optionsIn } from '../../../test/support/plain-browser.ts';
import { softAuthenticator } from '../../../test/support/soft-authenticator.ts';
import { codeAt, stepAt } from '../../protocols/one-time-codes/totp.ts';
import { formToken } from '../http/form-token.ts';

const headers = { cookie: `${browserCookieHeader}; ${accountCookieHeader}`, 'accept-language': 'en' };

/** Anna in her account, five minutes after she logged in with her eID. */
async function openAccount(t: Parameters<typeof openOwnMeansWalk>[0]) {
  const scene = await openOwnMeansWalk(t);
  const get = async (path: string) => (await scene.app.request(path, { headers })).text();
  const post = async (path: string, fields: Readonly<Record<string, string>>) => {
    const body = new URLSearchParams({ csrf: formToken(formKey, accountSecret), ...fields });
    const answer = await scene.app.request(path, { method: 'POST', headers, body });
    assert.equal(answer.status, 303);
    return answer.headers.get('location') ?? '';
  };
  const kinds = async () =>
    (await scene.keys.listKeys({ person: scene.anna.id })).keys.map(({ kind }) => kind).sort();
  return { ...scene, get, post, kinds };
}

test('a passkey is added by what the browser says, with the name that was typed; without a name it is asked for', async (t) => {
  const { get, post, kinds } = await openAccount(t);
  const path = '/account/keys/passkey';
  const page = await get(path);
  assert.match(page, /data-without-passkeys/);
  const device = softAuthenticator('http://localhost:4000');
  const unnamed = await post(path, { name: '', response: device.make(optionsIn(page)) });
  assert.match(await get(unnamed), /Give it a name/);
  const response = softAuthenticator('http://localhost:4000').make(optionsIn(await get(path)));
  assert.equal(await post(path, { name: 'Laptop', response }), '/account/keys?done=added');
  assert.deepEqual(await kinds(), ['passkey']);
  assert.match(await get(await post(path, { name: 'Again', response })), /We could not add this passkey/);
});

test('an app is set up by the code that it shows, and its recovery codes come next: ten, also as a file', async (t) => {
  const { get, post, kinds, test: opened } = await openAccount(t);
  const page = await get('/account/keys/app');
  assert.match(page, /<svg class="qr" role="img"/);
  const [, secret = ''] = /<code translate="no">([A-Z2-7]+)<\/code>/.exec(page) ?? [];
  const wrong = await post('/account/keys/app', { code: 'abc', name: 'Telephone' });
  assert.match(await get(wrong), /The code has six digits/);
  const code = codeAt(secretOf(secret), stepAt(opened.now()));
  assert.equal(await post('/account/keys/app', { code, name: 'Telephone' }), '/account/keys/recovery');
  const shown = await post('/account/keys/recovery', {});
  const codes = (await get(shown)).match(/[0-9a-z]{5}-[0-9a-z]{5}(?=<\/code>)/g) ?? [];
  assert.equal(codes.length, 10);
  const file = await get(shown.replace('recovery?', 'recovery/codes.txt?'));
  assert.deepEqual(file.trim().split('\r\n'), codes);
  assert.doesNotMatch(await get('/account/keys/recovery'), /<\/code>/);
  assert.deepEqual(await kinds(), ['app', 'recovery']);
});

test('an address is added by the code that was mailed there', async (t) => {
  const { get, post, kinds, lastCode } = await openAccount(t);
  const path = '/account/keys/address';
  assert.match(await get(await post(path, { address: 'anna' })), /Enter an email address/);
  const sent = await get(await post(path, { address: 'anna@example.org' }));
  assert.match(sent, /We sent a code to <strong>anna@example\.org<\/strong>/);
  const asked = { address: 'anna@example.org', sent: 'yes' };
  assert.match(await get(await post(path, { ...asked, code: '12' })), /has six digits/);
  assert.equal(await post(path, { ...asked, code: lastCode() }), '/account/keys?done=added');
  assert.deepEqual(await kinds(), ['email']);
});
