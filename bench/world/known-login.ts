import type { OidcApplication } from '../../src/domain/application/index.ts';
import { type NextOfLogin, nameOfRequest, nextOfLogin, type Shown } from '../../test/support/login-way.ts';
import { linksOf } from '../../test/support/plain-browser.ts';
import { type Browser, openBrowser } from '../browser.ts';
import type { Asked } from './country.ts';
import { openParty, redeemAndAsk, type Step, type Walker } from './waves.ts';

/** A platform that people log in to, and how the member state answers it. */
export type Place = {
  readonly origin: string;
  readonly country: { answer(asked: Asked): string };
};

/** One person on the way through a login: each step is one request. */
export type Visitor = Walker & {
  readonly browser: Browser;
  readonly identifier: string;
  /** The request with which the browser is at its country, once it is there. */
  request(): string;
  /** The access token, once there is one. */
  token(): string;
};

/** What somebody does on an answer who proves who they are otherwise than in a country; `null` leaves it to those who do. */
export type Presses = (shown: Shown) => Extract<NextOfLogin, { readonly kind: 'ask' }> | Visit | null;

/** An address that the browser does not ask for as it asks for pages, and to which it leads back. */
export type Visit = { readonly kind: 'visit'; readonly name: string; take(): Promise<string> };

/** Follows the link to a tile, where there is one on this page. */
export function pressTile(tile: string, shown: Parameters<Presses>[0]): ReturnType<Presses> {
  const url = linksOf(shown).find((each) => each.endsWith(`/means/${tile}`));
  return url === undefined ? null : { kind: 'ask', url, fields: null };
}

/** In which browser, and by which means. */
type Manner = { readonly browser: Browser; readonly presses: Presses };

const MOST_REQUESTS = 20;

/** The step at which the country's answer is brought. */
export const BRINGING = 'POST /eidas/acs';

/**
 * A person who is known, at the application's door, from the authorization request to userinfo; with the browser of a login before, it is
 * single sign-on. What is pressed is read out of each page, so that any commit can be walked.
 */
export function openVisitor(
  { origin, country }: Place,
  application: OidcApplication,
  identifier: string,
  { browser = openBrowser(), presses = () => null }: Partial<Manner> = {},
): Visitor {
  const party = openParty(application, {
    authorization: `${origin}/op/v1/auth`,
    token: `${origin}/op/v1/token`,
    userinfo: `${origin}/op/v1/userinfo`,
  });
  const names = {
    token: nameOfRequest('POST', `${origin}/op/v1/token`),
    userinfo: nameOfRequest('GET', `${origin}/op/v1/userinfo`),
  };
  let taken = 0;
  let request = '';
  let token = '';
  const ask = (url: string, fields: Readonly<Record<string, string>> | null): Step => ({
    name: nameOfRequest(fields === null ? 'GET' : 'POST', url),
    async take() {
      taken += 1;
      if (taken > MOST_REQUESTS) throw new Error('a login goes round in circles');
      const answer = await (fields === null ? browser.get(url) : browser.post(url, fields));
      const shown = { url, location: answer.location, text: answer.body };
      return follow(presses(shown) ?? nextOfLogin(shown));
    },
  });
  const follow = (found: NextOfLogin | Visit): Step => {
    if (found.kind === 'ask') return ask(found.url, found.fields);
    if (found.kind === 'visit') return { name: found.name, take: async () => ask(await found.take(), null) };
    if (found.kind === 'arrived')
      return redeemAndAsk(party, found.code, names, (given) => {
        token = given;
      });
    request = found.request;
    return bring();
  };
  const bring = (): Step => {
    let message = '';
    return {
      name: BRINGING,
      prepare() {
        message = country.answer({ request, identifier });
      },
      take: () => ask(`${origin}/eidas/acs`, { SAMLResponse: message }).take(),
    };
  };
  return {
    browser,
    identifier,
    next: ask(party.authorization, null),
    request: () => request,
    token: () => token,
  };
}

/** One of them; after the last one the first again. */
export function oneOf<Item>(items: readonly Item[], ordinal: number): Item {
  const item = items[ordinal % items.length];
  if (item === undefined) throw new Error('nobody is there to log in');
  return item;
}
