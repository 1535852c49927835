import '../support/in-turn.ts';
import assert from 'node:assert/strict';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { serve } from '@hono/node-server';
import type { Browser, Page as Tab } from 'playwright-core';
import { type Language, languages } from '../../src/base/language.ts';
import type { Reply, View } from '../../src/login/index.ts';
import { infoPaths } from '../../src/web/public/routes.ts';
import { flagsTogether } from '../../src/web/ui/flag.ts';
import { noBrowser, startBrowser } from '../support/browser.ts';
import { problems } from '../support/every-problem.ts';
import { browserSecret, openFakeWeb } from '../support/fake-web.ts';
import { axeFaults, NARROW, openScreenTab, rulesFor, screenFaults } from '../support/screen-checks.ts';
import { ATTEMPT_ID, germany, klip, pages, pageView } from '../support/web-fixtures.ts';

const LOGIN = `/login/${ATTEMPT_ID}`;

/** Every screen: how the fake login must stand, what it answers to a link that is followed, and the address. */
type Screen = {
  readonly name: string;
  readonly path: string;
  readonly view?: (language: Language) => View;
  readonly answer?: (language: Language) => Reply;
};

/** The application that a finished login leads to: an address of the server below, which leaves the browser where it is. */
const elsewhere = { kind: 'address' as const, url: '', cookies: [] };
const screens: readonly Screen[] = [
  ...Object.entries(pages).map(([name, page]) => ({
    name,
    path: LOGIN,
    view: (language: Language) => pageView(page, language),
  })),
  ...problems.map(
    (problem, index): Screen => ({
      name: `problem ${problem.kind} ${index}`,
      path: LOGIN,
      view: () => ({
        kind: 'problem',
        problem,
        application: index % 2 === 0 ? klip : null,
        correlation: 'K7PX-2M9D',
      }),
    }),
  ),
  ...problems
    .filter(({ kind }) => kind === 'country-data-missing' || kind === 'no-means-possible')
    .map((problem) => ({
      name: `stopped by ${problem.kind}`,
      path: LOGIN,
      view: (language: Language) => pageView({ kind: 'stopped', problem }, language),
    })),
  {
    name: 'country searched',
    path: `${LOGIN}?q=deu`,
    view: (language) => pageView(pages.country as never, language),
  },
  {
    name: 'country not found',
    path: `${LOGIN}?q=atlantis`,
    view: (language) => pageView(pages.country as never, language),
  },
  {
    name: 'granted',
    path: LOGIN,
    view: (language) =>
      pageView({ kind: 'finished', outcome: { kind: 'granted' }, wayOn: elsewhere } as never, language),
  },
  {
    name: 'denied',
    path: LOGIN,
    view: (language) =>
      pageView(
        {
          kind: 'finished',
          outcome: { kind: 'denied', error: 'access_denied', description: '' },
          wayOn: elsewhere,
        },
        language,
      ),
  },
  {
    name: 'to the country once more',
    path: `${LOGIN}/country/DE`,
    answer: (language) => ({
      kind: 'leave',
      attempt: pageView(pages.linked as never, language).attempt,
      application: klip,
      country: germany,
      departure: { kind: 'redirect', url: elsewhere.url },
      repeats: { country: germany.code, mark: 'AbCd1234' },
    }),
  },
  ...infoPaths.map((path) => ({ name: path, path })),
  { name: 'no such page', path: '/no-such-page' },
];

