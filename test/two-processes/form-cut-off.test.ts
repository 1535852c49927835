import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import pg from 'pg';
import type { Browser, Page, Route } from 'playwright-core';
import { noBrowser, startBrowser } from '../support/browser.ts';
import { type CommandProcess, startProcess } from '../support/command-process.ts';
import { caseAddress, openCase, sayNoNumber, sendRequest, workAs } from '../support/number-walk.ts';
import { goToCountry, openLogin, signInAt, visit } from '../support/walk.ts';
import { openWorld, type World } from '../support/world.ts';

/** Where the process is killed: while the form is on its way, in the middle of what it changes, or before its answer leaves. */
type Cut = 'on-the-way' | 'in-the-middle' | 'before-the-answer';

/** Who waits in the database to put a mail into the outbox: by itself, or joined with what else is changed, as the statement says at its beginning. */
const AT_THE_MAIL = `from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
  and (query like 'insert into outbox%' or query like '/*%outbox.add%')`;

describe('a form whose process is killed while it handles it', {
  skip: noBrowser ?? false,
  timeout: 240_000,
}, () => {
  let world: World;
  let worker: CommandProcess;
  let browser: Browser;
  let client: pg.Client;
  /** Holds the lock: within a transaction one always sees the same activity. */
  let holder: pg.Client;
  const endings: (() => Promise<void>)[] = [];
  before(async () => {
    world = await openWorld({ after: (work) => void endings.push(work) });
    worker = startProcess(['work'], { ...world.environment, SLUIS_MAIL_URL: world.sites.inbox.smtpUrl });
    browser = await startBrowser();
    client = new pg.Client({ connectionString: world.environment.SLUIS_DATABASE_URL });
    await client.connect();
    holder = new pg.Client({ connectionString: world.environment.SLUIS_DATABASE_URL });
    await holder.connect();
  });
  after(async () => {
    await browser?.close();
    await client?.end();
    await holder?.end();
    await worker?.kill();
    for (const end of endings.reverse()) await end();
  });

  /** How often something is kept about the case with this reference. */
  const kept = async (reference: string) => {
    const { rows } = await client.query<Readonly<Record<string, number>>>(
      `select
        (select count(*)::int from case_events where case_id = c.id and kind = 'submitted') as sent,
        (select count(*)::int from case_events where case_id = c.id and kind = 'number-assigned') as given,
        (select count(*)::int from outbox where about = c.id and template = 'request-received') as "mailsOfSending",
        (select count(*)::int from outbox where about = c.id and template like 'number-assigned%') as "mailsOfNumber",
        (select count(*)::int from assigned_numbers where case_id = c.id::text) as numbers
      from cases c where reference = $1`,
      [reference],
    );
    return rows[0];
  };
  const totals = async () =>
    (
      await client.query<{ links: number; registered: number }>(`select
        (select count(*)::int from eidas_links where ended_at is null) as links,
        (select count(*)::int from register_persons) as registered`)
    ).rows[0] ?? { links: 0, registered: 0 };
  const until = async (query: string) => {
    while ((await client.query(query)).rowCount === 0);
  };

  const press = async (route: Route, cut: Cut, done: string) => {
    if (cut === 'in-the-middle') await holder.query('begin; lock table outbox in exclusive mode');
    const answer = route.fetch({ maxRedirects: 0 }).catch(() => null);
    if (cut === 'in-the-middle') await until(`select ${AT_THE_MAIL}`);
    if (cut === 'before-the-answer') await until(done);
    world.kill(0);
    // The server would still do what the dead process asked for last.
    if (cut === 'in-the-middle') await client.query(`select pg_terminate_backend(pid) ${AT_THE_MAIL}`);
    if (cut === 'in-the-middle') await holder.query('rollback');
    await answer;
    await world.restart(0);
  };
  /** Cuts off what this page sends to such an address, as often as there are cuts; then it is sent once more. */
  const cutOff = (page: Page, path: RegExp, cuts: readonly Cut[], done: string) =>
    page.route(path, async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      for (const cut of cuts) await press(route, cut, done);
      await route.continue();
    });
  const newestReference = async () =>
    (await client.query<{ reference: string }>('select reference from cases order by opened_at desc limit 1'))
      .rows[0]?.reference ?? '';

  const ask = async (who: string, email: string, cuts: readonly Cut[]) => {
    const { page } = await visit(browser, { scripts: false });
    page.setDefaultTimeout(20_000);
    await openLogin(page, world, 'klip');
    await goToCountry(page, world, 'DE');
    await signInAt(page, world, who);
    await sayNoNumber(page, world);
    const sent = `select from cases where submitted_at is not null and reference = '${await newestReference()}'`;
    await cutOff(page, /\/request\/check$/, cuts, sent);
    return { page, sending: () => sendRequest(page, world, { email, language: 'en' }) };
  };

  const propose = async (reference: string) => {
    const { page, context } = await workAs(browser, world, { name: 'Lotte Verhaegen', scripts: false });
    await openCase(page, world, reference);
    await page.locator('form[action$="/take"] button').click();
    const address = caseAddress(page);
    await page.goto(`${address}/new-number`);
    for (const box of await page.locator('[name=checked]').all()) await box.check();
    await page.locator('textarea').first().fill('Nobody in the register is this applicant.');
    await page.locator('main form button.btn:not(.sec)').first().click();
    await page.waitForURL((url) => !url.pathname.endsWith('/new-number'));
    await context.close();
    return address;
  };
  const agree = async (reference: string, address: string, cuts: readonly Cut[]) => {
    const { page } = await workAs(browser, world, { name: 'Bruno Lemaire', scripts: false });
    page.setDefaultTimeout(20_000);
    await page.goto(`${address}/confirm`);
    const given = `select from cases where state = 'decided' and reference = '${reference}'`;
    await cutOff(page, /\/confirm$/, cuts, given);
    await page.locator('button[name=step][value=agree]').click();
    await page.waitForLoadState();
    return page;
  };
  const asked = { sent: 1, given: 0, mailsOfSending: 1, mailsOfNumber: 0, numbers: 0 };
  const decided = { sent: 1, given: 1, mailsOfSending: 1, mailsOfNumber: 1, numbers: 1 };

  test('before anything was kept: pressed again, the request is sent once, and one number is given', async () => {
    const cuts = ['on-the-way', 'in-the-middle'] as const;
    const { sending } = await ask('Jens Vogt', 'jens@example.eu', cuts);
    const reference = await sending();
    assert.deepEqual(await kept(reference), asked);
    const address = await propose(reference);
    const was = await totals();
    const page = await agree(reference, address, cuts);
    await page.waitForURL((url) => !url.pathname.endsWith('/confirm'));
    assert.deepEqual(await kept(reference), decided);
    assert.deepEqual(await totals(), { links: was.links + 1, registered: was.registered + 1 });
  });

  test('after it was kept: pressed again, the page says that it was done already, and nothing is done twice', async () => {
    const cuts = ['before-the-answer'] as const;
    const { page, sending } = await ask('Anna Müller', 'anna@example.eu', cuts);
    await assert.rejects(sending(), /already/i);
    assert.match(await page.locator('main').innerText(), /already/i);
    const reference = await newestReference();
    assert.deepEqual(await kept(reference), asked);
    const address = await propose(reference);
    const was = await totals();
    const second = await agree(reference, address, cuts);
    assert.match(await second.locator('main').innerText(), /changed|agreed|decided/i);
    assert.deepEqual(await kept(reference), decided);
    assert.deepEqual(await totals(), { links: was.links + 1, registered: was.registered + 1 });
    await second.goto(address);
    assert.match(await second.locator('main').innerText(), /number/i);
  });
});
