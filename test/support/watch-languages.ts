import assert from 'node:assert/strict';
import { titleOf, type WalkingBrowser, type WalkPage } from './walking-browser.ts';
import type { World } from './world.ts';

/** A browser that looks at every page of the platform on its way: what language it says that it is in, by address. */
export function watchLanguages(
  browser: WalkingBrowser,
  { platform }: Pick<World, 'platform'>,
): WalkingBrowser & { readonly seen: readonly { readonly title: string; readonly language: string }[] } {
  const seen: { title: string; language: string }[] = [];
  const look = (page: WalkPage): WalkPage => {
    if (page.url.startsWith(platform)) {
      const language = /<html lang="(\w+)"/.exec(page.text)?.[1];
      assert.ok(language, page.url);
      seen.push({ title: titleOf(page), language });
    }
    return page;
  };
  return {
    seen,
    open: async (url) => look(await browser.open(url)),
    follow: async (page, end) => look(await browser.follow(page, end)),
    press: async (page, form, fields) => look(await browser.press(page, form, fields)),
  };
}
