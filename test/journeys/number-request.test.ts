import '../support/in-turn.ts';
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { noBrowser, startBrowser } from '../support/browser.ts';
import { type CommandProcess, startProcess } from '../support/command-process.ts';
import { pngExample } from '../support/document-examples.ts';
import {
  caseAddress,
  linkIn,
  mailTo,
  openCase,
  sayNoNumber,
  sendRequest,
  workAs,
} from '../support/number-walk.ts';
import { arrive, goToCountry, openLogin, signInAt, visit } from '../support/walk.ts';
import { openWorld, type World } from '../support/world.ts';

const CAPACITY = /\/login\//;

describe('a number for somebody who has none', { skip: noBrowser ?? false, timeout: 240_000 }, () => {
  let world: World;
  let worker: CommandProcess;
  let browser: Browser;
  const endings: (() => Promise<void>)[] = [];
  before(async () => {
    world = await openWorld({ after: (work) => void endings.push(work) });
    worker = startProcess(['work'], { ...world.environment, SLUIS_MAIL_URL: world.sites.inbox.smtpUrl });
    browser = await startBrowser();
  });
  after(async () => {
    await browser?.close();
    await worker?.kill();
    for (const end of endings.reverse()) await end();
  });

  for (const scripts of [false, true]) {
    test(`request, question, document, two agents, mail, and the open login goes on: scripts ${scripts ? 'on' : 'off'}`, async () => {
      // Two people of the demo without a number, so that each way of walking has its own.
      const [who, country, email] = scripts
        ? (['Anna Müller', 'DE', 'anna@example.eu'] as const)
        : (['Jens Vogt', 'DE', 'jens@example.eu'] as const);
      const applicant = await visit(browser, { scripts });
      const { page } = applicant;
      await openLogin(page, world, 'klip');
      const login = page.url();
      await goToCountry(page, world, country);
      await signInAt(page, world, who);
      await sayNoNumber(page, world);
      const reference = await sendRequest(page, world, { email, language: 'en' });

      const first = await workAs(browser, world, { name: 'Lotte Verhaegen', scripts });
      await openCase(first.page, world, reference);
      await first.page.locator('form[action$="/take"] button').click();
      const address = caseAddress(first.page);
      await first.page.goto(`${address}/ask`);
      await first.page.locator('[name=template]').first().check();
      await first.page.locator('main form button.btn:not(.sec)').first().click();
      await first.page.locator('[name=documents][value=passport]').check();
      await first.page.locator('main form button.btn:not(.sec)').first().click();
      await first.page.locator('button[name=step][value=send]').click();
      await first.page.waitForURL((url) => !url.pathname.endsWith('/ask'));

      const question = await mailTo(world, email, /question|more information|need/i);
      const elsewhere = await visit(browser, { scripts });
      await elsewhere.page.goto(linkIn(question));
      await elsewhere.page.locator('main form button').first().click();
      await elsewhere.page.waitForURL('**/request/**');
      await elsewhere.page.goto(`${world.platform}/request/documents`);
      await elsewhere.page.locator('[name=kind][value=passport]').check();
      await elsewhere.page.locator('[name=file]').setInputFiles({
        name: 'passport.png',
        mimeType: 'image/png',
        buffer: await pngExample(),
      });
      await elsewhere.page.locator('form[enctype] button.btn').click();
      await elsewhere.page.getByText('passport.png').first().waitFor();
      await elsewhere.page.goto(`${world.platform}/request/status`);
      await elsewhere.page.locator('[name=text]').fill('Here is my passport.');
      await elsewhere.page.locator('form[action$="/reply"] button[value=answer]').click();
      await elsewhere.page.waitForLoadState();

      await first.page.goto(`${address}/documents`);
      await first.page.getByText('passport.png').first().waitFor();
      await first.page.goto(`${address}/new-number`);
      for (const box of await first.page.locator('[name=checked]').all()) await box.check();
      await first.page
        .locator('textarea')
        .first()
        .fill('Nobody in the register is this applicant: seen by passport.');
      await first.page.locator('main form button.btn:not(.sec)').first().click();
      await first.page.waitForURL((url) => !url.pathname.endsWith('/new-number'));
      await first.page.goto(`${address}/confirm`);
      assert.match(await first.page.locator('main').innerText(), /cannot confirm your own decision/i);

      const second = await workAs(browser, world, { name: 'Bruno Lemaire', scripts });
      await second.page.goto(`${address}/confirm`);
      await second.page.locator('button[name=step][value=agree]').click();
      await second.page.waitForURL((url) => !url.pathname.endsWith('/confirm'));

      const told = await mailTo(world, email, /number/i);
      assert.doesNotMatch(told.subject, /\d{2}\.\d{2}\.\d{2}/);
      await page.goto(login);
      await page.locator('form:has(input[value=continue]) button').first().click();
      await page.waitForURL(CAPACITY);
      assert.match(await page.locator('h1').innerText(), /cannot use KLIP|who are you|whom|logged in/i);

      const another = await visit(browser, { scripts });
      await openLogin(another.page, world, 'klip');
      await goToCountry(another.page, world, country);
      await signInAt(another.page, world, who);
      assert.equal(await another.page.locator('[name=knows]').count(), 0, 'the number is not asked any more');
      for (const { complaints } of [applicant, elsewhere, first, second, another])
        assert.deepEqual(complaints, []);
      for (const { context } of [applicant, elsewhere, first, second, another]) await context.close();
    });
  }

  test('is found in the register when it holds the person: linked by two agents, and nobody gets a second number', async () => {
    const applicant = await visit(browser);
    const { page } = applicant;
    await openLogin(page, world, 'klip');
    const login = page.url();
    await goToCountry(page, world, 'DE');
    await signInAt(page, world, 'Katharina Vogel');
    await sayNoNumber(page, world);
    const reference = await sendRequest(page, world, { email: 'katharina@example.eu', language: 'de' });
    const agent = await workAs(browser, world, { name: 'Lotte Verhaegen' });
    await openCase(agent.page, world, reference);
    await agent.page.locator('form[action$="/take"] button').click();
    const address = caseAddress(agent.page);
    await agent.page.goto(address);
    assert.match(await agent.page.locator('main').innerText(), /Vogl/);
    await agent.page.goto(`${address}/decide`);
    await agent.page.locator('input[type=radio]').first().check();
    await agent.page.locator('main form button.btn:not(.sec)').first().click();
    await agent.page.locator('textarea[name=comment]').fill('The same person, spelled otherwise.');
    await agent.page.locator('main form button.btn:not(.sec)').first().click();
    await agent.page.waitForURL((url) => !url.pathname.includes('/link/'));
    // The register writes her name otherwise: nobody decides alone that she is the same.
    const second = await workAs(browser, world, { name: 'Bruno Lemaire' });
    await second.page.goto(`${address}/confirm`);
    await second.page.locator('button[name=step][value=agree]').click();
    await second.page.waitForURL((url) => !url.pathname.endsWith('/confirm'));
    const told = await mailTo(world, 'katharina@example.eu', /nummer/i);
    assert.equal(told.language, 'de');
    await page.goto(login);
    await page.locator('form:has(input[value=continue]) button').first().click();
    await page.waitForLoadState();
    assert.match(await page.locator('main').innerText(), /found you in the Belgian register/);
    await page.locator('form:has(input[value=continue]) button').first().click();
    await arrive(page, world, 'klip');
    assert.match(await page.locator('main').innerText(), /Kabel & Kanaal/);
    await applicant.context.close();
    await agent.context.close();
    await second.context.close();
  });
});
