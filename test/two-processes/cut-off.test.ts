import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { noBrowser, startBrowser } from '../support/browser.ts';
import {
  arrive,
  chooseCapacity,
  giveNumber,
  goToCountry,
  openLogin,
  signInAt,
  visit,
} from '../support/walk.ts';
import { openWorld, type World } from '../support/world.ts';

describe('a login that is cut off', { skip: noBrowser ?? false }, () => {
  let world: World;
  let browser: Browser;
  const endings: (() => Promise<void>)[] = [];
  before(async () => {
    world = await openWorld({ after: (work) => void endings.push(work) });
    browser = await startBrowser();
  });
  after(async () => {
    await browser?.close();
    for (const end of endings.reverse()) await end();
  });

  test('goes on where it stood after the process was killed at every step', async () => {
    const { page, context } = await visit(browser);
    const cutOff = async () => {
      world.kill(0);
      await world.restart(0);
    };
    await openLogin(page, world, 'klip');
    await cutOff();
    await goToCountry(page, world, 'DE');
    await cutOff();
    await signInAt(page, world, 'Anna Müller');
    await cutOff();
    await giveNumber(page, '95.50.17-998.61');
    await page.locator('button[name=key]').first().waitFor();
    await cutOff();
    await page.reload();
    await chooseCapacity(page, 'Kabel & Kanaal NV');
    await arrive(page, world, 'klip');
    assert.match(await page.locator('main').innerText(), /Hello Anna Müller/);
    await context.close();
  });

  test('lives in one tab while another does something else, and the back button strands nobody', async () => {
    const { page, context } = await visit(browser);
    await openLogin(page, world, 'klip');
    const other = await context.newPage();
    await other.goto(page.url());
    await page.locator('#tile-eidas a').click();
    await page.locator('a.country[href$="/country/DE"]').waitFor();
    // The other tab still shows the choice of means; both may look at the countries, and one leaves.
    await other.locator('#tile-eidas a').click();
    await other.locator('a.country[href$="/country/DE"]').waitFor();
    await page.locator('a.country[href$="/country/DE"]').click();
    await page.waitForURL(`${world.sites.europe.url}/**`);
    await page.goBack();
    await page.goto(other.url());
    await page
      .getByText(/login page of Germany|Which country/)
      .first()
      .waitFor();
    await context.close();
  });

  test('is not shown to another browser', async () => {
    const mine = await visit(browser);
    await openLogin(mine.page, world, 'klip');
    const theirs = await visit(browser);
    await theirs.page.goto(mine.page.url());
    assert.match(await theirs.page.locator('h1').innerText(), /was started in another browser/);
    assert.doesNotMatch(await theirs.page.locator('main').innerText(), /KLIP/);
    await mine.context.close();
    await theirs.context.close();
  });
});
