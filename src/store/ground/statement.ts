import type { QueryResult } from 'pg';

/**
 * A hand-written query. Its name is that of the prepared statement, so it shows up in the database's own statistics.
 * `readsOnly` says that it changes and locks nothing: as each statement sees what is committed when it begins (READ COMMITTED),
 * it may then run before the transaction that it belongs to, which begins with the first statement that needs one.
 */
export type Statement = {
  readonly name: string;
  readonly text: string;
  readonly readsOnly?: true;
  /** Of one that changes more than one table (`statementInParts`): what stands in its `with`, and what stands behind. */
  readonly parts?: { readonly with: readonly string[]; readonly last: string };
};

/** A statement with its parameters. */
export type Sent = { readonly statement: Statement; readonly values: readonly unknown[] };

/** What many changes of one unit of work become together: one statement, made of all their items when it is sent. */
export type Gathering<Item> = (items: readonly Item[]) => Sent;

/**
 * Runs statements: on a pooled connection each, or all of them in one unit of work. In a unit of work the changes that nobody waits for
 * are deferred, and leave as one statement at its end, or before whatever must see them. All parts of one statement see what was committed
 * when it began, and nothing of each other: a change that must first wait for a lock, and read what its holder left, is not deferred.
 */
export type Queries = {
  /** All rows, as the database types them; the caller reads them into its own types. */
  all<Row>(statement: Statement, values: readonly unknown[]): Promise<readonly Row[]>;
  /** The first row, or `null`. */
  first<Row>(statement: Statement, values: readonly unknown[]): Promise<Row | null>;
  /** How many rows were changed, at once. */
  change(statement: Statement, values: readonly unknown[]): Promise<number>;
  /** A change whose outcome nobody looks at: deferred. */
  changeUnheard(statement: Statement, values: readonly unknown[]): Promise<void>;
  /**
   * A change of exactly so many rows: deferred. Where it changes fewer or more, nothing of the unit of work is kept, and it ends with
   * `ChangedMeanwhile`, which names the statement.
   */
  changeSurely(statement: Statement, values: readonly unknown[], rows?: number): Promise<void>;
  /** Changes that become one with those gathered before in the unit of work: deferred. */
  gather<Item>(gathering: Gathering<Item>, items: readonly Item[]): Promise<void>;
};

/** A statement that changes more than one table. `parts` are those of its `with`: `told as (…)`. */
export function statementInParts(name: string, parts: readonly string[], last: string): Statement {
  return { name, text: `with ${parts.join(', ')}\n${last}`, parts: { with: parts, last } };
}

/** The half of `Queries` whose outcome is looked at, through a function that runs one statement. */
export function asking(run: (sent: Sent) => Promise<QueryResult>): Pick<Queries, 'all' | 'first' | 'change'> {
  return {
    async all<Row>(statement: Statement, values: readonly unknown[]) {
      return (await run({ statement, values })).rows as Row[];
    },
    async first<Row>(statement: Statement, values: readonly unknown[]) {
      const { rows } = await run({ statement, values });
      return rows.length === 0 ? null : (rows[0] as Row);
    },
    async change(statement, values) {
      return (await run({ statement, values })).rowCount ?? 0;
    },
  };
}
