import type { MiddlewareHandler } from 'hono';
import type { WebEnv } from './web-context.ts';

/**
 * Sends each page as one text. What our templates make is a `String` object, and of anything but a plain string the framework makes a stream:
 * that costs more than to write the page.
 */
export const sendWhole: MiddlewareHandler<WebEnv> = async (context, next) => {
  const { html } = context;
  const respond = (page: string, ...rest: readonly never[]) => html(page.toString(), ...rest);
  context.html = respond as typeof html;
  await next();
};
