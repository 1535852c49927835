import { createSecretKey, randomBytes } from 'node:crypto';
import { Redacted } from '../../src/base/redacted.ts';
import { openKeyResets } from '../../src/domain/key-reset/index.ts';
import type { Person } from '../../src/domain/person/index.ts';
import type { Attempt, AttemptId, BrowserBinding } from '../../src/login/index.ts';
import { openKeyResetPages, openPasskeys, relyingPartyAt } from '../../src/protocols/webauthn/index.ts';
import { formToken } from '../../src/web/http/form-token.ts';
import { type KeyTest, openKeyTest } from './account-keys.ts';
import { accountOwner, fakeAccounts } from './fake-account.ts';
import { fakeSettings, formKey, openFakeWeb } from './fake-web.ts';
import { openLoginWalk } from './login-walk.ts';
import type { TestContext } from './open-test-store.ts';
import { softAuthenticator } from './soft-authenticator.ts';
import { eidas, tileCode, tileOf } from './tile-examples.ts';

const own = [
  tileOf('passkey', { kind: 'passkey', means: ['passkey', 'staffkey'] }),
  tileOf('appcode', { code: tileCode('app-code'), kind: 'app-code' }),
  tileOf('emailcode', { code: tileCode('email-code'), kind: 'email-code' }),
];
/** What has a page of its own besides, as in an installation with cards. */
const certificate = tileOf('tlsclient', { code: tileCode('certificate'), kind: 'certificate' });

/** A browser at one login. */
export type LoginBrowser = {
  readonly id: AttemptId;
  /** Of its cookie. */
  readonly secret: string;
  readonly binding: BrowserBinding;
  get(place: string): Promise<{ readonly status: number; readonly text: string; readonly path: string }>;
  /** Posts a form of a tile, and follows to the page that it leads to. */
  post(
    tile: string,
    fields: Readonly<Record<string, string>>,
  ): Promise<{ readonly text: string; readonly path: string }>;
  state(): Promise<Attempt['state']>;
};

/** Logins of KLIP by own means, page by page and without a browser; Anna has an address, and binds what a test wants. */
export async function openOwnMeansWalk(
  context: TestContext,
  origin = 'http://localhost:4000',
  changes: Partial<Person> = {},
) {
  const walk = await openLoginWalk(context, { tiles: [...own, certificate, eidas] });
  const keyTest = await openKeyTest(context, walk.test, changes);
  const relyingParty = relyingPartyAt(origin, 'Sluis');
  const key = createSecretKey(randomBytes(32));
  const passkeys = openPasskeys({ relyingParty, key, clock: walk.test.now, keys: keyTest.keys });
  const keyResets = openKeyResetPages(relyingParty, walk.test.now, openKeyResets(keyTest.world));
  const { app } = openFakeWeb({
    login: walk.login,
    clock: walk.test.now,
    accountKeys: keyTest.keys,
    passkeys,
    keyResets,
    accounts: fakeAccounts(
      accountOwner({
        person: keyTest.anna.id,
        authentication: { means: 'eidashigh', assurance: 'high', at: walk.test.now(), country: 'DE' },
      }),
    ),
    settings: { ...fakeSettings, origin },
  });
  return {
    walk,
    app,
    ...keyTest,
    passkeys,
    keyResets,
    /** Begins a login that these means are enough for, in a browser of its own or the one of another login. */
    async begin(
      asked: Partial<Attempt['request']> = { means: ['passkey', 'appcode', 'eidashigh'] },
      secret = randomBytes(32).toString('base64url'),
    ): Promise<LoginBrowser> {
      const binding = `bound:${secret}` as BrowserBinding;
      const { id } = await walk.begin(binding, asked);
      const headers = { cookie: `sluis_browser=${secret}` };
      const get = async (place: string) => {
        const response = await app.request(place, { headers });
        const next = response.headers.get('location');
        if (next !== null && response.status === 303) return get(next);
        return { status: response.status, text: await response.text(), path: place };
      };
      return {
        id,
        secret,
        binding,
        get,
        async post(tile, fields) {
          const body = new URLSearchParams({ csrf: formToken(formKey, secret), ...fields });
          const path = `/login/${id}/means/${tile}`;
          const response = await app.request(path, { method: 'POST', headers, body });
          const next = response.headers.get('location');
          return next === null ? { text: await response.text(), path } : get(next);
        },
        state: () => walk.stateOf(id),
      };
    },
    /** Anna binds a passkey. */
    async bindPasskey(options: Parameters<typeof softAuthenticator>[1] = {}, by = keyTest.by) {
      const device = softAuthenticator(origin, options);
      const begun = await passkeys.begin({ by });
      if (begun.kind !== 'ready') throw new Error('no passkey can be bound');
      const bound = await passkeys.bind({ by, name: 'Laptop', response: device.make(begun.options) });
      if (bound.kind !== 'bound') throw new Error(`the passkey was not bound: ${bound.kind}`);
      return device;
    },
    /** Anna proves a mail address. */
    async proveAddress(text = 'anna@example.org') {
      const { keys, by, lastCode } = keyTest;
      const address = new Redacted(text);
      await keys.beginAddress({ by, address });
      const { kind } = await keys.confirmAddress({ by, address, code: lastCode() });
      if (kind !== 'bound') throw new Error(`the address was not proven: ${kind}`);
    },
  };
}
export type OwnMeansWalk = Awaited<ReturnType<typeof openOwnMeansWalk>> & KeyTest;
