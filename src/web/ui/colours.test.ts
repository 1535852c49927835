import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';

const css = readFileSync(new URL('./assets/sluis.css', import.meta.url), 'utf8');
const tokens = /@layer tokens \{([\s\S]*?)\n\}\n/.exec(css)?.[1] ?? '';
const [light = '', dark = ''] = tokens.split('@media (prefers-color-scheme: dark)');

function colours(block: string): ReadonlyMap<string, string> {
  return new Map(
    [...block.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6});/g)].map((found) => [found[1] ?? '', found[2] ?? '']),
  );
}

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

/** Text and its ground (4.5), and lines or shapes that carry meaning (3). */
const pairs: readonly (readonly [front: string, ground: string, least: number])[] = [
  ...['bg', 'surface', 'surface-2', 'brand-soft', 'ok-soft', 'warn-soft'].map(
    (ground) => ['text', ground, 4.5] as const,
  ),
  ...['bg', 'surface', 'surface-2'].flatMap((ground) => [
    ['muted', ground, 4.5] as const,
    ['brand', ground, 4.5] as const,
    ['brand-strong', ground, 4.5] as const,
    ['line-strong', ground, 3] as const,
  ]),
  ['brand', 'brand-soft', 4.5],
  ['brand-strong', 'brand-soft', 4.5],
  ['brand', 'ok-soft', 4.5],
  ['brand', 'warn-soft', 4.5],
  ['on-brand', 'brand', 4.5],
  ['on-brand', 'brand-strong', 4.5],
  ['on-demo', 'demo', 4.5],
  ['err', 'bg', 4.5],
  ['err', 'surface', 4.5],
  ['surface', 'ok', 4.5],
  ['focus-ink', 'focus', 4.5],
];

describe('colours', () => {
  for (const [theme, block] of [
    ['light', light],
    ['dark', dark],
  ] as const) {
    test(`can be read by everybody: ${theme}`, () => {
      const found = colours(block);
      const all = new Map([...colours(light), ...found]);
      const weak = pairs
        .map(([front, ground, least]) => ({
          pair: `${front} on ${ground}`,
          ratio: contrast(all.get(front) ?? '', all.get(ground) ?? ''),
          least,
        }))
        .filter(({ ratio, least }) => !(ratio >= least));
      assert.deepEqual(weak, []);
      assert.ok(found.size > 15);
    });
  }
});
