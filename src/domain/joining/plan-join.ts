import type { Validity } from '../../base/time.ts';
import type { JoinMove, StandingRow } from './model.ts';

/**
 * What becomes of the standing of two persons who are joined, organisation by organisation: nobody gains what neither had alone. Where
 * one of both had all that the other had, the joined person has what that one had. Otherwise the kept person keeps what they had, and
 * what comes from the other waits until an administrator of the organisation says yes, unless it is there already.
 */
export function planJoin(
  kept: readonly StandingRow[],
  other: readonly StandingRow[],
  at: Date,
): readonly JoinMove[] {
  const organisations = new Set(other.map(({ organisation }) => organisation));
  return [...organisations].flatMap((organisation) => {
    const of = (rows: readonly StandingRow[]) => rows.filter((row) => row.organisation === organisation);
    return planIn(of(kept), of(other), at);
  });
}

function planIn(kept: readonly StandingRow[], other: readonly StandingRow[], at: Date): readonly JoinMove[] {
  const isIn = (rows: readonly StandingRow[]) => (row: StandingRow) => isCovered(row, rows, at);
  if (!other.every(isIn(kept)) && kept.every(isIn(other))) return joinInto(kept, other, at);
  return other.map((row) => ({ row, what: isIn(kept)(row) ? 'ended' : 'waits', onto: null }));
}

/** All of the other person's rows go over; of two that say the same the longer one stays. */
function joinInto(
  kept: readonly StandingRow[],
  other: readonly StandingRow[],
  at: Date,
): readonly JoinMove[] {
  const twinOf = (row: StandingRow) =>
    kept.find((each) => each.table === row.table && each.kind === row.kind && isCovered(row, [each], at));
  const relations = new Map(
    other
      .filter((row) => row.table === 'work_relations')
      .map((row) => [row.id, twinOf(row)?.id ?? null] as const),
  );
  const moves = other.map((row): JoinMove => {
    if (twinOf(row)) return { row, what: 'ended', onto: null };
    const onto = row.table === 'user_rights' ? (relations.get(row.relation) ?? null) : null;
    return { row, what: onto === null ? 'moved' : 'rehung', onto };
  });
  const isMoved = (row: StandingRow) =>
    moves.some(
      (move) =>
        move.what === 'moved' &&
        move.row.table === row.table &&
        move.row.kind === row.kind &&
        row.table !== 'user_rights',
    );
  // One relation, representation or administration without an end is kept per person: the shorter one makes room.
  const replaced = kept.filter((row) => row.until === null && isMoved(row));
  return [...replaced.map((row): JoinMove => ({ row, what: 'ended', onto: null })), ...moves];
}

/** Whether these rows give all that a row gives, from now on as long as it does. */
export function isCovered(row: StandingRow, by: readonly StandingRow[], at: Date): boolean {
  return row.gives.every((what) =>
    by.some((each) => each.gives.includes(what) && isWithin(row.validity, each.validity, at)),
  );
}

function isWithin(inner: Validity, outer: Validity, at: Date): boolean {
  const begins = outer.from <= inner.from || outer.from <= at;
  const ends = outer.until === null || (inner.until !== null && inner.until <= outer.until);
  return begins && ends;
}
