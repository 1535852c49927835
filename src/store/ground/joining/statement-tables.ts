import type { Statement } from '../statement.ts';

/** What statements do to tables, read out of their texts, of each once. */
export type StatementTables = {
  /** Whether a statement changes exactly one table, and that once. */
  writesOne(statement: Statement): boolean;
  /**
   * Whether `later` must come after `earlier`: its text names a table that the earlier one writes. Of a statement that writes none, such
   * as a setting, everything may depend. What a function of ours reads must be named by the text that calls it.
   */
  comesAfter(later: Statement, earlier: Statement): boolean;
};

type Read = { readonly words: ReadonlySet<string>; readonly written: readonly string[] };

/** Reads statements, and keeps what it read as long as they live. */
export function openStatementTables(): StatementTables {
  const known = new WeakMap<Statement, Read>();
  const of = (statement: Statement) => {
    const found = known.get(statement) ?? read(statement.text);
    known.set(statement, found);
    return found;
  };
  return {
    writesOne: (statement) => of(statement).written.length === 1,
    comesAfter(later, earlier) {
      const { written } = of(earlier);
      return written.length === 0 || written.some((table) => of(later).words.has(table));
    },
  };
}

function read(text: string): Read {
  // Not `for update` nor `do update`, which name no table.
  const writes = text.matchAll(
    /\b(?:insert\s+into|delete\s+from|(?<!\b(?:for|key|do)\s+)update)\s+([a-z_]+)/g,
  );
  return {
    words: new Set(text.match(/[a-z_][a-z0-9_]*/g)),
    written: [...writes].map(([, table = '']) => table),
  };
}