describe('every screen, in every language, light and dark, narrow and wide', {
  skip: noBrowser ?? false,
}, () => {
  const { app, fake } = openFakeWeb();
  let server: Server;
  let browser: Browser;
  let origin: string;
  /** What the browser fetched ahead, and what it was answered. */
  const ahead: string[] = [];

  before(async () => {
    server = await new Promise<Server>((resolve) => {
      // Leaves a page that refreshes to elsewhere where it is. Not by a route of the tab: with one the browser keeps no file of a page.
      const fetch: typeof app.fetch = async (request, ...more) => {
        const { pathname } = new URL(request.url);
        if (pathname.startsWith('/op/')) return new Response(null, { status: 204 });
        if (pathname === '/eager') return new Response(eager, { headers: { 'content-type': 'text/html' } });
        const answer = await app.fetch(request, ...more);
        const purpose = request.headers.get('sec-purpose');
        if (purpose !== null) ahead.push(`${answer.status} ${purpose} ${pathname}`);
        return answer;
      };
      const made = serve({ fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(made as Server));
    });
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    // Not the origin that the pages know as their own.
    elsewhere.url = `${origin}/op/back`;
    browser = await startBrowser();
  });
  after(async () => {
    await browser?.close();
    server?.close();
  });

  /** A tab that counts violations of the policy and what the console complains of. */
  async function openTab(language: Language): Promise<{ readonly tab: Tab; readonly complaints: string[] }> {
    return openScreenTab(browser, language, [
      { name: 'sluis_browser', value: browserSecret, url: origin },
      { name: 'sluis_language', value: language, url: origin },
    ]);
  }

  for (const language of languages) {
    test(`has nothing for axe to find, no sideways scrolling and no violation of the policy: ${language}`, async () => {
      const { tab, complaints } = await openTab(language);
      const findings: string[] = [];
      for (const [index, screen] of screens.entries()) {
        fake.language = language;
        if (screen.view) fake.show = screen.view;
        const { answer } = screen;
        if (answer) fake.answer = () => answer(language);
        const show = () => tab.goto(origin + screen.path);
        const rules = rulesFor(language, index);
        const faults = await screenFaults(tab, { language, rules, show });
        findings.push(...[...faults, ...complaints.splice(0)].map((each) => `${screen.name} ${each}`));
      }
      await tab.context().close();
      assert.deepEqual(findings, []);
    });
  }

  test('the page of countries asks for at most 12 files and 60 kB when it is the first that a browser sees', async () => {
    const { tab } = await openTab('en');
    const means = ['Asmens tapatybės kortelė', 'Mobilní klíč eGovernmentu', 'Občiansky preukaz'];
    const offers = flagsTogether.map((code) => ({
      country: {
        ...germany,
        code,
        means: means.map((name) => ({ name, assurance: 'high', notifiedOn: null })),
      },
      usable: { kind: 'usable' },
    }));
    fake.language = 'en';
    fake.show = (language) => pageView({ ...pages.country, offers } as never, language);
    const received: Promise<number>[] = [];
    tab.on('requestfinished', (request) => {
      received.push(request.sizes().then((sizes) => sizes.responseBodySize + sizes.responseHeadersSize));
    });
    await tab.goto(origin + LOGIN, { waitUntil: 'networkidle' });
    const sizes = await Promise.all(received);
    assert.equal(await tab.locator('a.country').count(), flagsTogether.length);
    assert.ok(sizes.length >= 4 && sizes.length <= 12, `${sizes.length} files`);
    const bytes = sizes.reduce((sum, each) => sum + each, 0);
    assert.ok(bytes <= 60_000, `${bytes} bytes`);
    await tab.context().close();
  });

  test('a form that a member state must receive leaves by itself, and may be redirected on to another origin there', async () => {
    const { tab, complaints } = await openTab('en');
    let posted = '';
    const national = await listen((_request, response) => response.end('<h1>National login</h1>'));
    const node = await listen((request, response) => {
      request.on('data', (chunk) => (posted += chunk));
      request.on('end', () =>
        response.writeHead(302, { location: `http://localhost:${national.port}/` }).end(),
      );
    });
    const target = `http://127.0.0.1:${node.port}/sso`;
    fake.language = 'en';
    fake.answers.length = 0;
    fake.show = (language) => pageView(pages.country as never, language);
    fake.answer = () => ({
      kind: 'leave',
      attempt: pageView(pages.linked as never, 'en').attempt,
      application: klip,
      country: germany,
      departure: { kind: 'post', url: target, fields: { SAMLRequest: 'PHJlcXVlc3QvPg==' } },
      repeats: null,
    });
    await tab.goto(origin + LOGIN);
    await tab.getByRole('link', { name: 'Germany' }).click();
    await tab.getByRole('heading', { name: 'National login' }).waitFor();
    assert.equal(new URLSearchParams(posted).get('SAMLRequest'), 'PHJlcXVlc3QvPg==');

    // "Back" does not lead into the page that sends at once, but to where the login stands.
    fake.show = (language) => pageView(pages['at-country'] as never, language);
    await tab.goBack();
    await tab.getByRole('link', { name: 'Go to the login page of Germany' }).click();
    await tab.getByRole('heading', { name: 'National login' }).waitFor();
    assert.deepEqual(complaints, []);
    await tab.context().close();

    // Without scripts it leads to the page with the button, which is asked for anew.
    const plain = await browser.newContext({ javaScriptEnabled: false });
    await plain.addCookies([{ name: 'sluis_browser', value: browserSecret, url: origin }]);
    const page = await plain.newPage();
    await page.goto(origin + LOGIN);
    await page.getByRole('link', { name: 'Go to the login page of Germany' }).click();
    for (const way of ['first', 'again'] as const) {
      await page.getByRole('button', { name: 'Continue to Germany' }).click();
      await page.getByRole('heading', { name: 'National login' }).waitFor();
      if (way === 'first') await page.goBack();
    }
    assert.deepEqual(
      fake.answers.map((each) => each.kind),
      Array(4).fill('choose-country'),
    );
    await plain.close();
    node.close();
    national.close();
  });

  test('a way to a country that the browser fetches ahead begins nothing, and leads there when it is followed', async () => {
    const { tab } = await openTab('en');
    fake.language = 'en';
    fake.answers.length = 0;
    fake.answer = () => ({
      kind: 'leave',
      attempt: pageView(pages.linked as never, 'en').attempt,
      application: klip,
      country: germany,
      departure: { kind: 'redirect', url: `${origin}/help` },
      repeats: null,
    });
    await tab.goto(`${origin}/eager`, { waitUntil: 'networkidle' });
    assert.ok(ahead.length > 0, 'the browser fetches ahead');
    for (const each of ahead) assert.match(each, /^503 prefetch/);
    assert.deepEqual(fake.answers, []);
    await tab.getByRole('link', { name: 'Germany' }).focus();
    await tab.keyboard.press('Enter');
    await tab.waitForURL(`${origin}/help`);
    assert.equal(fake.answers.length, 1);
    await tab.context().close();
  });

  test('without JavaScript one searches, answers and leaves just the same', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: NARROW });
    await context.addCookies([{ name: 'sluis_browser', value: browserSecret, url: origin }]);
    const tab = await context.newPage();
    await tab.route('**/op/**', (route) =>
      route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>KLIP</h1>' }),
    );
    fake.language = 'en';
    fake.answers.length = 0;
    fake.show = (language) => pageView(pages.country as never, language);
    fake.answer = () => {
      fake.show = (language) =>
        pageView({ kind: 'finished', outcome: { kind: 'granted' }, wayOn: elsewhere } as never, language);
      return { kind: 'moved', attempt: pageView(pages.linked as never, 'en').attempt };
    };
    await tab.goto(origin + LOGIN);
    await tab.getByLabel('Find your country').fill('Deutschland');
    await tab.getByRole('button', { name: 'Search' }).click();
    assert.deepEqual(await tab.locator('a.country b').allTextContents(), ['Germany']);
    await tab.getByRole('link', { name: 'Germany' }).click();
    await tab.getByRole('heading', { name: 'KLIP', exact: true }).waitFor();
    assert.deepEqual(fake.answers, [{ kind: 'choose-country', country: 'DE', after: null }]);
    await context.close();
  });

  test('typing in the search leaves the countries that match, in any European language, and says how many', async () => {
    const { tab } = await openTab('en');
    fake.language = 'en';
    fake.show = (language) => pageView(pages.country as never, language);
    await tab.goto(origin + LOGIN);
    await tab.getByLabel('Find your country').fill('saksa');
    assert.deepEqual(await tab.locator('a.country:visible b').allTextContents(), ['Germany']);
    assert.equal(await tab.locator('form[role=search] [role=status]').textContent(), '1 country');
    await tab.getByLabel('Find your country').fill('xyz');
    assert.equal(
      await tab.locator('form[role=search] [role=status]').textContent(),
      'No country matches “xyz”',
    );
    await tab.context().close();
  });

  test('five minutes before the end the page asks whether more time is needed, and what was typed stays', async () => {
    const { tab } = await openTab('en');
    fake.language = 'en';
    fake.show = (language) => {
      const view = pageView(pages.number as never, language);
      return {
        ...view,
        attempt: { ...view.attempt, expiresAt: new Date(Date.parse('2026-11-22T10:18:00Z')) },
      };
    };
    await tab.goto(origin + LOGIN);
    await tab.getByRole('dialog').waitFor();
    assert.deepEqual(await axeFaults(tab), []);
    fake.moreTime = (language) => pageView(pages.number as never, language);
    fake.show = fake.moreTime;
    await tab
      .getByLabel('Belgian national number')
      .first()
      .evaluate((field) => {
        (field as unknown as { value: string }).value = '95.50';
      });
    await tab.getByRole('button', { name: 'I need more time' }).click();
    await tab.getByRole('dialog').waitFor({ state: 'hidden' });
    assert.equal(await tab.locator('#number').inputValue(), '95.50');
    await tab.context().close();
  });
});

/** A page as ours must not be: it asks the browser to fetch the way to a country before anybody chose it. */
const eager = `<!doctype html><title>Eager</title><link rel="prefetch" href="${LOGIN}/country/DE">
<script type="speculationrules">{"prefetch":[{"urls":["${LOGIN}/country/DE"],"eagerness":"immediate"}],"prerender":[{"urls":["${LOGIN}/country/DE"],"eagerness":"immediate"}]}</script>
<a href="${LOGIN}/country/DE">Germany</a>`;

/** A server of somebody else, on an origin of its own. */
async function listen(handle: RequestListener): Promise<{ readonly port: number; close(): void }> {
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html');
    handle(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, close: () => server.close() };
}
