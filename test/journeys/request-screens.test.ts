import '../support/in-turn.ts';
import assert from 'node:assert/strict';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { serve } from '@hono/node-server';
import type { Browser, Page as Tab } from 'playwright-core';
import { type Language, languages } from '../../src/base/language.ts';
import { type AnswerError, questionPages, type RequestView } from '../../src/domain/casework/index.ts';
import { noBrowser, startBrowser } from '../support/browser.ts';
import {
  emptyRequest,
  type FakeRequests,
  LINK_TOKEN,
  openFakeRequests,
  requestSecret,
  requestView,
} from '../support/fake-requests.ts';
import { browserSecret } from '../support/fake-web.ts';
import { openRequestPages } from '../support/request-pages.ts';
import { NARROW, openScreenTab, rulesFor, screenFaults } from '../support/screen-checks.ts';
import { sentRequests } from '../support/sent-requests.ts';

/** Every screen: how the fake stands, the address, and what to press there. */
type Screen = {
  readonly name: string;
  readonly path: string;
  readonly view?: RequestView;
  readonly set?: (fake: FakeRequests) => void;
  readonly press?: string;
};

const wrong =
  (...errors: readonly AnswerError[]) =>
  (fake: FakeRequests) => {
    fake.kept = { kind: 'wrong', errors };
  };
const unproven = requestView({ emailToConfirm: true });
const send = 'main form:not([action="/request/leave"]) .btn';
const asked = sentRequests['action-needed'];

const screens: readonly Screen[] = [
  ...questionPages.map((page) => ({
    name: page,
    path: `/request/questions/${page}`,
    view: emptyRequest(),
  })),
  {
    name: 'names with errors',
    path: '/request/questions/names',
    view: requestView({
      answers: { ...requestView().answers, previousNames: ['Άννα Μύλλερ', 'محمد'], remark: 'Falsch' },
    }),
    set: wrong({ field: 'previousName-2', code: 'too-long' }, { field: 'remark', code: 'too-long' }),
    press: send,
  },
  {
    name: 'document with errors',
    path: '/request/questions/document',
    view: emptyRequest(),
    set: wrong(
      { field: 'documentType', code: 'choose' },
      { field: 'documentNumber', code: 'empty' },
      { field: 'documentCountry', code: 'choose' },
      { field: 'documentExpires', code: 'not-a-date' },
    ),
    press: send,
  },
  {
    name: 'changed in another window',
    path: '/request/questions/address',
    set: (fake) => (fake.kept = { kind: 'changed' }),
    press: send,
  },
  { name: 'code', path: '/request/email', view: unproven },
  { name: 'code asked again', path: '/request/email?code=too-soon', view: unproven },
  {
    name: 'wrong code',
    path: '/request/email',
    view: unproven,
    set: (fake) => (fake.confirmed = { kind: 'wrong', errors: [], triesLeft: 2 }),
    press: send,
  },
  { name: 'check', path: '/request/check' },
  {
    name: 'check not agreed',
    path: '/request/check',
    set: (fake) => (fake.sent = { kind: 'wrong', errors: [{ field: 'agree', code: 'agree' }] }),
    press: send,
  },
  { name: 'saved', path: '/request/saved' },
  { name: 'already sent', path: '/request/check', view: sentRequests['just-sent'] },
  { name: 'sent', path: '/request/sent', view: sentRequests['in-progress'] },
  ...Object.entries(sentRequests).map(([name, view]) => ({
    name: `status ${name}`,
    path: '/request/status',
    view,
  })),
  { name: 'status after an answer', path: '/request/status?done=replied', view: sentRequests['in-progress'] },
  { name: 'status changed meanwhile', path: '/request/status?done=not-now', view: sentRequests.withdrawn },
  {
    name: 'answer with an error',
    path: '/request/status',
    view: asked,
    set: wrong({ field: 'text', code: 'empty' }),
    press: 'form[action="/request/reply"] .btn',
  },
  { name: 'documents', path: '/request/documents?done=added', view: asked },
  { name: 'no documents', path: '/request/documents', view: sentRequests['just-sent'] },
  { name: 'documents with errors', path: '/request/documents', view: asked, press: '[data-busy] .btn' },
  { name: 'contact', path: '/request/contact', view: sentRequests['in-progress'] },
  { name: 'withdraw', path: '/request/withdraw', view: sentRequests['in-progress'] },
  { name: 'link', path: '/request/link' },
  {
    name: 'link with errors',
    path: '/request/link',
    set: (fake) =>
      (fake.linkErrors = [
        { field: 'reference', code: 'not-right' },
        { field: 'email', code: 'not-an-email' },
      ]),
    press: send,
  },
  { name: 'link sent', path: '/request/link/sent' },
  { name: 'open', path: `/request/open/${LINK_TOKEN}` },
  { name: 'used link', path: `/request/open/${LINK_TOKEN}`, set: (fake) => (fake.linkAlive = false) },
  { name: 'left', path: '/request/left' },
  { name: 'stopped', path: '/request/stopped' },
  { name: 'no request', path: `/request/enter/${'a'.repeat(43)}` },
  { name: 'not found', path: '/request/status', set: (fake) => (fake.view = null) },
  { name: 'start', path: '/request', set: (fake) => fake.sessions.clear() },
  { name: 'ended', path: '/request/status', set: (fake) => fake.sessions.clear() },
];

