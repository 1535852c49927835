import assert from 'node:assert/strict';
import type { Answered, SentRequest, TwoPlatforms } from './two-platforms.ts';

type Cookie = { readonly name: string; readonly value: string; readonly path: string };

/** Where a request led: a page of ours, or an address elsewhere. */
export type Landing = Answered & {
  readonly url: string;
  /** Where the browser was sent to, when that is not ours. */
  readonly away: URL | null;
};

export type FormOfPage = { readonly action: string; readonly fields: Readonly<Record<string, string>> };

/** A browser without scripts, as far as a login needs one: cookies by path, redirects and pages in between followed. */
export type PlainBrowser = {
  readonly cookies: readonly Cookie[];
  /** Sends one request with the cookies of this browser, and follows nothing. */
  send(process: number, sent: SentRequest): Promise<Answered>;
  /** Sends one and goes on by redirects and refreshes until a page stays or leads elsewhere; every hop by the other process. */
  go(process: number, sent: SentRequest): Promise<Landing>;
  /** The cross-site post of a member state, which carries no cookie of ours, and what follows. */
  bring(process: number, samlResponse: string): Promise<Landing>;
};

/** Opens a browser without any cookie. */
export function openPlainBrowser(platforms: TwoPlatforms): PlainBrowser {
  const cookies: Cookie[] = [];
  const { origin } = platforms;
  const send = async (process: number, sent: SentRequest, bare = false): Promise<Answered> => {
    const { pathname } = new URL(sent.url, origin);
    const mine = cookies.filter(({ path }) => pathname === path || pathname.startsWith(slashed(path)));
    const cookie = mine.map(({ name, value }) => `${name}=${value}`).join('; ');
    const headers = { ...sent.headers, ...(cookie !== '' && !bare ? { cookie } : {}) };
    const answered = await platforms.send(process, { ...sent, headers });
    for (const line of answered.headers.getSetCookie()) keep(cookies, line);
    return answered;
  };
  const follow = async (process: number, first: Answered, at: string): Promise<Landing> => {
    let [answered, url] = [first, new URL(at, origin)];
    for (let hops = 1; hops < 12; hops += 1) {
      const next = answered.headers.get('location') ?? refreshOf(answered);
      if (next === null) return { ...answered, url: url.href, away: null };
      url = new URL(next, url);
      if (url.origin !== origin) return { ...answered, url: url.href, away: url };
      answered = await send(process + hops, { url: url.href });
    }
    return assert.fail('the browser was sent around in circles');
  };
  return {
    cookies,
    send,
    go: async (process, sent) => follow(process, await send(process, sent), sent.url),
    async bring(process, samlResponse) {
      const sent = { method: 'POST', url: '/eidas/acs', fields: { SAMLResponse: samlResponse } } as const;
      return follow(process, await send(process, sent, true), sent.url);
    },
  };
}

/** The forms of a page that post to us, each with what it sends when its button (or its first button) is pressed. */
export function formsOf({ text, url }: Pick<Landing, 'text' | 'url'>): readonly FormOfPage[] {
  return [...text.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].flatMap(([, head = '', inner = '']) => {
    if (!/method="post"/.test(head)) return [];
    const action = new URL(unescaped(/action="([^"]*)"/.exec(head)?.[1] ?? ''), url).href;
    const controls = [...inner.matchAll(/<(input|button)\b([^>]*)>/g)].map(([, , attributes = '']) => ({
      name: /\bname="([^"]*)"/.exec(attributes)?.[1] ?? '',
      value: unescaped(/\bvalue="([^"]*)"/.exec(attributes)?.[1] ?? ''),
    }));
    const named = controls.filter(({ name }) => name !== '').reverse();
    return [{ action, fields: Object.fromEntries(named.map(({ name, value }) => [name, value])) }];
  });
}

/** Where the links of a page lead. */
export function linksOf({ text, url }: Pick<Landing, 'text' | 'url'>): readonly string[] {
  return [...text.matchAll(/<a\b[^>]*\bhref="([^"]*)"/g)].map(
    ([, href = '']) => new URL(unescaped(href), url).href,
  );
}

function slashed(path: string): string {
  return path.endsWith('/') ? path : `${path}/`;
}

/** Where a page in between goes on to by itself. */
export function refreshOf({ text }: Pick<Answered, 'text'>): string | null {
  const found = /http-equiv="refresh" content="0;url=([^"]*)"/.exec(text)?.[1];
  return found === undefined ? null : unescaped(found);
}

/** What a page hands to an authenticator. */
export function optionsIn(text: string): Readonly<Record<string, unknown>> {
  const [, options = '{}'] = /data-options="([^"]*)"/.exec(text) ?? [];
  return JSON.parse(unescaped(options));
}

export function unescaped(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

function keep(cookies: Cookie[], line: string): void {
  const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
  const [name = '', value = ''] = pair.split('=');
  const path = attributes.find((each) => /^path=/i.test(each))?.slice(5) ?? '/';
  const isOver = attributes.some((each) => /^expires=Thu, 01 Jan 1970|^max-age=0$/i.test(each));
  const index = cookies.findIndex((each) => each.name === name && each.path === path);
  if (index >= 0) cookies.splice(index, 1);
  if (!isOver) cookies.push({ name, value, path });
}
