import '../support/in-turn.ts';
import assert from 'node:assert/strict';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { serve } from '@hono/node-server';
import type { Browser, Page as Tab } from 'playwright-core';
import { languages } from '../../src/base/language.ts';
import { noBrowser, startBrowser } from '../support/browser.ts';
import { caseId, caseRow, dubois, lead, linkRemoval, personId } from '../support/casework-fixtures.ts';
import { accountSecret } from '../support/fake-account.ts';
import { openFakeDesk } from '../support/fake-desk.ts';
import { openFakeTemplateDesk, templateVersion } from '../support/fake-mail-desks.ts';
import { organisationSecret } from '../support/fake-organisation.ts';
import { staffColleague, works } from '../support/fake-platform.ts';
import { fakeStaff, openFakeWeb, staffSecret } from '../support/fake-web.ts';
import { organisationAtWork, organisationScreens } from '../support/organisation-screens.ts';
import { NARROW, openScreenTab, rulesFor, screenFaults } from '../support/screen-checks.ts';

/** Pages of staff are denser: targets of 24 pixels (WCAG 2.2, 2.5.8). */
const LEAST_HEIGHT = 24;

/** Every screen: an address, and a form to send from there for screens that answer one. */
type Screen = {
  readonly name: string;
  readonly path: string;
  readonly send?: (tab: Tab) => Promise<unknown>;
};

const template = '/cases/templates/request-received/de';
/** The pages of platform administrators, one of each build. */
const platformScreens = [
  '/platform',
  '/platform/organisations?q=works',
  '/platform/organisations/new',
  `/platform/organisations/${works.id}`,
  `/platform/organisations/${works.id}/administrators/new`,
  '/platform/staff',
  '/platform/staff/invite',
  `/platform/staff/${staffColleague.person}/end`,
  '/platform/target-groups',
  '/platform/applications/sluis-casework',
].map((path): Screen => ({ name: path, path }));

const screens: readonly Screen[] = [
  ...platformScreens,
  ...organisationScreens,
  { name: 'overview', path: '/cases' },
  { name: 'overview without a case to take', path: '/cases?next=none' },
  { name: 'list', path: '/cases/list?list=all' },
  {
    name: 'list with every filter',
    path: `/cases/list?list=all&status=waiting&country=DE&assignee=${personId(2)}&language=de&origin=eidas&late=yes&page=2&sort=name.desc`,
  },
  {
    name: 'decided cases',
    path: '/cases/list?list=decided&outcome=linked&decided=2026-11-16..2026-11-22&end=yes',
  },
  { name: 'empty list', path: '/cases/list?list=unassigned' },
  {
    name: 'nothing selected',
    path: '/cases/list?list=all',
    send: (tab) => tab.locator('form[action="/cases/assign"] button').click(),
  },
  {
    name: 'assign',
    path: '/cases/list?list=all',
    async send(tab) {
      await tab.locator(`#case-${caseId(1)}`).check();
      await tab.locator('form[action="/cases/assign"] button').click();
    },
  },
  {
    name: 'assigned',
    path: '/cases/list?list=all',
    async send(tab) {
      await tab.locator(`#case-${caseId(1)}`).check();
      await tab.locator('form[action="/cases/assign"] button').click();
      await tab.locator('#to').check();
      await tab.locator('form[action="/cases/assigned"] button').click();
    },
  },
  {
    name: 'list without a name',
    path: '/cases/list?list=all',
    async send(tab) {
      await tab.locator('main summary').click();
      await tab.locator('form[action="/cases/views"] button').click();
    },
  },
  { name: 'second check', path: '/cases/second-check?done=removed' },
  { name: 'end of a link', path: `/cases/second-check/${linkRemoval.id}` },
  {
    name: 'end of a link without a decision',
    path: `/cases/second-check/${linkRemoval.id}`,
    send: (tab) => tab.locator('main form button').click(),
  },
  { name: 'templates', path: '/cases/templates' },
  { name: 'template', path: `${template}?done=saved` },
  {
    name: 'template with errors',
    path: template,
    async send(tab) {
      await tab.locator('#body').fill('{nmae} {link}');
      await tab.locator('button[value="save"]').click();
    },
  },
  {
    name: 'template that somebody changed',
    path: template,
    async send(tab) {
      await tab.locator('input[name="basedOn"]').evaluate((input) => input.setAttribute('value', '1'));
      await tab.locator('button[value="save"]').click();
    },
  },
  { name: 'mail', path: '/cases/mail?done=retried' },
  { name: 'settings', path: '/cases/settings' },
];

