import type { MiddlewareHandler } from 'hono';
import type { WebEnv } from './web-context.ts';

/**
 * Turns away what a browser fetches or renders before anybody asked for it (`Sec-Purpose`; `Purpose` and `X-Moz` are older names): many of
 * our pages begin or end something, and none may be kept. A status that is no success makes the browser ask again when the person does.
 */
export const refuseSpeculative: MiddlewareHandler<WebEnv> = async (context, next) => {
  const purpose = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'].map((name) => context.req.header(name));
  if (purpose.some((each) => each !== undefined && /\b(?:prefetch|prerender|preview)\b/i.test(each)))
    return context.body(null, 503);
  return next();
};
