import type { ClientBase, Pool } from 'pg';

/** A hand-written query. Its name is that of the prepared statement, so it shows up in the database's own statistics. */
export type Statement = { readonly name: string; readonly text: string };

/** Runs statements: on a pooled connection each, or all of them in one transaction. */
export type Queries = {
  /** All rows, as the database types them; the caller reads them into its own types. */
  all<Row>(statement: Statement, values: readonly unknown[]): Promise<readonly Row[]>;
  /** The first row, or `null`. */
  first<Row>(statement: Statement, values: readonly unknown[]): Promise<Row | null>;
  /** How many rows were changed. */
  change(statement: Statement, values: readonly unknown[]): Promise<number>;
};

/** Statements on a connection or a pool. Errors of the database come through as they are. */
export function queriesOn(connection: Pool | ClientBase): Queries {
  const run = ({ name, text }: Statement, values: readonly unknown[]) =>
    connection.query({ name, text, values: values as unknown[] });
  return {
    async all<Row>(statement: Statement, values: readonly unknown[]) {
      return (await run(statement, values)).rows as Row[];
    },
    async first<Row>(statement: Statement, values: readonly unknown[]) {
      const { rows } = await run(statement, values);
      return rows.length === 0 ? null : (rows[0] as Row);
    },
    async change(statement, values) {
      return (await run(statement, values)).rowCount ?? 0;
    },
  };
}
