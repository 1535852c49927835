import type { Frame } from './frame.ts';
import { type Html, html } from './html.ts';

/** What is searched, in words, and how many were found. */
export type SearchBoxProps = {
  readonly of: 'country' | 'capacity';
  readonly label: string;
  readonly hint: string;
  readonly query: string;
  readonly found: number;
  /** How many there are to search in. */
  readonly total: number;
  /** Whether all of them stand on the page: only then can the script filter them, and else the server does. */
  readonly isWhole?: boolean;
};

/**
 * A search that works as a form (GET `?q=`) and filters while one types when the script runs: the script hides items whose
 * `data-find` does not hold a word beginning with the query, and announces the count in `role="status"`.
 */
export function searchBox(
  { words, path }: Frame,
  { of, label, hint, query, found, total, isWhole = true }: SearchBoxProps,
): Html {
  const none = found === 0 && query !== '';
  const filter =
    isWhole &&
    html` data-filter data-counts="${words.counts(`${of}.count`, total)}" data-none="${words.say(`${of}.noResult`, { query: '@' })}"`;
  return html`<form role="search" method="get" action="${path}" class="field search"${filter}>
<label for="q">${label}</label>
<span class="hint" id="q-hint">${hint}</span>
<span class="search-row"><input type="search" id="q" name="q" value="${query}" maxlength="60" aria-describedby="q-hint" autocomplete="off" spellcheck="false"><button class="btn sec">${words.say('country.search.go')}</button></span>
<p class="${query === '' ? 'vh' : 'found'}" role="status">${none ? words.say(`${of}.noResult`, { query }) : words.say(`${of}.count`, { count: found })}</p>
${query !== '' && html`<p><a href="${path}">${words.say(of === 'country' ? 'country.all' : 'capacity.showAll')}</a></p>`}
</form>`;
}
