import { cookieValues, hostCookie } from '../../base/browser-cookie.ts';
import {
  type LastMeans,
  lastMeansOf,
  parseLastMeans,
  writeLastMeans,
} from '../../domain/login-means/index.ts';
import type { Attempt } from '../../login/index.ts';
import { setCookie } from '../http/set-cookie.ts';
import type { Web, WebContext } from '../http/web-context.ts';

/**
 * What a browser knows of earlier logins, kept in its own cookie and nowhere else: the means of the last time, or that several
 * people use this computer, so that nothing is to be remembered.
 */
export type Remembered =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'shared' }
  | { readonly kind: 'means'; readonly last: LastMeans };

/** What a person can say about it, in the field `means` of a form whose `answer` is `remember`. */
const wishes = ['forget', 'shared', 'own'] as const;
type Wish = (typeof wishes)[number];

const SHARED = 'shared';
const YEAR_SECONDS = 31_536_000;
/** Longer than any value of ours. */
const LONGEST = 20;

/** Reads the cookie: a preference, so anybody may have written it, and what is not ours is nothing. */
export function readRemembered({ secure }: Pick<Web, 'secure'>, header: string | undefined): Remembered {
  const values = cookieValues(nameOf(secure), header);
  const [value = ''] = values;
  if (values.length !== 1 || value.length > LONGEST) return { kind: 'nothing' };
  if (value === SHARED) return { kind: 'shared' };
  const last = parseLastMeans(value);
  return last ? { kind: 'means', last } : { kind: 'nothing' };
}

/** The means of the last time; `null` when the browser remembers none. */
export function lastMeansIn(web: Web, context: WebContext): LastMeans | null {
  const remembered = readRemembered(web, context.req.header('cookie'));
  return remembered.kind === 'means' ? remembered.last : null;
}

/** After a proof in this login: the browser remembers by which means, unless several people use it. */
export function rememberProof(web: Web, context: WebContext, { state, request }: Attempt): void {
  if (!('authentication' in state) || request.known !== null) return;
  if (readRemembered(web, context.req.header('cookie')).kind === 'shared') return;
  keep(web, context, writeLastMeans(lastMeansOf(state.authentication)));
}

/** Does what a person said about remembering; false when it is no wish of ours. */
export function obeyWish(web: Web, context: WebContext, text: string): boolean {
  const wish: Wish | undefined = wishes.find((each) => each === text);
  if (wish === undefined) return false;
  keep(web, context, wish === 'shared' ? SHARED : null);
  return true;
}

function keep(web: Web, context: WebContext, value: string | null): void {
  const seconds = value === null ? 0 : YEAR_SECONDS;
  setCookie(web, context, { name: nameOf(web.secure), value: value ?? '', seconds });
}

function nameOf(secure: boolean): string {
  return hostCookie('sluis_means', secure);
}
