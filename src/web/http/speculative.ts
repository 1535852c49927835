import type { MiddlewareHandler } from 'hono';
import type { WebEnv } from './web-context.ts';

/** How browsers say that nobody asked for it yet; the last three are older names. */
const PURPOSES = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'];

/** Whether a browser fetches or renders this before anybody asked for it. */
export function isFetchedAhead(header: (name: string) => string | undefined): boolean {
  return PURPOSES.some((name) => /\b(?:prefetch|prerender|preview)\b/i.test(header(name) ?? ''));
}

/**
 * Turns away what is fetched ahead: many of our pages begin or end something, and none may be kept. A status that is no success makes
 * the browser ask again when the person does.
 */
export const refuseSpeculative: MiddlewareHandler<WebEnv> = async (context, next) =>
  isFetchedAhead((name) => context.req.header(name)) ? context.body(null, 503) : next();
