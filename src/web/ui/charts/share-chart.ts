import { type Html, html } from '../html.ts';
import { chartPattern, type Series } from './series.ts';

export type ShareChart = {
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  readonly finding: string;
  readonly categories: readonly string[];
  readonly series: readonly Series[];
};

const WIDTH = 760;
const ROW = 34;
const NAMES = 190;
const TOTALS = 56;

/** One bar per category, as long as all others, divided by share; the total stands behind it. */
export function shareChart({ id, title, finding, categories, series }: ShareChart): Html {
  const room = WIDTH - NAMES - TOTALS;
  const rows = categories.map((name, place) => {
    const values = series.map((each) => each.values[place] ?? 0);
    const total = values.reduce((sum, value) => sum + value, 0);
    const y = place * ROW;
    let x = NAMES;
    const parts = series.map((each, turn) => {
      const value = values[turn] ?? 0;
      const width = total === 0 ? 0 : (value / total) * room;
      const begin = x;
      x += width;
      if (width === 0) return null;
      const box = html`x="${begin.toFixed(1)}" y="${y + 5}" width="${Math.max(1, width - 1).toFixed(1)}" height="${ROW - 12}"`;
      return html`<rect class="${each.look}" ${box}/><rect fill="url(#${id}-${each.look})" ${box}/>`;
    });
    return html`<text x="${NAMES - 10}" y="${y + 21}" text-anchor="end">${name}</text>${parts}<text class="soft" x="${WIDTH - TOTALS + 10}" y="${y + 21}">${total}</text>`;
  });
  return html`<svg viewBox="0 0 ${WIDTH} ${Math.max(1, categories.length) * ROW}" role="img" aria-labelledby="${id}-title ${id}-desc"><title id="${id}-title">${title}</title><desc id="${id}-desc">${finding}</desc>
<defs>${series.map((each) => chartPattern(`${id}-${each.look}`, each.look))}</defs>${rows}</svg>`;
}
