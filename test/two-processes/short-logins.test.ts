import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CountryCode } from '../../src/domain/eidas-country/index.ts';
import { parseAttemptId } from '../../src/login/index.ts';
import { writeAsBefore } from '../support/former-login.ts';
import { number, registeredAnna } from '../support/login-walk.ts';
import {
  formsOf,
  type Landing,
  linksOf,
  openPlainBrowser,
  type PlainBrowser,
} from '../support/plain-browser.ts';
import { openTwoPlatforms, type TwoPlatforms } from '../support/two-platforms.ts';

/** What a person went through on pages of ours: every page that waited for them, and how often they pressed. */
type Trip = {
  readonly pages: string[];
  clicks: number;
  /** The last of them. */
  last: string;
  /** Pages in between that go on by themselves where scripts run. */
  between: number;
};

describe('the way to an application', () => {
  let platforms: TwoPlatforms;
  let browser: PlainBrowser;
  const endings: (() => Promise<void>)[] = [];
  before(async () => {
    platforms = await openTwoPlatforms({ after: (work) => void endings.push(work) });
    const register = await platforms.store.registerImport.begin();
    await register.addBatch([registeredAnna()]);
    await register.commit();
  });
  after(async () => {
    for (const end of endings.reverse()) await end();
  });
  beforeEach(() => {
    browser = openPlainBrowser(platforms);
  });

  const open = (
    asked: Readonly<Record<string, string>> = {},
    application: 'klip' | 'gipod' = 'klip',
  ): Promise<Landing> => {
    const { id, redirectUris } = platforms.applications[application];
    const query = {
      client_id: id,
      redirect_uri: redirectUris[0] ?? '',
      response_type: 'code',
      scope: 'openid vo',
    };
    return browser.go(0, { url: `/op/v1/auth?${new URLSearchParams({ ...query, ...asked })}` });
  };
  const headOf = ({ text }: Landing) => />([^<]+)<\/h1>/.exec(text)?.[1] ?? '';
  const tilesOf = ({ text }: Landing) => [...text.matchAll(/<li id="tile-(\w+)"/g)].map(([, tile]) => tile);
  const press = (page: Landing, fields: Readonly<Record<string, string>>) => {
    const form = formsOf(page).find((each) => each.fields.answer === fields.answer);
    assert.ok(form, `no form for ${fields.answer} on "${headOf(page)}"`);
    return browser.go(1, { method: 'POST', url: form.action, fields: { ...form.fields, ...fields } });
  };

  /** Follows the link of this page whose address ends so. */
  const followTo = (page: Landing, end: string) => {
    const link = linksOf(page).find((each) => each.endsWith(end));
    assert.ok(link, `no link to ${end} on "${headOf(page)}"`);
    return browser.go(1, { url: link });
  };

  /** Goes on until the application has its code, answering what each page asks as Anna would. */
  async function goOn(first: Landing, identifier = 'anna'): Promise<Trip> {
    const trip: Trip = { pages: [], clicks: 0, last: '', between: 0 };
    for (let page = first; page.away === null; ) {
      assert.ok(trip.pages.length < 9, trip.pages.join(' → '));
      if (page.text.includes('data-submit')) {
        trip.between += 1;
        const id = parseAttemptId(new URL(page.url).pathname.split('/')[2] ?? '');
        const state = id && (await platforms.store.attempts.find(id))?.state;
        assert.ok(state?.kind === 'waiting');
        const message = platforms.answer(String(state.kept.requestId), { kind: 'person', identifier });
        page = await browser.bring(0, message);
        continue;
      }
      trip.pages.push(headOf(page));
      trip.clicks += 1;
      trip.last = page.text;
      if (page.text.includes('id="tile-last"')) page = await followTo(page, '/country/DE');
      else if (tilesOf(page).length > 0) page = await followTo(page, '/country');
      else if (page.text.includes('class="countries"')) page = await followTo(page, '/country/DE');
      else if (page.text.includes('name="knows"'))
        page = await press(page, { answer: 'give-number', knows: 'yes', number });
      else if (page.text.includes('confirm-sharing')) page = await press(page, { answer: 'confirm-sharing' });
      else page = await press(page, { answer: 'continue' });
    }
    return trip;
  }
  /** The end of the login in this browser: the next one asks again, as on another day. */
  const anotherDay = () => {
    const kept = browser.cookies.filter(({ name }) => name === 'sluis_means');
    const next = openPlainBrowser(platforms);
    (next.cookies as unknown as object[]).push(...kept);
    browser = next;
  };

  test('is at most four pages and five clicks for somebody whom nobody knows yet', async () => {
    const trip = await goOn(await open());
    assert.deepEqual(trip.pages, [
      'Choose how to log in',
      'Which country issued your eID?',
      'Do you have a Belgian national number?',
      'Your eID is linked',
    ]);
    assert.ok(trip.clicks + trip.between <= 5, 'with the button of the page in between, which scripts press');
  });

  test('is no page longer where the application asks to see what it will receive', async () => {
    const { store, applications } = platforms;
    await store.inTransaction(['applications'], (each) =>
      each.applications.put({ ...applications.gipod, confirmSharing: 'first' }),
    );
    const page = await open({}, 'gipod');
    const trip = await goOn(page, 'anna-of-another-card');
    assert.deepEqual(trip.pages.slice(2), [
      'Do you have a Belgian national number?',
      'This is what GIPOD will receive',
    ]);
    assert.ok(trip.clicks + trip.between <= 5);
    assert.match(trip.last, /Your eID is linked to your Belgian number/);
  });

  test('is one page and one click ever after in the same browser; without scripts two and two', async () => {
    await goOn(await open());
    for (const asked of [{}, { prompt: 'login' }, { max_age: '0' }, { ui_locales: 'en' }]) {
      anotherDay();
      const page = await open(asked);
      assert.deepEqual(
        [page.status, tilesOf(page)[0]],
        [200, 'last'],
        'it is asked, and not gone on by itself',
      );
      assert.match(page.text, /<b>Germany<\/b>[\s\S]*?You used this last time/);
      const trip = await goOn(page);
      assert.deepEqual(trip.pages, ['Choose how to log in']);
      assert.deepEqual([trip.clicks, trip.between], [1, 1]);
    }
  });

  test('is at most two pages and two clicks for somebody known in a browser that is new', async () => {
    await goOn(await open());
    browser = openPlainBrowser(platforms);
    const trip = await goOn(await open());
    assert.deepEqual(trip.pages, ['Choose how to log in', 'Which country issued your eID?']);
    assert.equal(trip.clicks, 2);
  });

  test('of a login that the program before began ends on a page that leads there, each time', async () => {
    await goOn(await open());
    anotherDay();
    const page = await open();
    const id = parseAttemptId(new URL(page.url).pathname.split('/').at(-1) ?? '') ?? assert.fail(page.url);
    await writeAsBefore(platforms.store, id);
    const left = await followTo(page, '/country/DE');
    assert.equal(left.status, 200);
    const state = (await platforms.store.attempts.find(id))?.state;
    assert.ok(state?.kind === 'waiting');
    const message = platforms.answer(String(state.kept.requestId), { kind: 'person', identifier: 'anna' });
    for (const landed of [await browser.bring(0, message), await browser.go(1, { url: `/login/${id}` })]) {
      assert.equal(landed.status, 404);
      assert.equal(headOf(landed), 'We cannot find this login');
      assert.match(landed.text, /<a class="btn" href="https:\/\/klip\.example[^"]*">/);
    }
    assert.deepEqual(platforms.failures, []);
    await goOn(await open());
  });

  test('is remembered nowhere but in the browser, by means and country alone', async () => {
    await goOn(await open());
    assert.equal(browser.cookies.find(({ name }) => name === 'sluis_means')?.value, 'eidas.DE');
    browser = openPlainBrowser(platforms);
    assert.doesNotMatch((await open()).text, /You used this last time/);
  });

  test('is forgotten at once, and not remembered again, where other people use the computer too', async () => {
    await goOn(await open());
    anotherDay();
    const told = await press(await open(), { answer: 'remember', means: 'shared' });
    assert.doesNotMatch(told.text, /You used this last time/);
    assert.match(told.text, /so it does not remember your choice/);
    await goOn(told);
    anotherDay();
    const next = await open();
    assert.ok(!tilesOf(next).includes('last'));
    assert.doesNotMatch(browser.cookies.map(({ value }) => value).join(' '), /eidas|DE/);
    const own = await press(next, { answer: 'remember', means: 'own' });
    await goOn(own);
    anotherDay();
    assert.equal(tilesOf(await open())[0], 'last');
  });

  test('is forgotten when a person says so, until the next login', async () => {
    await goOn(await open());
    anotherDay();
    const page = await press(await open(), { answer: 'remember', means: 'forget' });
    assert.ok(!tilesOf(page).includes('last'));
    assert.ok(!browser.cookies.some(({ name }) => name === 'sluis_means'));
    await goOn(page);
    assert.ok(browser.cookies.some(({ name }) => name === 'sluis_means'));
  });

  test('shows a country that cannot be used any more with the reason, not first, and leads on to the others', async () => {
    await goOn(await open());
    anotherDay();
    const code = 'DE' as CountryCode;
    const health = async (kind: 'failing' | 'working') => {
      await platforms.store.countries.putHealth({ code, kind, since: new Date(), detail: null });
      for (const { countries } of platforms.stores)
        while ((await countries.healthOf(code))?.kind !== kind) await nextTurn();
    };
    const before = await open();
    await health('failing');
    try {
      const page = await open();
      assert.equal(tilesOf(page).at(-1), 'last');
      assert.match(page.text, /<b>Germany<\/b>[\s\S]*A temporary problem/);
      assert.ok(!linksOf(page).some((each) => each.endsWith('/country/DE')));
      const pressed = await followTo(before, '/country/DE');
      assert.match(headOf(pressed), /Which country/);
      assert.match(pressed.text, /The eID of Germany cannot be used at the moment/);
    } finally {
      await health('working');
    }
  });

  test('is not offered by a means that the application does not take', async () => {
    await goOn(await open());
    anotherDay();
    const acr = 'urn:be:vlaanderen:authmech:eid';
    const page = await open({ acr_values: acr });
    assert.deepEqual(tilesOf(page), ['eid']);
    const forged = await browser.go(1, { url: `${page.url}/country/DE` });
    assert.equal(forged.status, 200);
    assert.match(forged.text, /Choose another way to log in/);
  });

  test('begins with nothing that a browser fetches ahead', async () => {
    const { id, redirectUris } = platforms.applications.klip;
    const query = {
      client_id: id,
      redirect_uri: redirectUris[0] ?? '',
      response_type: 'code',
      scope: 'openid',
    };
    const url = `/op/v1/auth?${new URLSearchParams(query)}`;
    const begun = async () => (await platforms.store.audit.list({ kind: 'login.started' })).length;
    const before = await begun();
    const ahead = await browser.send(0, { url, headers: { 'sec-purpose': 'prefetch' } });
    assert.deepEqual([ahead.status, ahead.headers.get('cache-control')], [503, 'no-store']);
    assert.deepEqual([await begun(), browser.cookies.length], [before, 0]);
    assert.equal((await browser.send(0, { url })).status, 303);
    assert.equal(await begun(), before + 1);
  });

  test('is as long as before with a cookie that we did not write', async () => {
    for (const value of ['eidas.GR', 'x'.repeat(5000), '"><script>', 'itsme.DE']) {
      browser = openPlainBrowser(platforms);
      (browser.cookies as unknown as object[]).push({ name: 'sluis_means', value, path: '/' });
      const page = await open();
      assert.equal(page.status, 200);
      assert.doesNotMatch(page.text, /You used this last time|<script>/);
    }
  });
});
