import '../support/in-turn.ts';
import assert from 'node:assert/strict';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { getRequestListener } from '@hono/node-server';
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { languages } from '../../src/base/language.ts';
import { noBrowser, startBrowser } from '../support/browser.ts';
import { accountSecret } from '../support/fake-account.ts';
import { browserSecret } from '../support/fake-web.ts';
import { type LoginBrowser, type OwnMeansWalk, openOwnMeansWalk } from '../support/own-means-walk.ts';
import { openScreenTab, rulesFor, screenFaults } from '../support/screen-checks.ts';

/** How Chromium's authenticator is: inside the device, and whoever holds it proves to be its holder. */
type Authenticator = { readonly isSynced?: boolean; readonly isBackedUp?: boolean };

/** A person at a browser with an authenticator of its own (WebAuthn level 3, 11). */
type Holder = {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly devtools: CDPSession;
  readonly authenticator: string;
};

describe('own means in a browser', { skip: noBrowser ?? false }, () => {
  let browser: Browser;
  let scene: OwnMeansWalk;
  let origin: string;
  const endings: (() => Promise<void>)[] = [];

  before(async () => {
    let listener: RequestListener = () => {};
    const server = createServer((request, response) => listener(request, response));
    await new Promise<void>((ready) => server.listen(0, 'localhost', ready));
    endings.push(async () => {
      server.closeAllConnections();
      server.close();
    });
    origin = `http://localhost:${(server.address() as AddressInfo).port}`;
    scene = await openOwnMeansWalk({ after: (work) => endings.push(work) }, origin);
    await scene.proveAddress();
    listener = getRequestListener((request) => scene.app.fetch(request));
    browser = await startBrowser();
  });
  after(async () => {
    await browser?.close();
    for (const end of endings) await end();
  });

  async function openHolder({ isSynced = false, isBackedUp = false }: Authenticator = {}): Promise<Holder> {
    const context = await browser.newContext({ locale: 'en' });
    context.setDefaultTimeout(8_000);
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('WebAuthn.enable', { enableUI: false });
    const { authenticatorId: authenticator } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        ctap2Version: 'ctap2_1',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
        defaultBackupEligibility: isSynced,
        defaultBackupState: isBackedUp,
      },
    });
    return { page, context, devtools, authenticator };
  }

  /** Anna is in her account, at the page that makes a passkey. */
  async function openMaking({ page, context }: Pick<Holder, 'page' | 'context'>): Promise<void> {
    const cookies = { sluis_browser: browserSecret, sluis_account: accountSecret };
    await context.addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url: origin })));
    await page.goto(`${origin}/account/keys/passkey`);
    await page.getByLabel('Name').fill('Laptop');
  }

  async function make(holder: Holder): Promise<void> {
    await openMaking(holder);
    await holder.page.getByRole('button', { name: 'Make the passkey' }).click();
    await holder.page.waitForURL(`${origin}/account/keys?done=added`);
  }

  /** Begins a login in this browser, and goes to the page of a tile. */
  async function beginAt(context: BrowserContext, page: Page, tile: string): Promise<LoginBrowser> {
    const login = await scene.begin();
    await context.addCookies([{ name: 'sluis_browser', value: login.secret, url: origin }]);
    await page.goto(`${origin}/login/${login.id}/means/${tile}`);
    return login;
  }

  async function meansOf(login: LoginBrowser): Promise<string | null> {
    const state = await login.state();
    return 'authentication' in state ? state.authentication.means : null;
  }

  test('a passkey is made, and used twice; a second one is not made on the same device', async () => {
    const holder = await openHolder();
    const { page, context } = holder;
    await make(holder);
    for (const _ of ['once', 'again']) {
      const login = await beginAt(context, page, 'passkey');
      await page.getByRole('button', { name: 'Use my passkey' }).click();
      await page.waitForURL(new RegExp(`/login/${login.id}$`));
      assert.equal(await meansOf(login), 'passkey');
    }
    await openMaking(holder);
    await page.getByRole('button', { name: 'Make the passkey' }).click();
    await page.getByText('This device already has a passkey').waitFor();
    await context.close();
  });

  test('a passkey is offered where the address is asked for, and takes the place of it', async () => {
    const holder = await openHolder();
    await make(holder);
    const login = await beginAt(holder.context, holder.page, 'app-code');
    await holder.page.waitForURL(new RegExp(`/login/${login.id}$`));
    assert.equal(await meansOf(login), 'passkey');
    await holder.context.close();
  });

  test('an authenticator that signs wrongly, or lets anybody in, is refused with what else there is', async () => {
    const holder = await openHolder();
    const { page, context, devtools, authenticator: authenticatorId } = holder;
    await make(holder);
    const faults = [{ isBogusSignature: true }, { isBadUV: true }, { isBadUP: true }];
    for (const fault of faults) {
      const none = { isBogusSignature: false, isBadUV: false, isBadUP: false };
      await devtools.send('WebAuthn.setResponseOverrideBits', { authenticatorId, ...none, ...fault });
      const login = await beginAt(context, page, 'passkey');
      await page.getByRole('button', { name: 'Use my passkey' }).click();
      await page
        .getByText(/We could not accept this passkey|Your device could not do this|You stopped/)
        .first()
        .waitFor();
      assert.equal(await meansOf(login), null);
      assert.ok(await page.getByRole('link', { name: 'Choose another way to log in' }).isVisible());
      await devtools.send('WebAuthn.setResponseOverrideBits', { authenticatorId, ...none });
      await page.getByRole('button', { name: 'Use my passkey' }).click();
      await page.waitForURL(new RegExp(`/login/${login.id}$`));
      assert.equal(await meansOf(login), 'passkey');
    }
    await context.close();
  });

  test('whether a passkey is copied to other devices is kept, and brought up to date', async () => {
    const holder = await openHolder({ isSynced: true });
    const { page, context, devtools, authenticator: authenticatorId } = holder;
    await make(holder);
    const newest = async () => {
      const { keys } = await scene.keys.listKeys({ person: scene.anna.id });
      const [last] = keys.flatMap((key) =>
        key.kind === 'passkey' && key.passkey.isSynced ? [key.passkey] : [],
      );
      return last?.isBackedUp;
    };
    assert.equal(await newest(), false);
    const { credentials } = await devtools.send('WebAuthn.getCredentials', { authenticatorId });
    const credentialId = credentials[0]?.credentialId ?? '';
    await devtools.send('WebAuthn.setCredentialProperties', {
      authenticatorId,
      credentialId,
      backupState: true,
    });
    const login = await beginAt(context, page, 'passkey');
    await page.getByRole('button', { name: 'Use my passkey' }).click();
    await page.waitForURL(new RegExp(`/login/${login.id}$`));
    assert.equal(await newest(), true);
    await context.close();
  });

  test('without a script the page of a passkey says why not and what else, and codes are taken all the same', async () => {
    const context = await browser.newContext({ locale: 'en', javaScriptEnabled: false });
    const page = await context.newPage();
    await beginAt(context, page, 'passkey');
    assert.ok(await page.getByText('A passkey cannot be used in this browser now').isVisible());
    assert.equal(await page.getByRole('button', { name: 'Use my passkey' }).isVisible(), false);
    await page.getByRole('link', { name: 'Choose another way to log in' }).click();
    await page.locator('#tile-app-code a').click();
    await page.getByLabel('Your email address').fill('anna@example.org');
    await page.getByRole('button', { name: 'Send the code' }).click();
    await page.getByLabel('Code from the email').fill('12');
    await page.getByLabel('Code from your app').fill('123456');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('The code from the email has six digits').first().waitFor();
    await context.close();
  });

  for (const [index, language] of languages.entries())
    test(`every page of own means is in order in ${language}`, async () => {
      const login = await scene.begin({ means: ['passkey', 'appcode', 'tlsclient'] });
      const cookies = [
        { name: 'sluis_browser', value: login.secret, url: origin },
        { name: 'sluis_account', value: accountSecret, url: origin },
      ];
      const { tab, complaints } = await openScreenTab(browser, language, cookies);
      const faults: string[] = [];
      const at = `${origin}/login/${login.id}/means`;
      const look = (path: string, place: number) => ({
        language,
        rules: rulesFor(language, index + place),
        show: () => tab.goto(`${at}/${path}`),
      });
      await tab.goto(`${at}/passkey?lang=${language}`);
      for (const [place, path] of [
        'passkey',
        'passkey?said=copied',
        'app-code',
        'app-code?address=other',
        'certificate',
        'certificate?because=none',
      ].entries()) {
        if (path === 'app-code')
          await login.post('app-code', { answer: 'address', address: `${language}@example.org` });
        faults.push(...(await screenFaults(tab, look(path, place))).map((each) => `${path}: ${each}`));
      }
      const ofAccount = [
        '',
        '/sessions',
        '/keys',
        '/keys/passkey',
        '/keys/app',
        '/keys/recovery',
        '/keys/address',
      ];
      for (const [place, path] of ofAccount.entries()) {
        const show = () => tab.goto(`${origin}/account${path}?lang=${language}`);
        const own = { language, rules: rulesFor(language, index + place), show };
        faults.push(...(await screenFaults(tab, own)).map((each) => `account${path}: ${each}`));
      }
      assert.deepEqual([...faults, ...complaints], []);
      await tab.context().close();
    });
});
