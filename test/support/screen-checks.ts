import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import type { Browser, Page as Tab } from 'playwright-core';
import type { Language } from '../../src/base/language.ts';

/** The smallest screen without sideways scrolling (WCAG 1.4.10), and that of a desk. */
export const NARROW = { width: 320, height: 800 };
export const WIDE = { width: 1200, height: 900 };
export const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** A tab that counts violations of the policy and what the console complains of. */
export async function openScreenTab(
  browser: Browser,
  language: Language,
  cookies: readonly { readonly name: string; readonly value: string; readonly url: string }[],
): Promise<{ readonly tab: Tab; readonly complaints: string[] }> {
  const context = await browser.newContext({
    viewport: NARROW,
    colorScheme: 'light',
    reducedMotion: 'reduce',
    locale: language,
  });
  await context.addCookies([...cookies]);
  const tab = await context.newPage();
  await tab.addInitScript({ path: fileURLToPath(new URL('./layout-faults.js', import.meta.url)) });
  const complaints: string[] = [];
  tab.on('console', (message) => {
    // That a page is a 4xx is told by the browser as if a file were missing.
    if (message.type() === 'error' && !message.text().includes('the server responded with a status of 4'))
      complaints.push(message.text());
  });
  tab.on('pageerror', (error) => complaints.push(error.message));
  return { tab, complaints };
}

/** What axe finds; with `null` only colours, which are all that a theme changes. */
export async function axeFaults(tab: Tab, runOnly: readonly string[] | null): Promise<readonly string[]> {
  if (!(await tab.evaluate(() => 'axe' in globalThis))) await tab.evaluate(axe.source);
  const options = runOnly
    ? { runOnly: { type: 'tag', values: runOnly } }
    : { runOnly: { type: 'rule', values: ['color-contrast'] } };
  const found = await tab.evaluate(
    (given) =>
      (globalThis as unknown as { axe: { run(options: unknown): Promise<axe.AxeResults> } }).axe.run(given),
    options,
  );
  return found.violations.map(
    (each) => `${each.id}: ${each.nodes.map((node) => node.html.slice(0, 140)).join(' | ')}`,
  );
}

/** What axe does not look at (`layout-faults.js`); `least` is how high what one presses must be, in pixels. */
export function layoutFaults(tab: Tab, language: Language, least = 44): Promise<readonly string[]> {
  return tab.evaluate(`layoutFaults(${JSON.stringify(language)}, ${least})`);
}
