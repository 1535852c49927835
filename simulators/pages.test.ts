import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before, describe } from 'node:test';
import { createTransport } from 'nodemailer';
import type { Browser } from 'playwright-core';
import { languages } from '../src/base/language.ts';
import { noBrowser, startBrowser } from '../test/support/browser.ts';
import { axeFaults } from '../test/support/screen-checks.ts';
import { type FakeProvider, openFakeProvider } from './application/testing/fake-provider.ts';
import { openStage, type Stage } from './europe/testing/connector.ts';
import { type Fas, openFas } from './fas/open-fas.ts';
import { providerPeople } from './fas/testing/people-examples.ts';
import type { Site } from './ground/site.ts';
import { type Inbox, openInbox } from './inbox/open-inbox.ts';
import { openKlip } from './klip/open-klip.ts';

const views = [
  { width: 320, height: 800, colorScheme: 'light' },
  { width: 1200, height: 900, colorScheme: 'dark' },
] as const;

describe('every page of the simulators', { skip: noBrowser ?? false }, () => {
  let browser: Browser;
  let stage: Stage;
  let provider: FakeProvider;
  let klip: Site;
  let inbox: Inbox;
  before(async () => {
    browser = await startBrowser();
    stage = await openStage(new Date());
    provider = await openFakeProvider();
    provider.claims = {
      sub: 'a'.repeat(40),
      given_name: 'Anna',
      family_name: 'Müller',
      vo_orgcode: '0999000129',
      vo_orgnaam: 'Kabel & Kanaal NV',
      vo_doelgroepcode: 'EA',
      klip_rol_3d: ['KLIPgebruiker-Planaanvrager:0999000129'],
    };
    klip = await openKlip({ port: 0, issuer: provider.issuer, secret: 'secret' });
    inbox = await openInbox({ port: 0, smtpPort: 0 });
    const transport = createTransport(inbox.smtpUrl);
    await transport.sendMail({
      from: 'a@example.eu',
      to: 'b@example.eu',
      subject: 'A subject',
      text: 'x'.repeat(300),
    });
    transport.close();
  });
  after(async () => {
    await browser.close();
    await Promise.all([stage.close(), klip.close(), inbox.close(), provider.close()]);
  });

  /** Opens each address in turn in one browser session and says what is wrong with each. */
  const inspect = async (addresses: readonly string[]) => {
    for (const { width, height, colorScheme } of views) {
      const context = await browser.newContext({ viewport: { width, height }, colorScheme });
      const tab = await context.newPage();
      const violations: string[] = [];
      tab.on('console', (message) => {
        if (/content security policy/i.test(message.text())) violations.push(message.text());
      });
      for (const address of addresses) {
        await tab.goto(address);
        assert.deepEqual(await axeFaults(tab), [], `${address} at ${width}, ${colorScheme}`);
        const overflow = await tab.evaluate(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        );
        assert.equal(overflow, 0, `${address} scrolls sideways at ${width}`);
      }
      assert.deepEqual(violations, []);
      await context.close();
    }
  };

  for (const language of languages) {
    test(`an application before and after a login, in ${language}`, async () => {
      const start = await fetch(`${klip.url}/login`, { redirect: 'manual' });
      const asked = new URL(start.headers.get('location') ?? '');
      provider.expect(asked);
      await inspect([
        `${klip.url}/?lang=${language}`,
        `${klip.url}/logged-out?lang=${language}`,
        `${klip.url}/callback?lang=${language}`,
      ]);
    });
  }

  test('an application for somebody who is logged in', async () => {
    const start = await fetch(`${klip.url}/login`, { redirect: 'manual' });
    const asked = new URL(start.headers.get('location') ?? '');
    provider.expect(asked);
    const back = await fetch(`${klip.url}/callback?code=good&state=${asked.searchParams.get('state')}`, {
      redirect: 'manual',
      headers: {
        cookie: start.headers
          .getSetCookie()
          .map((each) => each.split(';')[0])
          .join('; '),
      },
    });
    const [name = '', value = ''] = (back.headers.getSetCookie()[0] ?? '').split(';')[0]?.split('=') ?? [];
    const context = await browser.newContext({ viewport: { width: 320, height: 800 } });
    await context.addCookies([{ name, value, url: klip.url }]);
    const tab = await context.newPage();
    await tab.goto(klip.url);
    assert.match(await tab.innerText('h1'), /Anna Müller/);
    await tab.click('summary');
    assert.deepEqual(await axeFaults(tab), []);
    assert.equal(await tab.evaluate('document.documentElement.scrollWidth'), 320);
    await context.close();
  });

  test('a country’s sign-in pages', async () => {
    const picker = (await stage.take(stage.ask('EL').sent)).url;
    const portugal = (await stage.take(stage.ask('PT').sent)).url;
    await inspect([
      stage.europe.url,
      `${stage.europe.url}/bg`,
      picker,
      `${picker}/consent?person=georgios-papadopoulos&trouble=cancelled`,
      `${portugal}/consent?person=maria-long-name&trouble=none`,
      `${stage.europe.url}/de/sso`,
      `${stage.europe.url}/de/sign-in/gone`,
    ]);
  });

  test('the sign-in pages of login providers', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sluis-fas-'));
    const platform = 'http://localhost:4999';
    const fas = await openFas({ port: 0, folder, platform, ...providerPeople });
    try {
      const signIn = (client: Fas['federal'], acr: string, hint = '') => {
        const asked = new URLSearchParams({
          client_id: client.clientId,
          redirect_uri: `${platform}/means/${client.code}/callback`,
          ...{ response_type: 'code', scope: 'openid', state: 's', nonce: 'n', acr_values: acr },
          code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
          code_challenge_method: 'S256',
          ...(hint === '' ? {} : { login_hint: hint }),
        });
        return `${client.issuer}/auth?${asked}`;
      };
      await inspect([
        fas.url,
        fas.federal.issuer,
        signIn(fas.federal, 'urn:be:fedict:iam:fas:citizen:Level400'),
        signIn(fas.organisation, 'two-steps', 'noor@town.example'),
        `${fas.federal.issuer}/sign-in/gone`,
      ]);
    } finally {
      await fas.close();
      await rm(folder, { recursive: true });
    }
  });

  test('the inbox', () => inspect([inbox.url, `${inbox.url}/mail/1`, `${inbox.url}/mail/2`]));
});
