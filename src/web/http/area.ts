import { Hono } from 'hono';
import type { Web, WebEnv } from './web-context.ts';

/** One act or step on the web: its pages, and the forms on them, at their addresses. */
export type Act = (web: Web) => Hono<WebEnv>;

/** The addresses of several acts as one table: the first that fits answers. */
export function joinActs(web: Web, acts: readonly Act[]): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  for (const act of acts) routes.route('/', act(web));
  return routes;
}
