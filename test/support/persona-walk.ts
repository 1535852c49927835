import assert from 'node:assert/strict';
import { belgianPeople } from '../../seed/index.ts';
import { formsOf } from './plain-browser.ts';
import { titleOf, type WalkingBrowser, type WalkPage } from './walking-browser.ts';
import type { World } from './world.ts';

/** Who walks: by the Belgian eID at the federal login, or at the sign-in page of their country. */
export type Walker =
  | { readonly kind: 'belgian'; readonly number: string }
  | {
      readonly kind: 'abroad';
      readonly country: string;
      readonly id: string;
      readonly number: string | null;
    };

/** Where a walk can end: in the application, or on the page that says why not, and what next. */
export type WalkEnd = 'in' | 'no-capacity' | 'no-match' | 'asked-for-a-number' | 'country-closed';

const MOST_PAGES = 12;

/** Walks from a page to its end, as somebody would who answers what is asked; a page that nobody was promised fails. */
export async function walkToEnd(
  browser: WalkingBrowser,
  world: World,
  {
    walker,
    page: first,
    target,
  }: { readonly walker: Walker; readonly page: WalkPage; readonly target: string },
): Promise<{ readonly end: WalkEnd; readonly page: WalkPage }> {
  let page = first;
  let isNumberGiven = false;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    assert.ok(page.status < 400, `${page.status} at ${page.url}: ${titleOf(page)}`);
    assert.doesNotMatch(page.text, /class="error-summary"/, `refused at ${page.url}: ${titleOf(page)}`);
    const asked = answersOf(page);
    if (page.url.startsWith(target)) return { end: 'in', page };
    if (page.url.startsWith(world.sites.europe.url)) page = await signIn(browser, page, walker);
    else if (page.url.startsWith(world.sites.fas.url)) page = await signInAtHome(browser, page, walker);
    else if (page.text.includes('<ul class="tiles">'))
      page = await browser.follow(page, walker.kind === 'belgian' ? '/means/eid' : '/country');
    else if (page.text.includes('<ul class="countries"') && walker.kind === 'abroad') {
      const way = `/country/${walker.country}`;
      if (!page.text.includes(`${way}"`)) return { end: 'country-closed', page };
      page = await browser.follow(page, way);
    } else if (asked.includes('give-number') && walker.kind === 'abroad') {
      if (walker.number === null) return { end: 'asked-for-a-number', page };
      if (isNumberGiven) return { end: 'no-match', page };
      isNumberGiven = true;
      page = await browser.press(page, 'give-number', { knows: 'yes', number: walker.number });
    } else if (asked.includes('choose-capacity')) page = await browser.press(page, 'choose-capacity');
    else if (asked.includes('confirm-sharing')) page = await browser.press(page, 'confirm-sharing');
    else if (page.text.includes('href="/help/belgian-company"')) return { end: 'no-capacity', page };
    else if (asked.includes('continue')) page = await browser.press(page, 'continue');
    else assert.fail(`nothing to answer at ${page.url}: ${titleOf(page)}`);
  }
  return assert.fail(`no end after ${MOST_PAGES} pages, at ${page.url}: ${titleOf(page)}`);
}

/** Leaves the end as somebody would who makes room for the next person at this screen. */
export async function leave(
  browser: WalkingBrowser,
  { end, page }: { readonly end: WalkEnd; readonly page: WalkPage },
): Promise<void> {
  const left = await browser.press(page, end === 'in' ? 'logout' : 'give-up');
  assert.match(left.text, /href="\/login"/, `no way to log in at ${left.url}: ${titleOf(left)}`);
}

function answersOf(page: WalkPage): readonly string[] {
  return formsOf(page).flatMap(({ fields }) => (fields.answer === undefined ? [] : [fields.answer]));
}

async function signInAtHome(browser: WalkingBrowser, page: WalkPage, walker: Walker): Promise<WalkPage> {
  const person = walker.kind === 'belgian' && belgianPeople.find(({ number }) => number === walker.number);
  assert.ok(person, 'the federal login knows everybody in Belgium, and nobody else');
  return browser.press(page, 'person', { person: person.id, decision: '' });
}

async function signIn(browser: WalkingBrowser, page: WalkPage, walker: Walker): Promise<WalkPage> {
  if (walker.kind === 'belgian') return assert.fail('a Belgian was sent abroad');
  if (page.text.includes('name="decision"')) return browser.press(page, 'decision', { decision: 'agree' });
  const link = [...page.text.matchAll(/href="([^"]*consent\?[^"]*)"/g)]
    .map(([, href = '']) => href.replaceAll('&amp;', '&'))
    .find((href) => href.includes(`person=${walker.id}&trouble=none`));
  assert.ok(link, `${walker.id} is not offered at ${page.url}`);
  return browser.open(new URL(link, page.url).href);
}
