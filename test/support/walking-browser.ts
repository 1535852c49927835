import assert from 'node:assert/strict';
import { type FormOfPage, formsOf, linksOf } from './plain-browser.ts';

/** A page that a walk stands on. */
export type WalkPage = { readonly url: string; readonly status: number; readonly text: string };

/** A browser without scripts that walks over many sites of this machine: cookies are of the host, whatever the port, as in browsers. */
export type WalkingBrowser = {
  open(url: string): Promise<WalkPage>;
  /** Follows the link of this page whose address ends so. */
  follow(page: WalkPage, end: string): Promise<WalkPage>;
  /** Posts the form of this page that has a field, an answer or an address of this name, with these fields instead of its own. */
  press(page: WalkPage, form: string, fields?: Readonly<Record<string, string>>): Promise<WalkPage>;
};

const MOST_HOPS = 20;

/** Opens one without any cookie, of somebody who speaks this language. */
export function openWalkingBrowser(language = 'en'): WalkingBrowser {
  const cookies = new Map<string, { readonly path: string; readonly value: string }>();
  const keep = (line: string, { pathname }: URL) => {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const place = pair.indexOf('=');
    const [name, value] = [pair.slice(0, place), pair.slice(place + 1)];
    const path = attributes.find((each) => /^path=/i.test(each))?.slice(5) ?? pathname;
    const isGone =
      value === '' || attributes.some((each) => /^max-age=0$/i.test(each) || /^expires=.*1970/i.test(each));
    if (isGone) cookies.delete(`${name} ${path}`);
    else cookies.set(`${name} ${path}`, { path, value });
  };
  const cookieFor = ({ pathname }: URL) =>
    [...cookies]
      .filter(
        ([, { path }]) =>
          path === '/' || pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`),
      )
      .map(([key, { value }]) => `${key.split(' ')[0]}=${value}`)
      .join('; ');
  const send = async (url: URL, form: FormOfPage | null): Promise<WalkPage> => {
    let [at, body] = [url, form === null ? null : new URLSearchParams(form.fields)];
    for (let hops = 0; hops < MOST_HOPS; hops += 1) {
      const response = await fetch(at, {
        method: body === null ? 'GET' : 'POST',
        redirect: 'manual',
        headers: { cookie: cookieFor(at), 'accept-language': language, origin: url.origin },
        ...(body !== null && { body }),
      });
      for (const line of response.headers.getSetCookie()) keep(line, at);
      const text = await response.text();
      const next = response.headers.get('location') ?? refreshOf(text);
      const page = { url: at.href, status: response.status, text };
      const leaving =
        next === null ? formsOf(page).find(() => /<form[^>]*data-submit/.test(text)) : undefined;
      if (next === null && leaving === undefined) return page;
      at = new URL(leaving?.action ?? next ?? '', at);
      body = leaving === undefined ? null : new URLSearchParams(leaving.fields);
    }
    return assert.fail(`sent around in circles, at ${at.href}`);
  };
  return {
    open: (url) => send(new URL(url), null),
    follow(page, end) {
      const link = linksOf(page).find((each) => each.endsWith(end));
      assert.ok(link, `no link to "${end}" at ${page.url}: ${titleOf(page)}`);
      return send(new URL(link), null);
    },
    press(page, name, fields = {}) {
      const form = formsOf(page).find(
        ({ action, fields: own }) =>
          own.answer === name || name in own || new URL(action).pathname === `/${name}`,
      );
      assert.ok(form, `no form "${name}" at ${page.url}: ${titleOf(page)}`);
      return send(new URL(form.action), { ...form, fields: { ...form.fields, ...fields } });
    },
  };
}

/** What the page is called. */
export function titleOf({ text }: Pick<WalkPage, 'text'>): string {
  return (/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(text)?.[1] ?? '').replace(/<[^>]+>/g, '').trim();
}

function refreshOf(text: string): string | null {
  return /http-equiv="refresh" content="0;url=([^"]*)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? null;
}
