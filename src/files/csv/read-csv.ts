import { type Encoding, linesOf } from '../text/lines-of.ts';
import { readRecord, type Separator } from './csv-record.ts';

/** A row of a CSV file with the line on which it begins, counted from 1. */
export type CsvRow =
  | { readonly kind: 'row'; readonly line: number; readonly fields: readonly string[] }
  | { readonly kind: 'broken'; readonly line: number; readonly reason: string };

/** A quoted field may go on over this many lines, and a row over this many characters: past it, its quote was never closed. */
const MOST_LINES = 20;
const LONGEST_ROW = 20_000;

/**
 * Reads CSV (RFC 4180: double quotes, any line break) in bounded memory; the first line says what parts the fields. A broken row is told and
 * costs no other: after a quote that never closes, reading goes on with the next line. Empty lines are passed over.
 */
export async function* readCsv(
  bytes: AsyncIterable<Uint8Array>,
  encoding: Encoding = 'utf-8',
): AsyncGenerator<CsvRow> {
  let held: Held[] = [];
  let separator: Separator | null = null;
  for await (const line of linesOf(bytes, LONGEST_ROW, encoding)) {
    const isFirst = separator === null;
    // Blank rows above a table, whatever parts them.
    if (isFirst && !/[\p{L}\p{N}"]/u.test(line.text)) continue;
    separator ??= separatorOf(line.text);
    // A line for one program alone.
    if (isFirst && /^"?sep=.?"?$/i.test(line.text)) continue;
    held.push(line);
    const { rows, rest } = take(held, false, separator ?? ',');
    yield* rows;
    held = rest;
  }
  yield* take(held, true, separator ?? ',').rows;
}

/** No name in a header holds any of them: a comma decides, then a semicolon, then a tab. */
function separatorOf(header: string): Separator {
  const said = /^"?sep=([,;\t])"?$/i.exec(header)?.[1];
  const found = ([',', ';', '\t'] as const).find((each) => each === said || (!said && header.includes(each)));
  return found ?? ',';
}

type Held = { readonly line: number; readonly text: string; readonly isTooLong: boolean };

/** Takes as many rows as can be told from the lines that are held back. */
function take(
  lines: readonly Held[],
  isEnd: boolean,
  separator: Separator,
): { readonly rows: readonly CsvRow[]; readonly rest: Held[] } {
  const rows: CsvRow[] = [];
  let rest = [...lines];
  while (rest.length > 0) {
    const [first] = rest;
    if (first === undefined) break;
    const { row, used } = readFirst(rest, isEnd, separator);
    if (row === 'wait') break;
    if (row !== 'empty') rows.push({ ...row, line: first.line });
    rest = rest.slice(used);
  }
  return { rows, rest };
}

type First =
  | { readonly row: 'wait' | 'empty'; readonly used: number }
  | { readonly row: Unplaced; readonly used: number };
type Unplaced =
  | { readonly kind: 'row'; readonly fields: readonly string[] }
  | { readonly kind: 'broken'; readonly reason: string };

function readFirst(lines: readonly Held[], isEnd: boolean, separator: Separator): First {
  const broken = (reason: string): First => ({ row: { kind: 'broken', reason }, used: 1 });
  if (lines[0]?.isTooLong) return broken(`the row is longer than ${LONGEST_ROW} characters`);
  if (lines[0]?.text === '') return { row: 'empty', used: 1 };
  let text = '';
  for (const [index, line] of lines.entries()) {
    text = index === 0 ? line.text : `${text}\n${line.text}`;
    if (line.isTooLong || text.length > LONGEST_ROW) break;
    const record = readRecord(text, separator);
    if (record.kind === 'fields') return { row: checkText(record.fields), used: index + 1 };
    if (record.kind === 'broken') return broken(record.reason);
    if (index === lines.length - 1 && lines.length < MOST_LINES && !isEnd) return { row: 'wait', used: 0 };
  }
  return broken('a quote is opened and never closed');
}

/** The decoder writes U+FFFD for bytes that are not UTF-8. */
function checkText(fields: readonly string[]): Unplaced {
  if (!fields.some((field) => field.includes('\ufffd'))) return { kind: 'row', fields };
  return { kind: 'broken', reason: 'the row is not UTF-8' };
}
