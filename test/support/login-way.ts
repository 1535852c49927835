import { type FormOfPage, formsOf, linksOf, refreshOf } from './plain-browser.ts';

/** An answer to a browser: where it was asked, and what came. */
export type Shown = {
  readonly url: string;
  readonly location: string | null;
  readonly text: string;
};

/** What comes next in a login of somebody who is known. */
export type NextOfLogin =
  /** The browser asks this of us. */
  | { readonly kind: 'ask'; readonly url: string; readonly fields: FormOfPage['fields'] | null }
  /** The browser is at its country, with the request of this id. */
  | { readonly kind: 'country'; readonly request: string }
  /** The browser is back at the application. */
  | { readonly kind: 'arrived'; readonly code: string };

/** What the person of these walks presses on a page with a form, by the answer that it gives. */
const pressed: readonly Readonly<Record<string, string>>[] = [
  { answer: 'choose-country', country: 'DE' },
  { answer: 'choose-means', tile: 'eidas' },
  { answer: 'choose-capacity' },
];

/**
 * Reads out of an answer what the browser asks for next: it follows what it is led to, and presses the tile of Germany, that of eIDAS, or the
 * first capacity. A tile may be a link or a button, so that commits before links can be walked by the same eyes.
 */
export function nextOfLogin(shown: Shown): NextOfLogin {
  const led = shown.location ?? refreshOf(shown) ?? tileIn(shown);
  if (led !== null) return follow(new URL(led, shown.url), new URL(shown.url).origin);
  const request = requestIn(shown.text);
  if (request !== null) return { kind: 'country', request };
  const forms = formsOf(shown);
  for (const wish of pressed) {
    const form = forms.find(({ fields }) => fields.answer === wish.answer);
    if (form) return { kind: 'ask', url: form.action, fields: { ...form.fields, ...wish } };
  }
  const words = shown.text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  throw new Error(`there is no way on from ${shown.url}: ${words.slice(0, 400)}`);
}

function follow(to: URL, origin: string): NextOfLogin {
  if (to.origin === origin) return { kind: 'ask', url: to.href, fields: null };
  const code = to.searchParams.get('code');
  if (code === null) throw new Error(`the browser was led to ${to.origin}${to.pathname} without a code`);
  return { kind: 'arrived', code };
}

/** The link of a tile: to Germany where that is on the page, or to the countries. */
function tileIn(shown: Shown): string | null {
  const links = linksOf(shown);
  return (
    links.find((each) => /\/login\/[^/?]+\/country\/DE($|\?)/.test(each)) ??
    links.find((each) => /\/login\/[^/?]+\/country$/.test(each)) ??
    null
  );
}

/** The id of the request in the page that takes the browser to the country. */
function requestIn(page: string): string | null {
  const message = /name="SAMLRequest" value="([^"]+)"/.exec(page)?.[1];
  if (message === undefined) return null;
  return / ID="([^"]+)"/.exec(Buffer.from(message, 'base64').toString())?.[1] ?? null;
}

/** What was asked, without what is another in each login: `GET /login/…/country/DE`. */
export function nameOfRequest(method: string, url: string): string {
  const path = new URL(url).pathname
    .replace(/^\/login\/[^/]+/, '/login/…')
    .replace(/^(\/eidas|\/means\/certificate)\/return\/.*/, '$1/return/…')
    .replace(/^(\/op\/v1\/auth)\/.*/, '$1/…');
  return `${method} ${path}`;
}