const many = Array.from({ length: 25 }, (_, place) => caseRow(place));

function openScreens() {
  const fake = openFakeDesk();
  const usual = openFakeDesk().desk;
  fake.saved = [{ id: 'v', name: 'Late German cases', query: 'list=all&country=DE&late=yes' }];
  fake.answers = {
    async listCases(asked) {
      const { filter } = asked;
      const found = await usual.listCases(asked);
      if (filter.list === 'unassigned') return { ...found, rows: [], total: 0 };
      return filter.page === 2 ? { ...found, rows: many, total: 1000, atLeast: true } : found;
    },
    assignCases: async () => ({
      assigned: [],
      taken: [{ case: caseId(1), by: dubois.person }],
      names: new Map([[dubois.person, dubois.name]]),
    }),
  };
  const templates = openFakeTemplateDesk([
    templateVersion(1),
    templateVersion(2, { state: 'live' }),
    templateVersion(3, { state: 'draft', editedBy: dubois.person }),
  ]);
  const member = { ...lead, rights: [...lead.rights, 'platform-administrator'] } as const;
  return openFakeWeb({ ...organisationAtWork, staff: fakeStaff(member), desk: fake.desk, templates }).app;
}

describe('screens of agents, and of whoever decides in an organisation', {
  skip: noBrowser ?? false,
  timeout: 600_000,
}, () => {
  let server: Server;
  let browser: Browser;
  let origin: string;

  before(async () => {
    const app = openScreens();
    server = await new Promise<Server>((resolve) => {
      const made = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(made as Server));
    });
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await startBrowser();
  });
  after(async () => {
    await browser?.close();
    server?.close();
  });

  for (const language of languages) {
    test(`have nothing for axe to find, no sideways scrolling and no violation of the policy: ${language}`, async () => {
      const { tab, complaints } = await openScreenTab(browser, language, [
        { name: 'sluis_staff', value: staffSecret, url: origin },
        { name: 'sluis_organisation', value: organisationSecret, url: origin },
        { name: 'sluis_account', value: accountSecret, url: origin },
        { name: 'sluis_language', value: language, url: origin },
      ]);
      const findings: string[] = [];
      for (const [index, { name, path, send }] of screens.entries()) {
        const show = async () => {
          await tab.goto(origin + path);
          await send?.(tab);
        };
        const rules = rulesFor(language, index);
        const faults = await screenFaults(tab, { language, rules, least: LEAST_HEIGHT, show });
        findings.push(...[...faults, ...complaints.splice(0)].map((each) => `${name} ${each}`));
      }
      await tab.context().close();
      assert.deepEqual(findings, []);
    });
  }

  test('without JavaScript one filters, searches, sorts and assigns just the same', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: NARROW });
    await context.addCookies([{ name: 'sluis_staff', value: staffSecret, url: origin }]);
    const tab = await context.newPage();
    await tab.goto(`${origin}/cases`);
    await tab.getByRole('link', { name: '148 Open cases' }).click();
    await tab.getByLabel('Reference or name').fill('Müller');
    await tab.getByLabel('Country').selectOption('DE');
    await tab.getByRole('button', { name: 'Filter' }).click();
    assert.equal(await tab.getByLabel('Reference or name').inputValue(), 'Müller');
    await tab.getByRole('link', { name: 'Received' }).click();
    assert.equal(await tab.getByLabel('Reference or name').inputValue(), 'Müller');
    assert.doesNotMatch(decodeURIComponent(tab.url()), /Müller/);
    await tab.getByRole('link', { name: 'Remove filter: Germany' }).click();
    assert.equal(await tab.getByLabel('Country').inputValue(), '');
    await tab.getByLabel('Select the case of Anna Katharina Müller').check();
    await tab.getByRole('button', { name: 'Assign the selected cases' }).click();
    await tab.getByLabel('Me', { exact: true }).check();
    await tab.getByRole('button', { name: 'Assign' }).click();
    await tab.getByText('Mathieu Dubois took 1 of these cases.').waitFor();
    await context.close();
  });
});
