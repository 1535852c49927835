import { createHash } from 'node:crypto';
import type { Sent, Statement } from '../statement.ts';
import { openStatementTables, type StatementTables } from './statement-tables.ts';

/** A change that waits; `rows` is how many it must change, where that matters. */
export type Deferred = Sent & { readonly rows?: number };

/** Makes one statement of the changes of a unit of work. */
export type Joiner = Pick<StatementTables, 'comesAfter'> & {
  /** Parts the changes that wait into those that can be one statement, in their order. */
  part(waiting: readonly Deferred[]): readonly (readonly Deferred[])[];
  /** Whether these go as one statement that stands for itself, without a transaction around it. */
  standsAlone(group: readonly Deferred[], mayBeLost: boolean): boolean;
  /**
   * Changes as one statement, which keeps all of them or none: it ends by `refuse_to_keep` when one did not change as many rows as it
   * must. `mayBeLost`: its commit does not wait for the disk.
   */
  join(group: readonly Deferred[], mayBeLost?: boolean): Sent;
};

/**
 * The code paths decide which changes meet, so joined statements are few. Should that ever be untrue, the rest goes without a name, so that
 * nothing grows in this process nor in a connection.
 */
const MOST_KEPT = 400;

/** Joins statements, and keeps the texts. */
export function openJoiner(): Joiner {
  const kept = new Map<string, Statement>();
  const { comesAfter, isJoinable, shareNames } = openStatementTables();
  const canJoin = (later: Statement, earlier: Statement) =>
    isJoinable(later) && isJoinable(earlier) && !comesAfter(later, earlier) && !shareNames(later, earlier);
  return {
    comesAfter,
    part(waiting) {
      const groups: Deferred[][] = [];
      for (const each of waiting) {
        const last = groups.at(-1);
        if (last?.every((earlier) => canJoin(each.statement, earlier.statement))) last.push(each);
        else groups.push([each]);
      }
      return groups;
    },
    standsAlone: (group, mayBeLost) =>
      isPlain(group, mayBeLost) || group.every(({ statement }) => isJoinable(statement)),
    join(group, mayBeLost = false) {
      const [only] = group;
      if (only !== undefined && isPlain(group, mayBeLost)) return only;
      const unsaid = group.find(({ statement }) => !isJoinable(statement));
      if (unsaid) throw new Error(`${unsaid.statement.name} cannot be joined: it needs its parts said`);
      const values = group.flatMap(({ values: own, rows }) => (rows === undefined ? own : [...own, rows]));
      const parts = group.map(({ statement, rows }) => `${statement.name}${rows === undefined ? '' : '!'}`);
      const key = `${parts.join(' + ')}${mayBeLost ? ' (may be lost)' : ''}`;
      const found = kept.get(key);
      if (found !== undefined) return { statement: found, values };
      const text = `/* ${key} */ ${joinedText(group, mayBeLost)}`;
      if (kept.size >= MOST_KEPT) return { statement: { name: '', text }, values };
      const statement = { name: shortName(text), text };
      kept.set(key, statement);
      return { statement, values };
    },
  };
}

/** One that nothing is asked of: it goes as it is, under its own name. */
function isPlain(group: readonly Deferred[], mayBeLost: boolean): boolean {
  return group.length === 1 && group[0]?.rows === undefined && !mayBeLost;
}

/** PostgreSQL cuts names after 63 bytes, and takes for the same what is then the same. */
function shortName(text: string): string {
  return `joined.${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
}

function joinedText(group: readonly Deferred[], mayBeLost: boolean): string {
  let before = 0;
  const ctes: string[] = [];
  const outcomes: string[] = [];
  for (const [place, { statement, values, rows }] of group.entries()) {
    const { with: parts, last } = statement.parts ?? { with: [], last: statement.text };
    const own = (text: string) => renumber(text, before);
    const returning = /^\s*select\b|\breturning\b/.test(last) ? '' : '\nreturning 1';
    ctes.push(...parts.map(own), `change_${place} as (\n${own(last)}${returning}\n)`);
    // Counting them in this order makes them happen in this order.
    const count = `(select count(*) from change_${place})`;
    before += values.length;
    if (rows === undefined) {
      outcomes.push(count);
    } else {
      before += 1;
      const refusal = `refuse_to_keep('${statement.name}')`;
      outcomes.push(`case when ${count} = $${before}::bigint then true else ${refusal} end`);
    }
  }
  if (mayBeLost) outcomes.push("set_config('synchronous_commit', 'off', true)");
  return `with ${ctes.join(',\n')}\nselect ${outcomes.join(',\n')}`;
}

/** The parameters of a text, counted on from `before`; what stands in quotes and comments is none. */
function renumber(text: string, before: number): string {
  return text.replace(/'[^']*'|"[^"]*"|--[^\n]*|\/\*.*?\*\/|\$(\d+)/gs, (whole, number?: string) =>
    number === undefined ? whole : `$${Number(number) + before}`,
  );
}
