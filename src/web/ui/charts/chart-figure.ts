import type { Frame } from '../frame.ts';
import { type Fragment, type Html, html } from '../html.ts';
import { disclosure } from '../parts.ts';
import { chartLegend, type Series } from './series.ts';

export type ChartTable = {
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** Where the things that a number counts are listed, row by row, beside the name in front. */
  readonly links?: readonly (readonly (string | null)[])[];
};

export type ChartFigure = {
  readonly id: string;
  readonly title: string;
  readonly finding: string;
  readonly picture: Fragment;
  readonly series: readonly Pick<Series, 'name' | 'look'>[];
  readonly table: ChartTable;
  /** Where the numbers can be fetched as CSV; `null` for nowhere. */
  readonly csv: string | null;
  /** A sentence on what is left out. */
  readonly note?: string;
};

/** A picture with what it says in words, its numbers as a table, and a file of them. */
export function chartFigure({ words }: Frame, figure: ChartFigure): Html {
  const { id, title, finding, picture, series, table, csv, note } = figure;
  return html`<figure class="chart" id="${id}"><figcaption>${finding}</figcaption>
${series.length > 1 && chartLegend(id, series)}
<div class="picture" tabindex="0" role="region" aria-label="${title}">${picture}</div>
${note && html`<p class="hint">${note}</p>`}
${disclosure(words.say('chart.table'), numbers(words.say('chart.numbers', { title }), table))}
${csv !== null && html`<p><a href="${csv}" download>${words.say('chart.csv')}</a></p>`}</figure>`;
}

function numbers(title: string, { head, rows, links }: ChartTable): Html {
  const cell = (value: string | number | null, to: string | null | undefined) =>
    html`<td class="num">${value !== null && value !== 0 && to ? html`<a href="${to}">${value}</a>` : (value ?? '–')}</td>`;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${title}"><table class="list"><caption>${title}</caption>
<thead><tr>${head.map((name, place) => html`<th scope="col"${place > 0 && html` class="num"`}>${name}</th>`)}</tr></thead>
<tbody>${rows.map(([first, ...values], row) => html`<tr><th scope="row">${first}</th>${values.map((value, place) => cell(value, links?.[row]?.[place]))}</tr>`)}</tbody></table></div>`;
}
