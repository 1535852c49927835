import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Language } from '../../src/base/language.ts';
import type { World } from './world.ts';

/** How a person comes: with which language, window and whether scripts run. */
export type Visit = { readonly language?: Language; readonly scripts?: boolean; readonly width?: number };

/** A browser of its own, with what went wrong in it: scripts, the content policy, requests that failed. */
export type Visitor = {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly complaints: readonly string[];
};

/** Opens a fresh browser profile. */
export async function visit(
  browser: Browser,
  { language = 'en', scripts = true, width = 1200 }: Visit = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    locale: language,
    javaScriptEnabled: scripts,
    viewport: { width, height: 900 },
  });
  context.setDefaultTimeout(8_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return { page, context, complaints };
}

export type ApplicationName = 'klip' | 'gipod' | 'geopunt';

/** From an application's first page to the choice of login means. */
export async function openLogin(page: Page, world: World, application: ApplicationName): Promise<void> {
  await page.goto(world.sites[application].url);
  await page.locator('a[href="/login"], a[href^="/login"]').first().click();
  await page.waitForURL(`${world.platform}/login/**`);
}

/** From the choice of means to the page of a person at their country's (simulated) sign-in page. */
export async function goToCountry(page: Page, world: World, country: string): Promise<void> {
  await page.locator('#tile-eidas a').click();
  await page.locator(`a.country[href$="/country/${country}"]`).click();
  await onceSent(page, page.waitForURL(`${world.sites.europe.url}/**`));
}

/** A form on a page in between goes by itself where scripts run, by its button where they do not. */
async function onceSent(page: Page, arrived: Promise<void>): Promise<void> {
  const button = page.locator('form[data-submit] button');
  if (await button.isVisible().catch(() => false)) await button.click().catch(() => {});
  await arrived;
}

/** Chooses who signs in at the country, agrees, and comes back to the platform. `trouble` as its cards are named. */
export async function signInAt(page: Page, world: World, person: string): Promise<void> {
  await page.getByRole('link', { name: person }).first().click();
  await page.locator('button[name=decision][value=agree]').click();
  await backToBelgium(page, world);
}

/** Waits until the country's answer has brought the person back. */
async function backToBelgium(page: Page, world: World): Promise<void> {
  const { origin } = new URL(world.sites.europe.url);
  await onceSent(
    page,
    page.waitForURL((url) => url.origin !== origin),
  );
}

/** Types the national number. */
export async function giveNumber(page: Page, number: string): Promise<void> {
  await page.locator('input[name=knows][value=yes]').check();
  await page.locator('input[name=number]').fill(number);
  await page.locator('form:has(input[name=knows]) button.btn').click();
}

/** Chooses for whom to act, by the name on the tile. */
export async function chooseCapacity(page: Page, name: string): Promise<void> {
  await page.locator('button[name=key]', { hasText: name }).click();
}

/** Waits until the browser is in the application and logged in. */
export async function arrive(page: Page, world: World, application: ApplicationName): Promise<void> {
  await page.waitForURL(`${world.sites[application].url}/**`);
}
