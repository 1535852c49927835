import '../support/in-turn.ts';
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { noBrowser, startBrowser } from '../support/browser.ts';
import { type DemoHome, openDemoHome } from '../support/demo-process.ts';
import { visit } from '../support/walk.ts';

const LUCA = 'luca.ferrari@example.eu';
const INBOX = 20;

describe('a demo that travels in time', { skip: noBrowser ?? false }, () => {
  let browser: Browser;
  let home: DemoHome;
  const endings: (() => void | Promise<void>)[] = [];
  before(async () => {
    home = openDemoHome({ after: (work) => void endings.push(work) });
    browser = await startBrowser();
  });
  after(async () => {
    await browser?.close();
    for (const end of endings.reverse()) await end();
  });

  test('lets the answer of an applicant become due: first the reminder comes by mail, then the end of the request', async () => {
    const today = await home.start();
    assert.doesNotMatch(today.printed(), /travelled in time/);
    const before = await fetch(`${home.at(INBOX)}/messages?to=${LUCA}`);
    assert.deepEqual(await before.json(), [], 'mail of the past is not sent');
    await today.stop();

    const nextWeek = await home.start('--time-travel', '1w');
    const { page, context } = await visit(browser);
    await seeMail(page, /^We are still waiting for your answer|attendons encore/);
    await nextWeek.stop();

    const nextMonth = await home.start('--time-travel', '3w');
    assert.match(nextMonth.printed(), new RegExp(`it lives on .*${yearIn(28)}`));
    await seeMail(page, /^We closed your request|avons clôturé/);
    await logIn(page);
    await nextMonth.stop();
    await context.close();
  });

  test('refuses a time that is none, and starts nothing', async () => {
    await assert.rejects(home.start('--time-travel', 'tomorrow'), /ended before it was ready/);
  });

  const seeMail = async (page: Page, subject: RegExp) => {
    // The page looks again by itself every five seconds; the worker has looked at the cases by then, as soon as it started.
    await page.goto(`${home.at(INBOX)}/?to=${LUCA}&watch=1`);
    await page.getByRole('link', { name: subject }).first().waitFor({ timeout: 0 });
  };

  /** Metadata, certificates, keys and sessions are of that later day: a login from abroad works as ever. */
  const logIn = async (page: Page) => {
    await page.goto(home.at(3));
    await page.locator('a[href^="/login"]').first().click();
    await page.locator('#tile-eidas a').click();
    await page.locator('a.country[href$="/country/DE"]').click();
    await page.getByRole('link', { name: 'Lukas Schäfer' }).first().click();
    await page.locator('button[name=decision][value=agree]').click();
    await page.waitForURL(`${home.at(3)}/**`);
    assert.match(await page.locator('main').innerText(), /Lukas Schäfer/);
  };
});

function yearIn(days: number): number {
  return new Date(Date.now() + days * 86_400_000).getUTCFullYear();
}
