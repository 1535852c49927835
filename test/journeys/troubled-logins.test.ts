import '../support/in-turn.ts';
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { troubles as simulatedTroubles } from '../../simulators/europe/trouble.ts';
import { noBrowser, startBrowser } from '../support/browser.ts';
import { arrive, giveNumber, goToCountry, openLogin, signInAt, visit } from '../support/walk.ts';
import { openWalkingBrowser, type WalkPage } from '../support/walking-browser.ts';
import { openWorld, type World } from '../support/world.ts';

/** Who comes, with which number or without one, and what the page that fits says. */
const people = [
  {
    who: 'Katharina Vogel',
    from: 'DE',
    number: '91.46.21-998.23',
    ends: 'We could not link this number to your details',
  },
  {
    who: 'Marko Kovačević',
    from: 'HR',
    number: '85.47.00-997.50',
    ends: 'We could not link this number to your details',
  },
  {
    who: 'Felix Braun',
    from: 'DE',
    number: '79.52.02-997.93',
    ends: 'You are logged in, but you cannot use KLIP now',
  },
  { who: 'Sophie Hartmann', from: 'DE', number: '84.49.14-998.10', ends: 'Your right ended on' },
  { who: 'Aino Mäkinen', from: 'FI', number: '93.43.18-998.37', ends: 'a context is missing' },
  { who: 'Maren Köster', from: 'DE', number: '90.42.27-998.85', ends: null },
  { who: 'Georgios Papadopoulos', from: 'EL', number: '83.45.30-997.64', ends: null },
  { who: 'Georgi Petrov', from: 'BG', number: '82.41.22-997.61', ends: null },
  { who: 'Åsa Lindström', from: 'SE', number: '83.46.06-998.14', ends: null },
] as const;

/** What a country does wrong, and the page that says it. */
const troubles = [
  { trouble: 'Cancels', says: 'You stopped logging in with the eID of Germany' },
  { trouble: 'Sign-in fails', says: 'Logging in with the eID of Germany did not work' },
  { trouble: 'Level too low', says: 'The eID you used is not strong enough' },
  { trouble: 'Weak answer', says: 'The eID you used is not strong enough' },
  { trouble: 'Birth date missing', says: 'date of birth' },
  { trouble: 'Wrong signature', says: 'We could not accept the answer' },
  { trouble: 'Unknown key', says: 'We could not accept the answer' },
  { trouble: 'Old answer', says: 'We could not accept the answer' },
  { trouble: 'Other audience', says: 'We could not accept the answer' },
  { trouble: 'Not asked for', says: 'We could not accept the answer' },
  { trouble: 'Not encrypted', says: 'We could not accept the answer' },
  { trouble: 'Company instead of person', says: 'We could not accept the answer' },
] as const;

describe('people and countries with a difficulty', { skip: noBrowser ?? false }, () => {
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

  const giveUp = async (page: Page) => {
    await page.locator('form:has(input[value=give-up]) button, button[value=give-up]').first().click();
    await arrive(page, world, 'klip');
    assert.match(await page.locator('main').innerText(), /You stopped logging in/);
    assert.equal(new URL(page.url()).searchParams.get('error'), 'access_denied');
  };

  for (const { who, from, number, ends } of people) {
    test(`${who}: ${ends ?? 'gets in or chooses'}`, async () => {
      const { page, context, complaints } = await visit(browser);
      await openLogin(page, world, 'klip');
      await goToCountry(page, world, from);
      await signInAt(page, world, who);
      await giveNumber(page, number);
      if (ends === null) {
        await page
          .getByText(/Your eID is linked/)
          .first()
          .waitFor();
      } else {
        await page.getByText(ends).first().waitFor();
        await giveUp(page);
      }
      assert.deepEqual(
        complaints.filter((each) => !each.includes('403')),
        [],
      );
      await context.close();
    });
  }

  for (const { trouble, says } of troubles) {
    test(`Germany, “${trouble}”: ${says}`, async () => {
      const { kind } = simulatedTroubles.find(({ name }) => name === trouble) ?? assert.fail(trouble);
      const walking = openWalkingBrowser();
      const means = await walking.open(`${world.sites.klip.url}/login`);
      const germany = await walking.follow(await walking.follow(means, '/country'), '/country/DE');
      const consent = await walking.follow(germany, `&trouble=${kind}`);
      assert.match(consent.text, new RegExp(`value="${kind}" checked`));
      const end = await walking.press(consent, 'decision', { decision: 'agree', trouble: kind });
      assert.ok(end.url.startsWith(world.platform), end.url);
      const text = wordsOf(end);
      assert.ok(text.includes(says), text);
      assert.doesNotMatch(text, /invalid|undefined|\[object/i);
    });
  }

  test('somebody without a number gets a reference, and the application is told when they give up', async () => {
    const { page, context } = await visit(browser, { scripts: false });
    await openLogin(page, world, 'klip');
    await goToCountry(page, world, 'DE');
    await signInAt(page, world, 'Jens Vogt');
    await page.locator('input[name=knows][value=none]').check();
    await page.locator('form:has(input[name=knows]) button.btn').click();
    await page
      .getByText(/SLU-[0-9A-Z]{4}-[0-9A-Z]{4}/)
      .first()
      .waitFor();
    await page.goto(`${world.platform}/request/saved`);
    await giveUp(page);
    await context.close();
  });

  test('six wrong numbers: a time when to try again, and a way on without', async () => {
    const { page, context } = await visit(browser);
    await openLogin(page, world, 'klip');
    await goToCountry(page, world, 'NL');
    await signInAt(page, world, 'Suharto');
    for (let tries = 0; tries < 5; tries++) await giveNumber(page, '91.46.21-998.23');
    await page.getByText('You have tried too many times').first().waitFor();
    assert.match(await page.locator('main').innerText(), /You can try again on .*202\d/);
    await context.close();
  });

  test('a country whose metadata expired cannot be chosen, and the page says why', async () => {
    const { page, context } = await visit(browser);
    await openLogin(page, world, 'klip');
    await page.locator('#tile-eidas a').click();
    await page.waitForURL('**/country');
    assert.equal(await page.locator('a.country[href$="/country/MT"]').count(), 0);
    assert.match(await page.locator('main').innerText(), /Malta\s+[\s\S]*temporary problem/);
    assert.match(await page.locator('main').innerText(), /France[\s\S]*registration office/i);
    await context.close();
  });

  test('no name, number or identifier of anybody is in the log', () => {
    const log = world.log();
    assert.match(log, /"route":"\/eidas\/acs"/);
    for (const word of [
      'Müller',
      'Anna',
      'Vogel',
      'Katharina',
      'Suharto',
      '91462199823',
      '91.46.21',
      'anna-mueller',
      'SAMLResponse',
    ]) {
      assert.doesNotMatch(log, new RegExp(word), `the log must not say ${word}`);
    }
  });
});

/** What stands on a page to be read. */
function wordsOf({ text }: WalkPage): string {
  const [, body = ''] = /<body\b[^>]*>([\s\S]*)<\/body>/.exec(text) ?? [];
  return body
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}
