import '../support/in-turn.ts';
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { staffPersonas } from '../../seed/index.ts';
import { noBrowser, startBrowser } from '../support/browser.ts';
import { visit } from '../support/walk.ts';
import { openWorld, type World } from '../support/world.ts';

describe('staff of the demo', { skip: noBrowser ?? false }, () => {
  let world: World;
  let browser: Browser;
  const endings: (() => Promise<void>)[] = [];
  before(async () => {
    world = await openWorld({ after: (work) => endings.push(work) });
    browser = await startBrowser();
  });
  after(async () => {
    await browser?.close();
    for (const end of endings) await end();
  });

  for (const { name, path } of staffPersonas) {
    test(`${name} logs in to ${path} without JavaScript, and out again`, async () => {
      const { page, context, complaints } = await visit(browser, { scripts: false });
      await page.goto(world.platform + path);
      await page.locator('#tile-eid a').click();
      await page.getByRole('button', { name }).click();
      await page.waitForURL(world.platform + path);
      assert.equal(await page.locator('.acting strong').textContent(), name);
      await page.getByRole('button', { name: 'Log out' }).click();
      await page.waitForURL(`${world.platform}/staff/left`);
      await page.goto(world.platform + path);
      assert.match(page.url(), /\/login\//);
      assert.deepEqual(complaints, []);
      await context.close();
    });
  }

  test('somebody who works elsewhere is recognised, and told that there is nothing for them here', async () => {
    const { page, context } = await visit(browser, { scripts: false });
    await page.goto(`${world.platform}/cases`);
    await page.locator('#tile-eid a').click();
    await page.getByRole('button', { name: 'Els De Smet' }).click();
    await page.getByRole('heading', { level: 1, name: /cannot use Sluis casework now/ }).waitFor();
    assert.equal(
      (await context.cookies()).some((cookie) => cookie.name === 'sluis_staff'),
      false,
    );
    await context.close();
  });

  test('casework is no client of OpenID Connect', async () => {
    const address = `${world.platform}/op/v1/auth?client_id=sluis-casework&response_type=code&scope=openid&redirect_uri=http%3A%2F%2Flocalhost%2Fcases`;
    const response = await fetch(address, { redirect: 'manual' });
    assert.equal(response.status, 400);
    assert.equal(response.headers.get('location'), null);
  });
});