describe('every screen of a request, in every language, light and dark, narrow and wide', {
  skip: noBrowser ?? false,
}, () => {
  let shown = openRequestPages();
  let server: Server;
  let browser: Browser;
  let origin: string;

  before(async () => {
    server = await new Promise<Server>((resolve) => {
      const fetch: typeof shown.app.fetch = (...given) => shown.app.fetch(...given);
      const made = serve({ fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(made as Server));
    });
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await startBrowser();
  });
  after(async () => {
    await browser?.close();
    server?.close();
  });

  const cookies = (language: Language) => [
    { name: 'sluis_browser', value: browserSecret, url: origin },
    { name: 'sluis_language', value: language, url: origin },
    { name: 'sluis_request', value: requestSecret, url: origin },
  ];

  /** Stands the fake as the screen wants it and goes there. A page that the browser left is asked for anew. */
  async function visit(tab: Tab, screen: Screen): Promise<void> {
    const { fake } = shown;
    const fresh = openFakeRequests(screen.view).fake;
    Object.assign(fake, { ...fresh, calls: fake.calls, sessions: fake.sessions });
    for (const [secret, session] of fresh.sessions) fake.sessions.set(secret, session);
    screen.set?.(fake);
    await tab.goto(origin + screen.path);
    if (screen.press) await tab.locator(screen.press).first().click();
    await tab.locator('h1').waitFor();
  }

  for (const language of languages)
    test(`has nothing for axe to find, no sideways scrolling and no violation of the policy: ${language}`, async () => {
      const { tab, complaints } = await openScreenTab(browser, language, cookies(language));
      const findings: string[] = [];
      for (const [index, screen] of screens.entries()) {
        await tab.context().addCookies(cookies(language));
        // Languages share their markup: each screen is searched whole in one of them, and all are looked at for space.
        const rules = rulesFor(language, index) === 'all' ? 'all' : 'none';
        const faults = await screenFaults(tab, { language, rules, show: () => visit(tab, screen) });
        findings.push(...[...faults, ...complaints.splice(0)].map((each) => `${screen.name} ${each}`));
      }
      await tab.context().close();
      assert.deepEqual(findings, []);
    });

  test('without JavaScript one answers, is told what was wrong, sends a file and shows the number', async () => {
    shown = openRequestPages(emptyRequest());
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: NARROW });
    await context.addCookies(cookies('en'));
    const tab = await context.newPage();
    const { fake } = shown;
    fake.kept = { kind: 'wrong', errors: [{ field: 'previousName-1', code: 'letters' }] };
    await tab.goto(`${origin}/request/questions/names`);
    await tab.getByLabel('Other name 1').fill('4nna');
    await tab.getByRole('button', { name: 'Continue' }).click();
    await tab.getByRole('link', { name: /^Enter other names/ }).click();
    assert.equal(await tab.getByLabel('Other name 1').inputValue(), '4nna');

    fake.view = asked;
    await tab.goto(`${origin}/request/status`);
    await tab.getByRole('link', { name: 'Send a document' }).click();
    await tab.getByLabel('Identity card, front').check();
    await tab.getByLabel('File').setInputFiles({
      name: 'front.jpg',
      mimeType: 'image/jpeg',
      buffer: Buffer.from('pixels'),
    });
    await tab.getByRole('button', { name: 'Send this file' }).click();
    await tab.getByText('Your document is added').waitFor();
    assert.deepEqual(fake.calls.at(-1), ['addDocument', { document: 'front.jpg', kind: 'identity-front' }]);

    fake.view = sentRequests['number-assigned'];
    await tab.goto(`${origin}/request/status`);
    assert.equal(await tab.getByText('95.50.17-001.49').isVisible(), false);
    await tab.getByText('Show the number').click();
    assert.equal(await tab.getByText('95.50.17-001.49').isVisible(), true);
    await context.close();
  });
});
