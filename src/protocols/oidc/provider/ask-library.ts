import { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Visit } from '../../../login/index.ts';

/** Answers a request. */
export type Library = (request: IncomingMessage, response: ServerResponse) => unknown;

/** What it answered, before anything of it left. */
export type Answered = {
  readonly status: number;
  readonly location: string | null;
  readonly cookies: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** A request that no browser sent: for this path below the issuer, in the browser of this visit. It has no connection. */
export function requestFor(path: string, prefix: string, { cookie, acceptLanguage }: Visit): IncomingMessage {
  const request = new IncomingMessage(null as unknown as Socket);
  Object.assign(request, { method: 'GET', url: path, originalUrl: `${prefix}${path}` });
  if (cookie !== undefined) request.headers.cookie = cookie;
  if (acceptLanguage !== undefined) request.headers['accept-language'] = acceptLanguage;
  return request;
}

/** Asks the library, and catches what it answers. */
export async function askLibrary(library: Library, request: IncomingMessage): Promise<Answered> {
  const response = new ServerResponse(request);
  let body = '';
  response.end = ((chunk?: unknown) => {
    if (typeof chunk === 'string' || Buffer.isBuffer(chunk)) body = chunk.toString();
    return response;
  }) as ServerResponse['end'];
  await library(request, response);
  const { 'set-cookie': cookies = [], location = null, ...headers } = response.getHeaders();
  return {
    status: response.statusCode,
    location: location === null ? null : String(location),
    cookies: [cookies].flat().map(String),
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
    body,
  };
}
