import { Hono } from 'hono';
import type { AddressRule } from './addresses/addresses.ts';
import type { Web, WebEnv } from './web-context.ts';

/** One act or step on the web: its pages, and the forms on them, at their addresses. */
export type OpenAct = (web: Web) => Hono<WebEnv>;

/** One area of the product on the web. Its folder has this in `area.ts`, and the list of areas has one line for it. */
export type Area = {
  /** How its addresses begin: the first part of each. */
  readonly begins: readonly string[];
  /** Whether its pages name countries. */
  readonly namesCountries: boolean;
  /** What each of its addresses answers to somebody who comes back to it; the first rule that fits. */
  readonly rules: readonly AddressRule[];
  /** Addresses of its forms without a route for GET, which lead on when they are opened by themselves. */
  readonly placesOfForms?: readonly string[];
  /** Its addresses, and what stands before them. */
  readonly open: OpenAct;
};

/** The addresses of several acts as one table: the first that fits answers. */
export function joinActs(web: Web, acts: readonly OpenAct[]): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  for (const act of acts) routes.route('/', act(web));
  return routes;
}
