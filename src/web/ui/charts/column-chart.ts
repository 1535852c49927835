import { type Html, html } from '../html.ts';
import { chartPattern, type Series } from './series.ts';

export type ColumnChart = {
  /** Unique on the page. */
  readonly id: string;
  /** What the picture shows, in a few words. */
  readonly title: string;
  /** What it says, in a sentence: also for those who do not see it. */
  readonly finding: string;
  readonly categories: readonly string[];
  readonly series: readonly Series[];
};

const WIDTH = 760;
const HEIGHT = 260;
const TOP = 22;
const BOTTOM = 34;
const LEFT = 8;

/** Columns side by side per category, from zero, with their values on them. Server-drawn: no script, no style attribute. */
export function columnChart({ id, title, finding, categories, series }: ColumnChart): Html {
  const most = Math.max(1, ...series.flatMap((each) => each.values.map((value) => value ?? 0)));
  const slot = (WIDTH - LEFT) / Math.max(1, categories.length);
  const width = Math.max(2, Math.min(64, (slot * 0.78) / series.length));
  const floor = HEIGHT - BOTTOM;
  const scale = (floor - TOP) / most;
  // Values and names stand where there is room for them; the table has them all.
  const everyName = Math.ceil(66 / slot);
  const columns = categories.map((_, place) => {
    const begin = LEFT + place * slot + (slot - width * series.length) / 2;
    return series.map((each, turn) => {
      const value = each.values[place] ?? null;
      if (value === null) return null;
      const [x, height] = [begin + turn * width, value * scale];
      const [left, top] = [x.toFixed(1), (floor - height).toFixed(1)];
      return html`<rect class="${each.look}" x="${left}" y="${top}" width="${(width - 1).toFixed(1)}" height="${height.toFixed(1)}"/><rect fill="url(#${id}-${each.look})" x="${left}" y="${top}" width="${(width - 1).toFixed(1)}" height="${height.toFixed(1)}"/>${width >= 15 && html`<text x="${(x + (width - 1) / 2).toFixed(1)}" y="${(floor - height - 5).toFixed(1)}" text-anchor="middle">${value}</text>`}`;
    });
  });
  const names = categories.map(
    (name, place) =>
      place % everyName === 0 &&
      html`<text class="soft" x="${(LEFT + (place + 0.5) * slot).toFixed(1)}" y="${HEIGHT - 12}" text-anchor="middle">${name}</text>`,
  );
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="${id}-title ${id}-desc"><title id="${id}-title">${title}</title><desc id="${id}-desc">${finding}</desc>
<defs>${series.map((each) => chartPattern(`${id}-${each.look}`, each.look))}</defs>
${columns}<path class="axis" d="M0 ${floor + 0.5}H${WIDTH}"/>${names}</svg>`;
}
