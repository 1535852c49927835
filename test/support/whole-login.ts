import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { type Language, languages } from '../../src/base/language.ts';
import { noBrowser, startBrowser } from './browser.ts';
import type { TestServer } from './database.ts';
import { walkToEnd } from './persona-walk.ts';
import { arrive, chooseCapacity, giveNumber, goToCountry, openLogin, signInAt, visit } from './walk.ts';
import { openWalkingBrowser } from './walking-browser.ts';
import { openWorld, type World } from './world.ts';

const ANNA = 'Anna Müller';
const ANNAS_NUMBER = '95.50.17-998.61';
const COMPANY = 'Kabel & Kanaal NV';

export type WholeLoginOptions = {
  readonly processes?: number;
  /** Starts another PostgreSQL than the one of the run. */
  readonly startServer?: () => Promise<TestServer>;
  readonly skip?: string | false;
};

/** The whole story on one world: the first login, the second, the next application. Shared with the tests of two processes. */
export function wholeLogin(title: string, options: WholeLoginOptions = {}): void {
  describe(title, { skip: noBrowser ?? options.skip ?? false }, () => {
    let world: World;
    let browser: Browser;
    const endings: (() => Promise<void>)[] = [];
    before(async () => {
      const server = await options.startServer?.();
      if (server) endings.push(server.stop);
      const { processes = 1 } = options;
      world = await openWorld(
        { after: (work) => void endings.push(work) },
        { processes, ...(server ? { server } : {}) },
      );
      browser = await startBrowser();
    });
    after(async () => {
      await browser?.close();
      for (const end of endings.reverse()) await end();
    });

    test('without scripts: KLIP, eIDAS, Germany, number, company, KLIP', async () => {
      const { page, context, complaints } = await visit(browser, { scripts: false });
      await openLogin(page, world, 'klip');
      await goToCountry(page, world, 'DE');
      await signInAt(page, world, ANNA);
      await giveNumber(page, ANNAS_NUMBER);
      await page.getByText('Your eID is linked to your Belgian number').waitFor();
      await chooseCapacity(page, COMPANY);
      await arrive(page, world, 'klip');
      const greeting = await page.locator('main').innerText();
      assert.match(greeting, /Hello Anna Müller/);
      assert.match(greeting, /Kabel & Kanaal NV/);
      assert.match(greeting, /KLIPgebruiker – Planaanvrager for 0999000129/);
      // Another day in the same browser: straight to the country.
      await context.clearCookies({ name: /session/ });
      await openLogin(page, world, 'klip');
      await page.locator('#tile-last a', { hasText: 'Germany' }).click();
      await page.getByRole('button', { name: 'Continue to Germany' }).click();
      await signInAt(page, world, ANNA);
      // The choice is shown where the answer is fetched; shown again, and in another language, it is where the login is.
      assert.match(page.url(), /\/eidas\/return\//);
      await page.reload();
      assert.match(page.url(), /\/login\//);
      await page.locator('a[hreflang=fr]').click();
      await page.locator('html[lang=fr] button[name=key]').first().waitFor();
      await chooseCapacity(page, COMPANY);
      await arrive(page, world, 'klip');
      assert.match(await page.locator('main').innerText(), /Hello Anna Müller/);
      assert.deepEqual(complaints, []);
      await context.close();
    });

    const again = (options.processes ?? 1) === 1 ? againOnScreens : againPageByPage;
    for (const language of languages)
      test(`again in a new browser, in ${language}: no form; GEOPUNT next: no login`, () =>
        again({ world, browser, language }));
  });
}

type Again = { readonly world: World; readonly browser: Browser; readonly language: Language };

async function againOnScreens({ world, browser, language }: Again): Promise<void> {
  const { page, context, complaints } = await visit(browser, { language });
  await openLogin(page, world, 'klip');
  assert.equal(await page.locator('html').getAttribute('lang'), language);
  await goToCountry(page, world, 'DE');
  await signInAt(page, world, ANNA);
  await chooseCapacity(page, COMPANY);
  await arrive(page, world, 'klip');
  assert.match(await page.locator('main').innerText(), /Kabel & Kanaal/);
  await page.goto(world.sites.geopunt.url);
  await page.locator('a[href^="/login"]').first().click();
  await arrive(page, world, 'geopunt');
  assert.match(await page.locator('main').innerText(), /Anna Müller/);
  assert.deepEqual(complaints, []);
  await context.close();
}

/** What matters between processes is where each request goes, and not how a screen looks: that is seen where there is one process. */
async function againPageByPage({ world, language }: Again): Promise<void> {
  const walking = openWalkingBrowser(language);
  const { klip, geopunt } = world.sites;
  const page = await walking.open(`${klip.url}/login`);
  assert.match(page.text, new RegExp(`<html lang="${language}"`));
  const walker = { kind: 'abroad', country: 'DE', id: 'anna-mueller', number: null } as const;
  const ended = await walkToEnd(walking, world, { walker, page, target: klip.url });
  assert.equal(ended.end, 'in');
  assert.match(ended.page.text, /Kabel &amp; Kanaal/);
  const next = await walking.open(`${geopunt.url}/login`);
  assert.ok(next.url.startsWith(geopunt.url), next.url);
  assert.match(next.text, /Anna Müller/);
}
