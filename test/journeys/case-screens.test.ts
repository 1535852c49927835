import '../support/in-turn.ts';
import assert from 'node:assert/strict';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { serve } from '@hono/node-server';
import type { Browser } from 'playwright-core';
import { languages } from '../../src/base/language.ts';
import { noBrowser, startBrowser } from '../support/browser.ts';
import { type CaseScene, scenes } from '../support/case-scenes.ts';
import { noor } from '../support/casework-fixtures.ts';
import { openFakeDesk } from '../support/fake-desk.ts';
import { fakeStaff, openFakeWeb, staffSecret } from '../support/fake-web.ts';
import { openScreenTab, rulesFor, screenFaults } from '../support/screen-checks.ts';

/** The pages for staff are denser than the public ones. */
const LEAST = 24;

describe('every screen of a case, in every language, light and dark, narrow and wide', {
  skip: noBrowser ?? false,
}, () => {
  let scene: CaseScene = scenes[0] as CaseScene;
  let server: Server;
  let browser: Browser;
  let origin: string;

  before(async () => {
    const appOf = (one: CaseScene) =>
      openFakeWeb({ desk: openFakeDesk(one.answers).desk, staff: fakeStaff(one.member ?? noor) }).app;
    const apps = new Map(scenes.map((one) => [one, appOf(one)]));
    server = await new Promise<Server>((resolve) => {
      const fetch: typeof apps extends Map<unknown, infer App extends { fetch: unknown }>
        ? App['fetch']
        : never = (...given) => (apps.get(scene) ?? appOf(scene)).fetch(...given);
      const made = serve({ fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(made as Server));
    });
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await startBrowser();
  });
  after(async () => {
    await browser?.close();
    server?.close();
  });

  for (const language of languages)
    test(`has nothing for axe to find, no sideways scrolling and no violation of the policy: ${language}`, async () => {
      const { tab, complaints } = await openScreenTab(browser, language, [
        { name: 'sluis_staff', value: staffSecret, url: origin },
        { name: 'sluis_language', value: language, url: origin },
      ]);
      const findings: string[] = [];
      for (const [index, one] of scenes.entries()) {
        // Languages share their markup: each screen is searched whole in one of them, and in German for its long words.
        const rules = rulesFor(language, index) === 'all' ? 'all' : 'none';
        if (rules === 'none' && language !== 'de') continue;
        scene = one;
        const show = async () => {
          await tab.goto(origin + one.path());
          await one.act?.(tab);
        };
        const faults = await screenFaults(tab, { language, rules, least: LEAST, show });
        findings.push(...[...faults, ...complaints.splice(0)].map((each) => `${one.name} ${each}`));
      }
      await tab.context().close();
      assert.deepEqual(findings, []);
    });
});
