import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { ReceivedMail } from '../../simulators/inbox/mailbox.ts';
import { type Visit, visit } from './walk.ts';
import type { World } from './world.ts';

/** What an applicant types, page by page. */
export type Typing = { readonly email: string; readonly language: 'nl' | 'fr' | 'de' | 'en' };

/** From the question for the number to the first page of the request. */
export async function sayNoNumber(page: Page, world: World): Promise<void> {
  await page.locator('input[name=knows][value=none]').check();
  await page.locator('form:has(input[name=knows]) button.btn').click();
  await page.waitForURL(`${world.platform}/request/**`);
}

/** Answers every page of questions that comes, proves the address and sends the request; ends on the page that says so. */
export async function sendRequest(page: Page, world: World, { email, language }: Typing): Promise<string> {
  for (;;) {
    const path = new URL(page.url()).pathname;
    if (path === '/request/sent') break;
    await answer(page, world, { path, email, language });
    await page.locator('main form button.btn:not(.sec)').first().click();
    await page.waitForLoadState();
    if (new URL(page.url()).pathname === path)
      throw new Error(`${path} was not accepted:\n${await page.locator('main').innerText()}`);
  }
  const reference = /SLU-\w{4}-\w{4}/.exec(await page.locator('main').innerText())?.[0];
  if (!reference) throw new Error('the page that says that the request was sent shows no reference');
  return reference;
}

async function answer(
  page: Page,
  world: World,
  { path, email, language }: Typing & { readonly path: string },
): Promise<void> {
  const fill = async (fields: Readonly<Record<string, string>>) => {
    for (const [name, value] of Object.entries(fields)) await page.locator(`[name="${name}"]`).fill(value);
  };
  const choose = (name: string, value: string) => page.locator(`select[name="${name}"]`).selectOption(value);
  switch (path) {
    case '/request/questions/birth':
      return void (await choose('birthCountry', 'DE'));
    case '/request/questions/sex':
      return page.locator('[name=sex][value=female]').check();
    case '/request/questions/nationality':
      return fill({ 'nationality-1': 'Deutschland' });
    case '/request/questions/address':
      await fill({ addressLines: 'Musterweg 1', postcode: '89073', municipality: 'Ulm' });
      return void (await choose('addressCountry', 'DE'));
    case '/request/questions/document':
      await page.locator('[name=documentType][value=passport]').check();
      await fill({
        documentNumber: 'C01X00T47',
        'documentExpires-day': '1',
        'documentExpires-month': '5',
        'documentExpires-year': '2035',
      });
      return void (await choose('documentCountry', 'DE'));
    case '/request/questions/contact':
      await fill({ email });
      return page.locator(`[name=language][value=${language}]`).check();
    case '/request/email': {
      const { text } = await mailTo(world, email, /\b\d{6}\b/);
      return fill({ code: /\b\d{6}\b/.exec(text)?.[0] ?? '' });
    }
    case '/request/check':
      return page.locator('[name=agree]').check();
  }
}

/** Waits for the newest mail to this address whose text or subject fits; the worker sends within seconds. */
export async function mailTo(world: World, email: string, fits: RegExp): Promise<ReceivedMail> {
  const { mailbox } = world.sites.inbox;
  for (;;) {
    const found = mailbox.list(email).find(({ subject, text }) => fits.test(subject) || fits.test(text));
    if (found) return found;
    await mailbox.next();
  }
}

/** The link of a mail that opens the request. */
export function linkIn({ text }: ReceivedMail): string {
  const link = /https?:\/\/\S+\/request\/open\/[\w-]+/.exec(text)?.[0];
  if (!link) throw new Error('the mail holds no link to the request');
  return link;
}

/** A member of staff in a browser of their own, logged in by the demo's eID. */
export async function workAs(
  browser: Browser,
  world: World,
  { name, path = '/cases', ...how }: Visit & { readonly name: string; readonly path?: string },
): Promise<{
  readonly page: Page;
  readonly context: BrowserContext;
  readonly complaints: readonly string[];
}> {
  const visitor = await visit(browser, how);
  const { page } = visitor;
  await page.goto(world.platform + path);
  await page.locator('#tile-eid a').click();
  await page.getByRole('button', { name }).first().click();
  await page.waitForURL((url) => url.pathname.startsWith(path));
  return visitor;
}

/** Finds a case by its reference, in the list of all, and opens it. */
export async function openCase(page: Page, world: World, reference: string): Promise<void> {
  await page.goto(`${world.platform}/cases/list?list=all`);
  await page.locator('[name=search]').fill(reference);
  await page.locator('form:has([name=search]) button').first().click();
  await page.waitForURL(({ search }) => search !== '?list=all');
  await page.locator(`tr:has-text("${reference}") th a`).first().click();
  await page.waitForURL(/\/cases\/[0-9a-f-]{36}/);
}

/** The address of the case that is open, without what follows. */
export function caseAddress(page: Page): string {
  return /^.*\/cases\/[0-9a-f-]{36}/.exec(page.url())?.[0] ?? '';
}
