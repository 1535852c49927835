import type { ClientBase, Pool, QueryResult } from 'pg';

/**
 * A hand-written query. Its name is that of the prepared statement, so it shows up in the database's own statistics.
 * `readsOnly` says that it changes and locks nothing: as each statement sees what is committed when it begins (READ COMMITTED),
 * it may then run before the transaction that it belongs to, which begins with the first statement that needs one.
 */
export type Statement = { readonly name: string; readonly text: string; readonly readsOnly?: true };

/** Runs statements: on a pooled connection each, or all of them in one transaction. */
export type Queries = {
  /** All rows, as the database types them; the caller reads them into its own types. */
  all<Row>(statement: Statement, values: readonly unknown[]): Promise<readonly Row[]>;
  /** The first row, or `null`. */
  first<Row>(statement: Statement, values: readonly unknown[]): Promise<Row | null>;
  /** How many rows were changed. */
  change(statement: Statement, values: readonly unknown[]): Promise<number>;
  /**
   * Runs a statement whose outcome nobody looks at: in a transaction in one packet with whatever comes next, if only the commit,
   * which fails with it; at once where there is none.
   */
  changeUnheard(statement: Statement, values: readonly unknown[]): Promise<void>;
};

/** Statements on a connection or a pool. Errors of the database come through as they are. */
export function queriesOn(connection: Pool | ClientBase): Queries {
  return queriesThrough(({ name, text }, values) => connection.query({ name, text, values: [...values] }));
}

/** Statements through a function that runs one; those that nobody waits for go through `unheard`, or at once. */
export function queriesThrough(
  run: (statement: Statement, values: readonly unknown[]) => Promise<QueryResult>,
  unheard?: (statement: Statement, values: readonly unknown[]) => void,
): Queries {
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
    async changeUnheard(statement, values) {
      if (unheard) unheard(statement, values);
      else await run(statement, values);
    },
  };
}
