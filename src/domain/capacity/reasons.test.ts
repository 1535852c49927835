import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  always,
  anna,
  at,
  employ,
  lastYear,
  makeApplication,
  makeOrganisation,
  nextYear,
  noTies,
  represent,
} from '../../../test/support/capacity-examples.ts';
import type { OidcApplication } from '../application/index.ts';
import type { Organisation } from '../organisation/index.ts';
import type { PersonTies } from '../rights/index.ts';
import { capacitiesOf, type UnusableCapacity } from './index.ts';

const validity = fc.record({
  from: fc.constantFrom(always.from, lastYear, nextYear),
  until: fc.constantFrom(null, lastYear, at, nextYear),
});
/** Everything that can tie one person to one organisation: several relations, rights on them, and the law. */
const scene = fc.record({
  organisation: validity,
  group: fc.constantFrom('EA' as const, 'LB' as const),
  relations: fc.array(
    fc.record({
      validity,
      rights: fc.array(
        fc.record({
          validity,
          contexts: fc.subarray(['Planaanvrager', 'Onbekend']),
          right: fc.constantFrom('KLIPgebruiker', 'Afgeschaft'),
        }),
        { maxLength: 2 },
      ),
    }),
    { maxLength: 2 },
  ),
  law: fc.array(fc.constantFrom(null, lastYear, nextYear), { maxLength: 1 }),
  rules: fc.record({ rightRequired: fc.boolean(), openToLegalRepresentatives: fc.boolean() }),
});
type Scene = typeof scene extends fc.Arbitrary<infer Made> ? Made : never;

function tiesIn({ group, relations, law }: Scene, period: Scene['organisation']): [Organisation, PersonTies] {
  const one = makeOrganisation(group, '0403019261', { validity: period });
  const working = relations.reduce(
    (before, relation) => employ(before, one, relation.rights, { validity: relation.validity }),
    noTies,
  );
  return [one, law.reduce((before, until) => represent(before, one, until), working)];
}

const decide = (ties: PersonTies, application: Partial<OidcApplication>, moment = at) =>
  capacitiesOf({ person: anna, ties, application: makeApplication(application), at: moment });
const holdsAt = (each: Scene['organisation'], moment: Date) =>
  each.from <= moment && (each.until === null || moment < each.until);

/** The same ties without what the reason names: it must be gone, or it was not the reason. */
function withoutReason(scene: Scene, reason: UnusableCapacity['reason']): Scene {
  const open = <Each extends { validity: Scene['organisation'] }>(each: Each) => ({
    ...each,
    validity: { from: always.from, until: null },
  });
  switch (reason.kind) {
    case 'organisation-ended':
    case 'organisation-not-yet':
      return { ...scene, organisation: { from: always.from, until: null } };
    case 'relation-ended':
    case 'relation-not-yet':
      return { ...scene, relations: scene.relations.map(open) };
    case 'right-ended':
    case 'right-not-yet':
      return {
        ...scene,
        relations: scene.relations.map((each) => ({ ...open(each), rights: each.rights.map(open) })),
      };
    case 'context-missing':
      return {
        ...scene,
        relations: scene.relations.map((each) => ({
          ...each,
          rights: each.rights.map((right) => ({ ...right, contexts: ['Planaanvrager'] })),
        })),
      };
    case 'representation-ended':
      return { ...scene, law: [null] };
    case 'not-open':
      return { ...scene, group: 'EA' };
    case 'no-right':
      return { ...scene, relations: [{ ...open({ validity: always }), rights: [fullRight] }] };
  }
}
const fullRight = { validity: always, contexts: ['Planaanvrager'], right: 'KLIPgebruiker' as const };

describe('the reason that is told', () => {
  test('is there for everybody who is tied to an organisation now and may do nothing, once, and for nobody who may', () => {
    fc.assert(
      fc.property(scene, (one) => {
        const [, ties] = tiesIn(one, one.organisation);
        const { usable, unusable } = decide(ties, one.rules);
        assert.ok(usable.length + unusable.length <= 1);
        const tied =
          one.relations.some((each) => holdsAt(each.validity, at)) ||
          one.law.some((until) => until === null || at < until);
        const lives = one.organisation.until === null || at < one.organisation.until;
        if (tied && lives && (one.group === 'EA' || holdsAt(one.organisation, at)))
          assert.equal(usable.length + unusable.length, 1);
      }),
    );
  });

  test('is what stands in the way: without it there is access, or another reason', () => {
    const seen = new Set<string>();
    const property = fc.property(scene, (one) => {
      const [, ties] = tiesIn(one, one.organisation);
      const [told] = decide(ties, one.rules).unusable;
      if (told === undefined) return;
      const { reason } = told;
      seen.add(reason.kind);
      const changed = withoutReason(one, reason);
      const [, after] = tiesIn(changed, changed.organisation);
      const { usable, unusable } = decide(after, one.rules);
      assert.ok(usable.length === 1 || unusable[0]?.reason.kind !== reason.kind, reason.kind);
    });
    // The rarest stands in the way of one in some hundreds: more of them are looked at until each was met.
    for (let round = 0; round < 20 && seen.size < 10; round += 1) fc.assert(property, { numRuns: 2000 });
    assert.equal(seen.size, 10, [...seen].join(' '));
  });

  test('names the day on which it changes: the moment before it was otherwise, or at that moment it is', () => {
    fc.assert(
      fc.property(scene, (one) => {
        const [, ties] = tiesIn(one, one.organisation);
        const [told] = decide(ties, one.rules).unusable;
        if (told === undefined) return;
        const { reason } = told;
        const differs = (moment: Date) => {
          const [other] = decide(ties, one.rules, moment).unusable;
          return other?.reason.kind !== reason.kind;
        };
        if ('from' in reason) assert.ok(reason.from > at && differs(reason.from), reason.kind);
        if ('on' in reason) assert.ok(reason.on <= at, reason.kind);
      }),
    );
  });
});
