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
  const isMore = !other.every(isIn(kept)) && kept.every(isIn(other));
  const joined = isMore ? joinInto(kept, other, at) : null;
  return (
    joined ??
    other.map((row) => ({ row, whose: 'other', what: isIn(kept)(row) ? 'ended' : 'waits', onto: null }))
  );
}

/**
 * All of the other person's rows go over; of two that say the same the longer one stays. `null` when a right would then hang on a work
 * relation that lasts longer than its own.
 */
function joinInto(
  kept: readonly StandingRow[],
  other: readonly StandingRow[],
  at: Date,
): readonly JoinMove[] | null {
  const isAlike = (row: StandingRow) => (each: StandingRow) =>
    each.table === row.table && each.kind === row.kind;
  // One relation, representation or administration without an end is kept per person: the shorter one makes room.
  const makesRoom = (row: StandingRow) =>
    row.table !== 'user_rights' &&
    row.until === null &&
    other.filter(isAlike(row)).some((each) => each.until === null && !isCovered(each, [row], at));
  const replaced = kept.filter(makesRoom);
  // What hangs on a relation that makes room ends with it: what comes from the other says the same.
  const gone = kept.filter((row) => replaced.some((each) => each === row || each.id === row.relation));
  const staying = kept.filter((row) => !gone.includes(row));
  const twinOf = (row: StandingRow) => {
    const hasRights = other.some(({ relation }) => relation !== null && relation === row.id);
    return staying
      .filter(isAlike(row))
      .find((each) => isCovered(row, [each], at) && (!hasRights || isCovered(each, [row], at)));
  };
  const moves = other.map((row): JoinMove => {
    if (twinOf(row)) return { row, whose: 'other', what: 'ended', onto: null };
    const relation = other.find(({ id }) => row.relation !== null && id === row.relation);
    const onto = (relation && twinOf(relation)?.id) ?? null;
    return { row, whose: 'other', what: onto === null ? 'moved' : 'rehung', onto };
  });
  const isSecond = ({ row, what }: JoinMove) =>
    row.table !== 'user_rights' &&
    what === 'moved' &&
    row.until === null &&
    staying.filter(isAlike(row)).some((each) => each.until === null);
  if (moves.some(isSecond)) return null;
  return [...gone.map((row): JoinMove => ({ row, whose: 'kept', what: 'ended', onto: null })), ...moves];
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
