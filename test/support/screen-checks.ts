import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AxeResults, RunOnly, RunOptions, TagValue } from 'axe-core';
import type { Browser, Page as Tab } from 'playwright-core';
import { type Language, languages } from '../../src/base/language.ts';

/** The smallest screen without sideways scrolling (WCAG 1.4.10), and that of a desk. */
export const NARROW = { width: 320, height: 800 };
export const WIDE = { width: 1200, height: 900 };
const axeSource = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const axeTags: readonly TagValue[] = [
  'wcag2a',
  'wcag2aa',
  'wcag21a',
  'wcag21aa',
  'wcag22aa',
  'best-practice',
];

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

/** What words can break, where the marking up is the same in every language: names, and what long ones push aside. */
const rulesOfWords = [
  'button-name',
  'document-title',
  'empty-heading',
  'input-button-name',
  'label',
  'landmark-unique',
  'link-name',
  'scrollable-region-focusable',
  'select-name',
  'summary-name',
  'target-size',
];

/** How much of axe a screen is held against: everything, what words can break, or nothing. */
export type AxeRules = 'all' | 'words' | 'none';

/** Each screen is searched whole in one language; in the others it is searched for what words can break. */
export function rulesFor(language: Language, index: number): AxeRules {
  return languages[index % languages.length] === language ? 'all' : 'words';
}

/** One screen: how to come there, and what of it is looked at. */
export type ScreenLook = {
  readonly language: Language;
  readonly rules: AxeRules;
  /** How high what one presses must be, in pixels. */
  readonly least?: number;
  show(): Promise<unknown>;
};

const views = [
  { name: 'narrow light', size: NARROW, colorScheme: 'light' },
  { name: 'wide dark', size: WIDE, colorScheme: 'dark' },
] as const;

/** The language of the longest words: what fits on a wide screen in it fits in the others. */
const LONGEST_WORDS: Language = 'de';

/**
 * Shows a screen, and says what is wrong with it on a small screen by day and on a wide one by night; on the wide one in the language in
 * which the whole of it is searched, and in the one with the longest words.
 */
export async function screenFaults(tab: Tab, look: ScreenLook): Promise<readonly string[]> {
  const { language, rules, least } = look;
  const faults: string[] = [];
  // Where the one before ended, so that no page is laid out for nothing.
  const looks = views.filter(
    ({ size }) => size === NARROW || rules !== 'words' || language === LONGEST_WORDS,
  );
  const order = tab.viewportSize()?.width === WIDE.width ? looks.toReversed() : looks;
  for (const [place, { name, size, colorScheme }] of order.entries()) {
    await tab.emulateMedia({ colorScheme });
    await tab.setViewportSize(size);
    if (place === 0) {
      await look.show();
      await tab.waitForLoadState();
    }
    const found = [...(await layoutFaults(tab, language, least))];
    if (rules === 'all') found.push(...(await axeFaults(tab)));
    if (rules === 'words' && size === NARROW) found.push(...(await axeFaults(tab, rulesOfWords)));
    faults.push(...found.map((each) => `${name}: ${each}`));
  }
  return faults;
}

/** What axe finds, by all that we ask of it or by these rules. */
export async function axeFaults(tab: Tab, rules?: readonly string[]): Promise<readonly string[]> {
  if (!(await tab.evaluate(() => 'axe' in globalThis))) await tab.evaluate(axeSource);
  const runOnly: RunOnly = rules
    ? { type: 'rule', values: [...rules] }
    : { type: 'tag', values: [...axeTags] };
  // What is in order is neither described nor sent: that would be most of the work.
  return tab.evaluate(async (only) => {
    const { axe } = globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } };
    const options: RunOptions = {
      runOnly: only,
      resultTypes: ['violations'],
      selectors: false,
      preload: false,
    };
    return (await axe.run(options)).violations.map(
      (each) => `${each.id}: ${each.nodes.map((node) => node.html.slice(0, 140)).join(' | ')}`,
    );
  }, runOnly);
}

/** What axe does not look at (`layout-faults.js`); `least` is how high what one presses must be, in pixels. */
export function layoutFaults(tab: Tab, language: Language, least = 44): Promise<readonly string[]> {
  return tab.evaluate(`layoutFaults(${JSON.stringify(language)}, ${least})`);
}
