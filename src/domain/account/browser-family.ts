/** What a person recognises their browser by, in words: no version and nothing else of what it tells about itself. */
export const browserNames = ['firefox', 'chrome', 'edge', 'safari', 'other'] as const;
export const systemNames = ['windows', 'macos', 'android', 'ios', 'linux', 'other'] as const;
export type BrowserFamily = {
  readonly browser: (typeof browserNames)[number];
  readonly system: (typeof systemNames)[number];
};

/** Browsers call themselves by the names of others too: the first that fits is the one. */
const browsers: readonly (readonly [BrowserFamily['browser'], RegExp])[] = [
  ['edge', /\bEdg(?:A|iOS)?\//],
  ['firefox', /\b(?:Firefox|FxiOS)\//],
  ['chrome', /\b(?:Chrome|Chromium|CriOS)\//],
  ['safari', /\bSafari\//],
];
const systems: readonly (readonly [BrowserFamily['system'], RegExp])[] = [
  ['android', /\bAndroid\b/],
  ['ios', /\b(?:iPhone|iPad|iPod)\b/],
  ['windows', /\bWindows\b/],
  ['macos', /\bMacintosh\b/],
  ['linux', /\bLinux\b/],
];
const LONGEST = 1000;

/** Reads the family of a browser out of what it says of itself (`User-Agent`): for words alone, nothing rests on it. */
export function browserFamilyOf(userAgent: string | undefined): BrowserFamily {
  const said = (userAgent ?? '').slice(0, LONGEST);
  return {
    browser: browsers.find(([, shape]) => shape.test(said))?.[0] ?? 'other',
    system: systems.find(([, shape]) => shape.test(said))?.[0] ?? 'other',
  };
}

/** `firefox windows`. */
export function writeBrowserFamily({ browser, system }: BrowserFamily): string {
  return `${browser} ${system}`;
}

/** Reads what `writeBrowserFamily` wrote; what is neither is of no known family. */
export function readBrowserFamily(text: string): BrowserFamily {
  const [browser, system] = text.split(' ');
  return {
    browser: browserNames.find((each) => each === browser) ?? 'other',
    system: systemNames.find((each) => each === system) ?? 'other',
  };
}
