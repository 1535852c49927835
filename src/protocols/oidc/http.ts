import type { IncomingMessage, ServerResponse } from 'node:http';
import { isOutage, RETRY_AFTER_SECONDS } from '../../base/error-code.ts';

/** Largest form that a person's browser may send to the provider, in bytes. */
const LARGEST_FORM = 32_768;

/** A form that was posted, or why it could not be read. */
export type PostedForm =
  | { readonly kind: 'form'; readonly fields: URLSearchParams }
  | { readonly kind: 'unreadable' };

/** Reads a URL-encoded form of bounded size. */
export async function readForm(request: IncomingMessage): Promise<PostedForm> {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded') return { kind: 'unreadable' };
  if (Number(request.headers['content-length'] ?? 0) > LARGEST_FORM) return { kind: 'unreadable' };
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_FORM) return { kind: 'unreadable' };
    chunks.push(chunk);
  }
  return { kind: 'form', fields: new URLSearchParams(Buffer.concat(chunks).toString('utf8')) };
}

/** The value of a cookie in a `Cookie` header; `null` when it is absent. */
export function readCookie(header: string | undefined, name: string): string | null {
  const pair = header
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${name}=`));
  return pair === undefined ? null : pair.slice(name.length + 1);
}

/** Answers with these headers and this body. */
export function answer(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  body = '',
): void {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}

/** Sends the browser on, by GET. */
export function sendOn(response: ServerResponse, location: string): void {
  answer(response, 303, { location });
}

/** How something that broke is told: 503 and when to ask again where what we depend on is away, else 500. */
export function brokenBy(error: unknown): {
  readonly status: 500 | 503;
  readonly code: 'temporarily_unavailable' | 'server_error';
  readonly headers: Readonly<Record<string, string>>;
} {
  return isOutage(error)
    ? {
        status: 503,
        code: 'temporarily_unavailable',
        headers: { 'retry-after': String(RETRY_AFTER_SECONDS) },
      }
    : { status: 500, code: 'server_error', headers: {} };
}

/** Answers a machine with an OAuth error (RFC 6749 5.2). */
export function answerError(
  response: ServerResponse,
  status: number,
  error: string,
  description: string,
): void {
  const body = JSON.stringify({ error, error_description: description });
  answer(response, status, { 'content-type': 'application/json; charset=utf-8' }, body);
}
