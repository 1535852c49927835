import '../support/in-turn.ts';
import assert from 'node:assert/strict';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { serve } from '@hono/node-server';
import type { Browser, Page as Tab } from 'playwright-core';
import { type Language, languages } from '../../src/base/language.ts';
import { later, MINUTE } from '../../src/base/time.ts';
import type { StaffMember } from '../../src/domain/staff/index.ts';
import { noBrowser, startBrowser } from '../support/browser.ts';
import { atOffice, openFakeCounter } from '../support/fake-counter.ts';
import { fakeStaff, openFakeWeb, staffMember, staffSecret } from '../support/fake-web.ts';
import { lindeberg } from '../support/offices.ts';
import { axeFaults, openScreenTab, rulesFor, screenFaults } from '../support/screen-checks.ts';
import { NOW } from '../support/web-fixtures.ts';

/** Pages of staff are denser: targets of 24 pixels (WCAG 2.2, 2.5.8). */
const LEAST_HEIGHT = 24;

type Screen = {
  readonly name: string;
  readonly path: string;
  readonly send?: (tab: Tab) => Promise<unknown>;
  readonly rights?: StaffMember['rights'];
  /** The language of the person, where it is not that of the officer. */
  readonly spoken?: Language;
  /** Pages outside the frame of staff. */
  readonly isPublic?: boolean;
};

const atLindeberg = { organisation: lindeberg.organisation, organisationName: lindeberg.name };

const screens: readonly Screen[] = [
  { name: 'counter', path: '/office' },
  {
    name: 'no such reference',
    path: '/office',
    send: (tab) => tab.locator('form[action="/office/find"] button').click(),
  },
  { name: 'open a case', path: '/office/new' },
  {
    name: 'open a case without having seen the document',
    path: '/office/new',
    send: (tab) => tab.locator('main form button').click(),
  },
  { name: 'case', path: `/office/case/${atOffice.id}?done=opened` },
  {
    name: 'a number that is none',
    path: `/office/case/${atOffice.id}`,
    async send(tab) {
      await tab.locator('#number').fill('123');
      await tab.locator('main form button').click();
    },
  },
  {
    name: 'a number for which an agent has to agree',
    path: `/office/case/${atOffice.id}`,
    async send(tab) {
      await tab.locator('#number').fill('95.50.17-998.61');
      await tab.locator('main form button').click();
      await tab.locator('#because').waitFor();
    },
  },
  { name: 'slip', path: `/office/case/${atOffice.id}/slip`, isPublic: true, spoken: 'de' },
  { name: 'reports', path: '/cases/reports' },
  {
    name: 'reports with the tables open',
    path: '/cases/reports',
    async send(tab) {
      for (const summary of await tab.locator('main summary').all()) await summary.click();
    },
  },
  { name: 'matching log', path: '/cases/matching-log' },
  {
    name: 'matching log without a reason',
    path: '/cases/matching-log',
    send: (tab) => tab.locator('main form button').first().click(),
  },
  { name: 'without the right', path: '/office', rights: ['case-agent'] },
  { name: 'logged out', path: '/staff/left', isPublic: true },
  { name: 'stopped', path: '/staff/stopped?to=/office', isPublic: true },
];

describe('screens of officers and reports', { skip: noBrowser ?? false, timeout: 600_000 }, () => {
  let server: Server;
  let browser: Browser;
  let origin: string;
  let rights: StaffMember['rights'] = [];
  let authenticatedAt = NOW;

  before(async () => {
    const staff = fakeStaff();
    const errors = [{ field: 'because', code: 'empty' }] as const;
    const { counter } = openFakeCounter({ recordNumber: async () => ({ kind: 'second-needed', errors }) });
    const { app } = openFakeWeb({
      counter,
      staff: {
        ...staff,
        find: async (secret) =>
          (await staff.find(secret)) && staffMember({ ...atLindeberg, rights, authenticatedAt }),
      },
    });
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
        { name: 'sluis_language', value: language, url: origin },
      ]);
      tab.setDefaultTimeout(10_000);
      const findings: string[] = [];
      for (const [index, screen] of screens.entries()) {
        const least = screen.isPublic ? 44 : LEAST_HEIGHT;
        rights = screen.rights ?? ['case-agent', 'case-lead', 'registration-officer'];
        const show = async () => {
          await tab.goto(origin + screen.path);
          await screen.send?.(tab);
        };
        const rules = rulesFor(language, index);
        const faults = await screenFaults(tab, { language: screen.spoken ?? language, rules, least, show });
        findings.push(...[...faults, ...complaints.splice(0)].map((each) => `${screen.name} ${each}`));
      }
      await tab.context().close();
      assert.deepEqual(findings, []);
    });
  }

  test('before a session ends, the page asks whether more time is needed, and what was typed stays, also at the end', async () => {
    const { tab } = await openScreenTab(browser, 'en', [
      { name: 'sluis_staff', value: staffSecret, url: origin },
      { name: 'sluis_language', value: 'en', url: origin },
    ]);
    tab.setDefaultTimeout(10_000);
    await tab.clock.install();
    rights = ['registration-officer'];
    authenticatedAt = later(NOW, -116 * MINUTE);
    await tab.goto(`${origin}/office/new`);
    await tab.getByRole('dialog').waitFor();
    assert.deepEqual(await axeFaults(tab), []);
    await tab.locator('#familyName').evaluate((field) => {
      (field as unknown as { value: string }).value = 'Dupont';
    });
    authenticatedAt = NOW;
    await tab.getByRole('button', { name: 'I need more time' }).click();
    await tab.getByRole('dialog').waitFor({ state: 'hidden' });
    assert.equal(await tab.locator('#familyName').inputValue(), 'Dupont');
    // Nobody answers the next time: the page leaves by itself, and what was typed is there for who comes back.
    await tab.clock.fastForward(31 * MINUTE);
    await tab.waitForURL(/\/office\/new\?again=/);
    assert.equal(await tab.locator('#familyName').inputValue(), 'Dupont');
    await tab.context().close();
  });
});
