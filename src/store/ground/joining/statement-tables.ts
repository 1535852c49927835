import type { Statement } from '../statement.ts';

/** What statements do to tables, read out of their texts, of each once. */
export type StatementTables = {
  /** Whether a statement can be a part of another: PostgreSQL allows a `with` that changes something at the top alone. */
  isJoinable(statement: Statement): boolean;
  /**
   * Whether `later` must come after `earlier`: its text names a table that the earlier one writes. Of a statement that writes none, such
   * as a setting, everything may depend. What a function of ours reads must be named by the text that calls it.
   */
  comesAfter(later: Statement, earlier: Statement): boolean;
  /** Whether both call a part of theirs by one name. */
  shareNames(one: Statement, other: Statement): boolean;
};

type Read = {
  readonly words: ReadonlySet<string>;
  readonly written: readonly string[];
  readonly isJoinable: boolean;
  readonly names: readonly string[];
};

/** Reads statements, and keeps what it read as long as they live. */
export function openStatementTables(): StatementTables {
  const known = new WeakMap<Statement, Read>();
  const of = (statement: Statement) => {
    const found = known.get(statement);
    if (found !== undefined) return found;
    const fresh = read(statement);
    known.set(statement, fresh);
    return fresh;
  };
  return {
    isJoinable: (statement) => of(statement).isJoinable,
    comesAfter(later, earlier) {
      const { written } = of(earlier);
      return written.length === 0 || written.some((table) => of(later).words.has(table));
    },
    shareNames: (one, other) => of(one).names.some((name) => of(other).names.includes(name)),
  };
}

function read({ text, parts }: Statement): Read {
  // Not `for update` nor `do update`, which name no table.
  const writes = text.matchAll(
    /\b(?:insert\s+into|delete\s+from|(?<!\b(?:for|key|do)\s+)update)\s+([a-z_]+)/g,
  );
  const written = [...writes].map(([, table = '']) => table);
  // What is quoted by dollars may hold what looks like a parameter.
  const isQuoted = /\$[a-z_]*\$/i.test(text);
  return {
    words: new Set(text.match(/[a-z_][a-z0-9_]*/g)),
    written,
    isJoinable: (written.length === 1 || parts !== undefined) && !isQuoted,
    names: parts?.with.map((part) => /^\w+/.exec(part)?.[0] ?? '') ?? [],
  };
}
