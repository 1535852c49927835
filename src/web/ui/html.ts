import { html as escapeHtml, raw } from 'hono/html';

/** Markup that is safe to send: made by `html` from literals, with every value in it escaped. */
export type Html = ReturnType<typeof raw>;

/** What may stand in a template: text is escaped, markup is kept, nothing is left out. */
export type Fragment = Html | string | number | false | null | undefined | readonly Fragment[];

/** A template whose values are escaped (`& < > " '`); attribute values must stand in double quotes. */
export function html(strings: TemplateStringsArray, ...values: readonly Fragment[]): Html {
  // Hono answers a promise only when a value is one, which `Fragment` rules out.
  return escapeHtml(strings, ...values) as Html;
}

/** Joins fragments without anything in between. */
export function join(fragments: readonly Fragment[]): Html {
  return html`${fragments}`;
}

/** Markup from a literal of our own source (icons). Never for anything that comes from outside. */
export function trusted(markup: string): Html {
  return raw(markup);
}
