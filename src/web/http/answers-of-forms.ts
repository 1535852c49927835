import { routePath } from 'hono/route';
import type { WebContext } from './web-context.ts';

/** POST routes that answer with a page of their own, each with its reason. Every other leads on by 303: see `form-again.ts`. */
export const answeredByPage: Readonly<Record<string, string>> = {
  '/login/:id':
    'the answer that ends a login leads to its application by a page, with what that login gives it: sent again, it comes to the same',
};

/** What the log says of a form that has no reason to be answered with a page: a bug. */
export const ANSWERED_BY_PAGE = 'a form was answered with a page';

/** Refusals of the whole act: nothing of what was sent can be shown again. */
const REFUSALS: readonly number[] = [403, 404, 410];

/** Whether a form was answered with a page that a reload would send again. Problem pages carry a correlation code, and are none. */
export function isAnsweredByPage(context: WebContext): boolean {
  if (context.req.method !== 'POST' || context.get('correlation') !== undefined) return false;
  const isPage = context.res.headers.get('content-type')?.startsWith('text/html') ?? false;
  return (
    isPage && !REFUSALS.includes(context.res.status) && !Object.hasOwn(answeredByPage, routePath(context, -1))
  );
}
