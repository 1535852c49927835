import type { Cell } from './cells.ts';

/** What is wrong with one row: where, and why; never what stands there. */
export type RowProblem = { readonly line: number; readonly column: string; readonly reason: string };

export type ParsedRow<Row> =
  | { readonly kind: 'parsed'; readonly row: Row }
  | { readonly kind: 'refused'; readonly problems: readonly Omit<RowProblem, 'line'>[] };

type CellsOf<Row> = { readonly [Column in keyof Row]: Cell<Row[Column]> };

/** One row out of its cells, when all of them could be read; otherwise every reason, with its column. */
export function rowFrom<Row extends Readonly<Record<string, unknown>>>(cells: CellsOf<Row>): ParsedRow<Row> {
  const problems = Object.entries<Cell<unknown>>(cells).flatMap(([column, cell]) =>
    cell.kind === 'refused' ? [{ column, reason: cell.reason }] : [],
  );
  if (problems.length > 0) return { kind: 'refused', problems };
  const values = Object.entries<Cell<unknown>>(cells).map(([column, cell]) => [
    column,
    cell.kind === 'read' && cell.value,
  ]);
  // Every column of the row stands in `cells`, and none was refused.
  return { kind: 'parsed', row: Object.fromEntries(values) as Row };
}
