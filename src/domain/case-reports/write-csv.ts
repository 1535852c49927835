/**
 * Comma-separated values (RFC 4180) that spreadsheets open as text and numbers, never as formulas: a text that begins like one
 * gets an apostrophe in front (OWASP "CSV injection"), and so does what begins like one behind a semicolon or tab, where spreadsheets of
 * countries with a decimal comma begin a new cell. Begins with the mark by which spreadsheets know UTF-8.
 */
export function writeCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const harmless = value.replace(/(^|[;\t\r\n])([\s"]*[=+\-@＝＋－＠]|[\t\r\n])/g, "$1'$2");
  return /[",\r\n']/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
