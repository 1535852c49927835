import { oneLine, plainTyping } from '../../base/visible-text.ts';
import type { CsvRow } from '../csv/read-csv.ts';
import type { ParsedRow, RowProblem } from './row.ts';

/** How the rows of one kind of file are read. */
export type RowReader<Column extends string, Row> = {
  /** The names in the header, with what stands under them. */
  readonly columns: Readonly<Record<Column, string>>;
  /** Columns that a file may lack: their cells are absent then. */
  readonly optional?: readonly NoInfer<Column>[];
  parse(cells: Readonly<Record<Column, string>>, today: Date): ParsedRow<Row>;
};

export type ReadRow<Row> =
  | { readonly kind: 'row'; readonly line: number; readonly row: Row }
  | { readonly kind: 'refused'; readonly problems: readonly RowProblem[] }
  /** Without the right header nothing of a file can be understood. */
  | { readonly kind: 'wrong-header'; readonly problem: RowProblem };

/** Reads the rows of a file by the names in its header, in whatever order these stand. */
export async function* readRows<Column extends string, Row>(
  csv: AsyncIterable<CsvRow>,
  reader: RowReader<Column, Row>,
  today: Date,
): AsyncGenerator<ReadRow<Row>> {
  let header: readonly string[] | null = null;
  for await (const record of csv) {
    const { line } = record;
    if (header === null) {
      // A title row of separators alone, or blanks, above the table.
      if (isEmpty(record)) continue;
      header =
        record.kind === 'row'
          ? withoutTail(record.fields.map((name) => plainTyping(name).toLowerCase()))
          : [];
      const reason =
        record.kind === 'broken'
          ? record.reason
          : problemWithHeader(header, Object.keys(reader.columns), reader.optional ?? []);
      if (reason !== null) return yield { kind: 'wrong-header', problem: { line, column: 'header', reason } };
    } else if (!isEmpty(record)) yield readOne(record, header, reader, today);
  }
  if (header === null)
    yield { kind: 'wrong-header', problem: { line: 1, column: 'header', reason: 'the file is empty' } };
}

function readOne<Column extends string, Row>(
  record: CsvRow,
  header: readonly string[],
  reader: RowReader<Column, Row>,
  today: Date,
): ReadRow<Row> {
  const { line } = record;
  if (record.kind === 'broken')
    return { kind: 'refused', problems: [{ line, column: 'row', reason: record.reason }] };
  const isLonger = record.fields.length > header.length;
  const fields = isLonger ? withoutTail(record.fields, header.length) : record.fields;
  if (fields.length !== header.length) {
    const reason = `has ${fields.length} fields where the header has ${header.length}`;
    return { kind: 'refused', problems: [{ line, column: 'row', reason }] };
  }
  // The header was checked: it names exactly the columns of the reader.
  const cells = Object.fromEntries(header.map((name, place) => [name, fields[place]])) as Record<
    Column,
    string
  >;
  const parsed = reader.parse(cells, today);
  if (parsed.kind === 'parsed') return { kind: 'row', line, row: parsed.row };
  return { kind: 'refused', problems: parsed.problems.map((problem) => ({ line, ...problem })) };
}

/** A row of separators alone, as spreadsheets write below a table. */
function isEmpty(record: CsvRow): boolean {
  return record.kind === 'row' && record.fields.every((field) => oneLine(field) === '');
}

/** Without the empty fields at the end that a spreadsheet writes beside a table; at least so many stay. */
function withoutTail(fields: readonly string[], least = 0): readonly string[] {
  let length = fields.length;
  while (length > least && oneLine(fields[length - 1] ?? '') === '') length -= 1;
  return fields.slice(0, length);
}

function problemWithHeader(
  header: readonly string[],
  columns: readonly string[],
  optional: readonly string[],
): string | null {
  const missing = columns.filter((column) => !header.includes(column) && !optional.includes(column));
  const unknown = header.filter((column) => !columns.includes(column));
  const doubled = header.filter((column, place) => header.indexOf(column) !== place);
  if (missing.length > 0)
    return `lacks ${missing.join(', ')} (fields are parted by commas, semicolons or tabs)`;
  if (unknown.length > 0) return `has ${unknown.length} unknown names; the names are ${columns.join(', ')}`;
  return doubled.length > 0 ? `names ${doubled.join(', ')} twice` : null;
}
