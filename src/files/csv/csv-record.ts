/** One record of a CSV text, or why it is none. */
export type CsvRecord =
  | { readonly kind: 'fields'; readonly fields: readonly string[] }
  /** A quoted field goes on in the next line. */
  | { readonly kind: 'unfinished' }
  | { readonly kind: 'broken'; readonly reason: string };

/** What parts the fields of a file: a comma by the book, a semicolon or a tab from spreadsheets in countries with a decimal comma. */
export type Separator = ',' | ';' | '\t';

/** A field up to the separator, or in quotes with every quote in it doubled (RFC 4180, 2.5 to 2.7). */
const plainFields: Readonly<Record<Separator, RegExp>> = {
  ',': /[^",]*/,
  ';': /[^";]*/,
  '\t': /[^"\t]*/,
};
const QUOTED = /"((?:[^"]|"")*)"(?!")/;

/** Takes the record apart that stands in these lines (RFC 4180, double quotes), without its last line break. */
export function readRecord(text: string, separator: Separator = ','): CsvRecord {
  const plain = new RegExp(plainFields[separator], 'y');
  const quoted = new RegExp(QUOTED, 'y');
  if (!text.includes('"')) return { kind: 'fields', fields: text.split(separator) };
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    const isQuoted = text[at] === '"';
    const pattern = isQuoted ? quoted : plain;
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found === null) return { kind: 'unfinished' };
    at += found[0].length;
    fields.push(isQuoted ? (found[1] ?? '').replaceAll('""', '"') : found[0]);
    if (at === text.length) return { kind: 'fields', fields };
    if (text[at] !== separator)
      return {
        kind: 'broken',
        reason: 'a quote stands where none can: quote the whole field, and double the quotes in it',
      };
    at += 1;
  }
}
