import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { HOME, openCasePages } from '../../test/support/case-pages.ts';
import { openDeskWeb } from '../../test/support/desk-web.ts';
import { problems } from '../../test/support/every-problem.ts';
import { browserCookieHeader, openFakeWeb } from '../../test/support/fake-web.ts';
import { openRequestPages } from '../../test/support/request-pages.ts';
import { ATTEMPT_ID, pages, pageView } from '../../test/support/web-fixtures.ts';
import type { Page } from '../login/index.ts';
import type { WebWorld } from './index.ts';

/** A country of a test network has the code of a real one and a name of its own. */
const name = { nl: 'Pythonia', fr: 'Pythonia', de: 'Pythonia', en: 'Pythonia' };
const countries: WebWorld['countries'] = { list: async () => [{ code: 'DE' as never, name }] };
const unicode = /\bGermany\b/;

/** What stands on a page for people: without what only the search in the browser reads, and without examples. */
const visible = (body: string): string =>
  body.replace(/ data-[a-z]+="[^"]*"/g, '').replace('For example Germany or Deutschland', '');

function assertOneName(body: string, where: string): boolean {
  assert.doesNotMatch(visible(body), unicode, where);
  return /Pythonia/.test(visible(body));
}

describe('a country with a name of its own', () => {
  test('is called by it on every page of a login, in notices, facts and problems too', async () => {
    const { app, fake } = openFakeWeb({ countries });
    const ask = async () =>
      (await app.request(`/login/${ATTEMPT_ID}`, { headers: { cookie: browserCookieHeader } })).text();
    const named: string[] = [];
    for (const [title, page] of Object.entries(pages)) {
      fake.show = (language) => pageView(withOwnName(page), language);
      if (assertOneName(await ask(), title)) named.push(title);
    }
    for (const problem of problems.filter((each) => 'country' in each && each.country !== null)) {
      fake.show = (language) => pageView({ kind: 'stopped', problem }, language);
      assert.ok(assertOneName(await ask(), problem.kind), problem.kind);
    }
    for (const title of ['means', 'country', 'country-cancelled', 'country-late', 'at-country', 'number'])
      assert.ok(named.includes(title), title);
  });

  test('is called by it at the desk and in the request of a person', async () => {
    const desk = openDeskWeb({ countries });
    for (const path of ['/cases', '/cases/list', '/cases/mine'])
      assertOneName((await desk.get(path)).text, path);
    const one = openCasePages({}, undefined, {}, {}, { countries });
    assert.ok(assertOneName(await (await one.get(HOME)).text(), 'a case'));
    const request = openRequestPages(undefined, { countries });
    for (const path of ['/request', '/request/status', '/request/you', '/request/check'])
      assertOneName(await (await request.get(path)).text(), path);
  });

  test('keeps the name that is known when the database is away', async () => {
    let isAway = false;
    const list: WebWorld['countries']['list'] = async () => {
      if (isAway) throw new Error('away');
      return countries.list();
    };
    const { app, fake } = openFakeWeb({ countries: { list } });
    fake.show = (language) => pageView(withOwnName(pages['country-late'] as Page), language);
    for (isAway of [false, true]) {
      const answer = await app.request(`/login/${ATTEMPT_ID}`, { headers: { cookie: browserCookieHeader } });
      assert.ok(assertOneName(await answer.text(), 'late'));
    }
  });
});

/** The fixtures hold countries as the store would give them: Germany under the name that it was given. */
function withOwnName(page: Page): Page {
  const give = (value: unknown): unknown => {
    const isGermany =
      typeof value === 'object' && value !== null && 'persistence' in value && 'code' in value;
    return isGermany && value.code === 'DE' ? { ...value, name } : value;
  };
  return replaceIn(page, give) as Page;
}

function replaceIn(value: unknown, give: (value: unknown) => unknown): unknown {
  const made = give(value);
  if (Array.isArray(made)) return made.map((each) => replaceIn(each, give));
  if (typeof made !== 'object' || made === null || Object.getPrototypeOf(made) !== Object.prototype)
    return made;
  return Object.fromEntries(Object.entries(made).map(([key, each]) => [key, replaceIn(each, give)]));
}
