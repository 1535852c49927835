import assert from 'node:assert/strict';
import { request } from 'node:http';

type Cookie = {
  readonly name: string;
  readonly value: string;
  readonly path: string;
  readonly attributes: string;
};

/** A browser as far as the protocol needs one: cookies by path, no redirect followed unless told. */
export type Browser = {
  readonly cookies: Cookie[];
  /** What it sends along to this address. */
  cookiesFor(url: string): string;
  /** Takes what came in `Set-Cookie`. */
  take(lines: readonly string[]): void;
  get(url: string, headers?: Record<string, string>): Promise<Response>;
  /** A form posted from a page of another site: cookies that are `SameSite=Lax` stay at home. */
  postFromElsewhere(url: string, fields: Record<string, string>): Promise<Response>;
  post(url: string, fields: Record<string, string>): Promise<Response>;
  /** Follows redirects below `base` and answers with the first that leads elsewhere, or the page that it ends on. */
  follow(url: string, base: string): Promise<{ readonly location: URL | null; readonly response: Response }>;
};

export function openBrowser(): Browser {
  const cookies: Cookie[] = [];
  const cookiesFor = (url: string) => {
    const { pathname } = new URL(url);
    const mine = cookies.filter(
      ({ path }) => pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`),
    );
    return mine.map(({ name, value }) => `${name}=${value}`).join('; ');
  };
  const send = async (url: string, init: Sent, withCookies: boolean): Promise<Response> => {
    const cookie = cookiesFor(url);
    const response = await exchange(url, init, withCookies && cookie ? { cookie } : {});
    for (const line of response.headers.getSetCookie()) keep(cookies, line);
    return response;
  };
  const form = (fields: Record<string, string>) => ({
    method: 'POST',
    body: `${new URLSearchParams(fields)}`,
  });
  return {
    cookies,
    cookiesFor,
    take(lines) {
      for (const line of lines) keep(cookies, line);
    },
    get: (url, headers = {}) => send(url, { headers }, true),
    post: (url, fields) => send(url, form(fields), true),
    postFromElsewhere: (url, fields) => send(url, form(fields), false),
    async follow(url, base) {
      let next = url;
      for (let hops = 0; hops < 10; hops += 1) {
        const response = await send(next, {}, true);
        const location = response.headers.get('location');
        if (location === null) return { location: null, response };
        const target = new URL(location, next);
        if (!target.href.startsWith(base)) return { location: target, response };
        next = target.href;
      }
      return assert.fail('the browser was sent around in circles');
    },
  };
}

type Sent = { readonly method?: string; readonly headers?: Record<string, string>; readonly body?: string };

/** One exchange, announced as a browser announces a navigation: `fetch` would not, and some servers look at that. */
function exchange(
  url: string,
  { method = 'GET', headers = {}, body }: Sent,
  more: Record<string, string>,
): Promise<Response> {
  const type = body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' };
  const sent = { 'sec-fetch-mode': 'navigate', accept: 'text/html,*/*;q=0.8', ...type, ...headers, ...more };
  return new Promise((resolve, reject) => {
    const leaving = request(url, { method, headers: sent }, async (answer) => {
      const received = new Headers();
      for (let index = 0; index < answer.rawHeaders.length; index += 2) {
        received.append(answer.rawHeaders[index] ?? '', answer.rawHeaders[index + 1] ?? '');
      }
      const chunks: Buffer[] = [];
      for await (const chunk of answer) chunks.push(chunk);
      resolve(new Response(Buffer.concat(chunks), { status: answer.statusCode ?? 0, headers: received }));
    });
    leaving.on('error', reject).end(body);
  });
}

function keep(cookies: Cookie[], line: string): void {
  const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
  const [name = '', value = ''] = pair.split('=');
  const path = attributes.find((each) => /^path=/i.test(each))?.slice(5) ?? '/';
  const expired = attributes.some((each) => /^expires=Thu, 01 Jan 1970/i.test(each));
  const index = cookies.findIndex((each) => each.name === name && each.path === path);
  if (index >= 0) cookies.splice(index, 1);
  if (!expired) cookies.push({ name, value, path, attributes: attributes.join('; ') });
}
