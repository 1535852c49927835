import assert from 'node:assert/strict';

type Cookie = {
  readonly name: string;
  readonly value: string;
  readonly path: string;
  readonly attributes: string;
};

/** A browser as far as the protocol needs one: cookies by path, no redirect followed unless told. */
export type Browser = {
  readonly cookies: Cookie[];
  get(url: string, headers?: Record<string, string>): Promise<Response>;
  /** A form posted from a page of another site: cookies that are `SameSite=Lax` stay at home. */
  postFromElsewhere(url: string, fields: Record<string, string>): Promise<Response>;
  post(url: string, fields: Record<string, string>): Promise<Response>;
  /** Follows redirects below `base` and answers with the first that leads elsewhere, or the page that it ends on. */
  follow(url: string, base: string): Promise<{ readonly location: URL | null; readonly response: Response }>;
};

export function openBrowser(): Browser {
  const cookies: Cookie[] = [];
  const send = async (url: string, init: RequestInit, withCookies: boolean): Promise<Response> => {
    const { pathname } = new URL(url);
    const mine = cookies.filter(
      ({ path }) => pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`),
    );
    const headers = new Headers(init.headers);
    if (withCookies && mine.length > 0)
      headers.set('cookie', mine.map(({ name, value }) => `${name}=${value}`).join('; '));
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) keep(cookies, line);
    return response;
  };
  const form = (fields: Record<string, string>) => ({ method: 'POST', body: new URLSearchParams(fields) });
  return {
    cookies,
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

function keep(cookies: Cookie[], line: string): void {
  const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
  const [name = '', value = ''] = pair.split('=');
  const path = attributes.find((each) => /^path=/i.test(each))?.slice(5) ?? '/';
  const expired = attributes.some((each) => /^expires=Thu, 01 Jan 1970/i.test(each));
  const index = cookies.findIndex((each) => each.name === name && each.path === path);
  if (index >= 0) cookies.splice(index, 1);
  if (!expired) cookies.push({ name, value, path, attributes: attributes.join('; ') });
}
