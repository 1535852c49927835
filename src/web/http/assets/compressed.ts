import { gzipSync } from 'node:zlib';
import type { Html } from '../../ui/html.ts';
import type { WebContext } from '../web-context.ts';

/** Two thirds of the work of the usual level, for a thirtieth more bytes. */
const LEVEL = 3;

/**
 * Answers with a page in fewer bytes, where the browser takes that. Only for pages that show nothing of what was asked: beside text
 * that somebody else may choose, the length of what is compressed tells of the secrets in it (BREACH).
 */
export function compressed(context: WebContext, page: Html): Response | Promise<Response> {
  context.header('vary', 'accept-encoding');
  if (!/\bgzip\b/.test(context.req.header('accept-encoding') ?? '')) return context.html(page);
  context.header('content-encoding', 'gzip');
  context.header('content-type', 'text/html; charset=UTF-8');
  return context.body(new Uint8Array(gzipSync(page.toString(), { level: LEVEL })));
}
