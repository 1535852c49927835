import { type Fragment, type Html, html } from '../html.ts';

/** A colour with its own pattern: `c1` to `c4`, from the style sheet. */
export type SeriesLook = 'c1' | 'c2' | 'c3' | 'c4';

/** One row of values; `null` where there is none. */
export type Series = {
  readonly name: string;
  readonly look: SeriesLook;
  readonly values: readonly (number | null)[];
};

const strokes: Readonly<Record<SeriesLook, string | null>> = {
  c1: null,
  c2: 'M0 8 8 0M-2 2 2 -2M6 10 10 6',
  c3: 'M0 4H8',
  c4: 'M4 0V8M0 4H8',
};

/** The pattern over a colour, so that nobody has to tell colours apart. */
export function chartPattern(id: string, look: SeriesLook): Html {
  const stroke = strokes[look];
  return html`<pattern id="${id}" width="8" height="8" patternUnits="userSpaceOnUse">${stroke && html`<path class="hatch" d="${stroke}"/>`}</pattern>`;
}

/** What each colour and pattern stands for, in text. */
export function chartLegend(id: string, series: readonly Pick<Series, 'name' | 'look'>[]): Fragment {
  return html`<ul class="legend">${series.map(({ name, look }) => html`<li><svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false"><defs>${chartPattern(`${id}-legend-${look}`, look)}</defs><rect class="${look}" width="16" height="16"/><rect fill="url(#${id}-legend-${look})" width="16" height="16"/></svg>${name}</li>`)}</ul>`;
}
