import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { tries } from '../../../test/support/tries.ts';
import type { Validity } from '../../base/time.ts';
import type { OrganisationId } from '../organisation/index.ts';
import { type JoinMove, planJoin, type StandingRow, type StandingTable } from './index.ts';

const AT = new Date('2026-11-30T12:00:00Z');
const day = (days: number) => new Date(AT.getTime() + days * 86_400_000);

const row = fc.record({
  table: fc.constantFrom<StandingTable>(
    'work_relations',
    'user_rights',
    'user_rights',
    'legal_representations',
    'administrations',
  ),
  organisation: fc.constantFrom('X', 'Y'),
  right: fc.constantFrom('read', 'write', 'sign'),
  contexts: fc.uniqueArray(fc.constantFrom('a', 'b'), { maxLength: 2 }),
  from: fc.integer({ min: -5, max: 5 }),
  lasts: fc.option(fc.integer({ min: 6, max: 20 })),
});
type Drawn = typeof row extends fc.Arbitrary<infer Of> ? Of : never;

let made = 0;
function standing({ table, organisation, right, contexts, from, lasts }: Drawn): StandingRow {
  made += 1;
  const gives = {
    work_relations: ['works'],
    legal_representations: ['represents'],
    administrations: [`administers as ${right}`],
    user_rights: contexts.length === 0 ? [right] : contexts.map((each) => `${right} ${each}`),
  } as const satisfies Record<StandingTable, readonly string[]>;
  const until = lasts === null ? null : day(lasts);
  return {
    table,
    id: `${made}`,
    organisation: organisation as OrganisationId,
    kind: table === 'administrations' ? right : null,
    began: day(from).toISOString(),
    until: until?.toISOString() ?? null,
    relation: null,
    gives: gives[table],
    validity: { from: day(from), until },
  };
}

/** Lets each right hang on a work relation of the same person there, where there is one, and count no longer. */
function hang(rows: readonly StandingRow[]): readonly StandingRow[] {
  return rows.flatMap((row) => {
    const relation = rows.find(
      ({ table, organisation }) => table === 'work_relations' && organisation === row.organisation,
    );
    if (row.table !== 'user_rights' || relation === undefined) return [row];
    const validity = within(ownTerm(row), relation.validity);
    const isEver = validity.until === null || validity.until > validity.from;
    return isEver ? [{ ...row, relation: relation.id, validity }] : [];
  });
}

const ownTerm = ({ began, until }: StandingRow): Validity => ({
  from: new Date(began),
  until: until === null ? null : new Date(until),
});

function within(one: Validity, two: Validity): Validity {
  const ends = [one.until, two.until].filter((each) => each !== null).map(Number);
  return {
    from: new Date(Math.max(Number(one.from), Number(two.from))),
    until: ends.length === 0 ? null : new Date(Math.min(...ends)),
  };
}

/** The rows of the joined person, as the plan leaves them. */
function carriedOut(kept: readonly StandingRow[], plan: readonly JoinMove[]): readonly StandingRow[] {
  const gone = plan.filter(({ what }) => what === 'ended' || what === 'waits').map(({ row }) => row);
  const stay = kept.filter((each) => !gone.includes(each));
  const come = plan.flatMap(({ row, what, onto }) =>
    what === 'moved' || what === 'rehung' ? [{ ...row, relation: onto ?? row.relation }] : [],
  );
  const all = [...stay, ...come];
  return all.flatMap((row) => {
    if (row.relation === null) return [row];
    const relation = all.find(({ id }) => id === row.relation);
    return relation ? [{ ...row, validity: within(ownTerm(row), relation.validity) }] : [];
  });
}

/** What rows give in an organisation at a moment. */
function given(rows: readonly StandingRow[], organisation: string, at: Date): ReadonlySet<string> {
  const live = rows.filter(
    ({ validity, ...each }) =>
      each.organisation === organisation &&
      validity.from <= at &&
      (validity.until === null || validity.until > at),
  );
  return new Set(live.flatMap(({ gives }) => gives));
}

/** Of relations, representations and administrations nobody has two of a kind without an end. */
function isKeepable(rows: readonly StandingRow[]): boolean {
  const open = rows
    .filter(({ table, until }) => table !== 'user_rights' && until === null)
    .map(({ table, organisation, kind }) => `${table} ${organisation} ${kind}`);
  return new Set(open).size === open.length;
}

test('whoever is joined has in no organisation, at no moment, what neither of both had alone, nor less than before', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 7 }), fc.array(row, { maxLength: 7 }), (one, two) => {
      const [kept, other] = [hang(one.map(standing)), hang(two.map(standing))];
      fc.pre(isKeepable(kept) && isKeepable(other));
      const joined = carriedOut(kept, planJoin(kept, other, AT));
      assert.ok(isKeepable(joined));
      for (const organisation of ['X', 'Y'])
        for (let days = 0; days < 21; days += 1) {
          const [all, a, b] = [joined, kept, other].map((rows) => given(rows, organisation, day(days)));
          assert.ok(all && a && b);
          assert.ok(
            [...a].every((each) => all.has(each)),
            `${[...all]} is less than the kept ${[...a]}`,
          );
          const isWithin = (by: ReadonlySet<string>) => [...all].every((each) => by.has(each));
          assert.ok(isWithin(a) || isWithin(b), `${[...all]} is more than ${[...a]} and than ${[...b]}`);
        }
    }),
    { numRuns: tries(3000) },
  );
});

test('what one of both had whole goes over, and only what would be more waits', () => {
  const of = (table: StandingTable, organisation: Drawn['organisation'], right: Drawn['right'] = 'read') =>
    standing({ table, organisation, right, contexts: [], from: -1, lasts: null });
  const [works, reads] = [of('work_relations', 'X'), of('user_rights', 'X')];
  const what = (kept: readonly StandingRow[], other: readonly StandingRow[]) =>
    planJoin(kept, other, AT).map((move) => move.what);
  assert.deepEqual(what([], [works, reads]), ['moved', 'moved']);
  assert.deepEqual(what([of('work_relations', 'Y')], [works, reads]), ['moved', 'moved']);
  assert.deepEqual(what([works, reads], [of('work_relations', 'X')]), ['ended']);
  assert.deepEqual(what([of('work_relations', 'X'), of('user_rights', 'X', 'write')], [works, reads]), [
    'ended',
    'waits',
  ]);
  assert.deepEqual(what([of('legal_representations', 'X')], [works, reads]), ['waits', 'waits']);
});
