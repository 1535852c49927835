import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { accessQuestions } from '../../../test/support/access-scenes.ts';
import {
  always,
  anna,
  at,
  employ,
  lastYear,
  makeApplication,
  makeOrganisation,
  noTies,
  represent,
} from '../../../test/support/capacity-examples.ts';
import { tries } from '../../../test/support/tries.ts';
import type { Validity } from '../../base/time.ts';
import { roleStrings } from '../../login/claims-of-capacity.ts';
import type { OidcApplication } from '../application/index.ts';
import type { OrganisationId } from '../organisation/index.ts';
import type { PersonTies } from '../rights/index.ts';
import { type Capacity, capacitiesOf, cutDown, findByKey, keyOf } from './index.ts';

const example = makeOrganisation('EA', '0403019261');
const other = makeOrganisation('EA', '0206731645');
const inGroup: Partial<OidcApplication> = { openTo: [{ targetGroup: 'EA', level: 'group' }] };

const ask = (ties: PersonTies, changes: Partial<OidcApplication> = {}) => ({
  person: anna,
  ties,
  application: makeApplication(changes),
  at,
});
function givenTo(ties: PersonTies, changes: Partial<OidcApplication> = {}): Capacity {
  const [capacity] = capacitiesOf(ask(ties, changes)).usable;
  assert.ok(capacity);
  return capacity;
}
/** All that an application is told of what somebody may. */
const toldOf = (capacity: Capacity | null): readonly string[] =>
  capacity === null || capacity.kind === 'citizen' ? [] : roleStrings({ ...capacity }, '3d');

describe('what is left of a capacity', () => {
  test('is all of it as long as nothing changed', () => {
    for (const changes of [{}, inGroup]) {
      const ties = represent(employ(employ(noTies, example, [{}]), other, [{}]), other);
      const capacity = givenTo(ties, changes);
      assert.deepEqual(cutDown(capacity, ask(ties, changes)), capacity);
    }
  });

  test('is without the right, and the context, that ended', () => {
    const both = employ(noTies, example, [{}, { contexts: ['Raadpleger'] }]);
    const capacity = givenTo(both);
    const ended = (contexts: string) => ({
      ...both,
      rights: both.rights.map((each) =>
        each.contexts.includes(contexts) ? { ...each, validity: { ...always, until: lastYear } } : each,
      ),
    });
    const left = cutDown(capacity, ask(ended('Raadpleger')));
    assert.ok(left?.kind === 'organisation');
    assert.deepEqual(
      left.rights.map(({ contexts }) => contexts),
      [['Planaanvrager']],
    );
  });

  test('is nothing when the relation, the organisation, or the opening of the application ended', () => {
    const ties = employ(noTies, example, [{}]);
    const capacity = givenTo(ties);
    const until = { validity: { ...always, until: lastYear } };
    const gone = { ...ties, workRelations: ties.workRelations.map((each) => ({ ...each, ...until })) };
    assert.equal(cutDown(capacity, ask(gone)), null);
    const closed = { ...ties, organisations: [{ ...example, ...until }] };
    assert.equal(cutDown(capacity, ask(closed)), null);
    assert.equal(cutDown(capacity, ask(ties, inGroup)), null);
    assert.equal(cutDown({ kind: 'citizen' }, ask(ties)), null);
  });

  test('is not what another right gives, that was given in its place', () => {
    const plain = {
      code: 'Lezer',
      name: { nl: 'Lezer' },
      description: null,
      contexts: [],
      contextRequired: false,
    };
    const changes = { rights: [...makeApplication().rights, plain] };
    const capacity = givenTo(employ(noTies, example, [{}]), changes);
    const replaced = employ(noTies, example, [{ right: 'Lezer', contexts: [] }]);
    assert.equal(capacitiesOf(ask(replaced, changes)).usable.length, 1);
    assert.equal(cutDown(capacity, ask(replaced, changes)), null);
  });

  test('keeps the law when the work relation ended, without what came of that relation', () => {
    const ties = represent(employ(noTies, example, [{}]), example);
    const until = { validity: { ...always, until: lastYear } };
    const ended = { ...ties, workRelations: ties.workRelations.map((each) => ({ ...each, ...until })) };
    const left = cutDown(givenTo(ties), ask(ended));
    assert.ok(left?.kind === 'organisation');
    assert.deepEqual(
      [left.basis, left.rights, left.voId, left.email],
      [['legal-representative'], [], null, null],
    );
  });

  test('of a group is without the organisations that are gone from it', () => {
    const ties = employ(employ(noTies, example, [{}]), other, [{}]);
    const capacity = givenTo(ties, inGroup);
    const left = cutDown(capacity, ask(employ(noTies, example, [{}]), inGroup));
    assert.ok(left?.kind === 'group');
    assert.deepEqual(left.organisations, [example]);
    assert.deepEqual(
      left.rights.map(({ organisation }) => organisation),
      [example.code],
    );
  });

  test('counts for no other organisation than the one that a proof counts for', () => {
    const ties = employ(noTies, example, [{}]);
    const only = { ...ask(ties), only: example.id };
    assert.ok(cutDown(givenTo(ties), only));
    assert.equal(cutDown(givenTo(ties), { ...only, only: 'another' as OrganisationId }), null);
  });

  test('is never more than was given, nor more than counts now, whatever happened in between', () => {
    let told = 0;
    const numRuns = tries(3000);
    const level = fc.constantFrom('organisation' as const, 'group' as const);
    // For each tie in turn, what happened to it: nothing, mostly; for each right also which contexts it has by then.
    const ended = fc.array(fc.constantFrom(false, false, false, true), { minLength: 30, maxLength: 30 });
    const contexts = fc.array(fc.subarray(['Planaanvrager', 'Raadpleger']), { minLength: 9, maxLength: 9 });
    const happened = fc.record({ ended, contexts });
    fc.assert(
      fc.property(accessQuestions, level, happened, (question, one, since) => {
        const openTo = question.application.openTo.map((each) => ({ ...each, level: one }));
        const application = makeApplication({ ...question.application, openTo });
        const before = { person: anna, ties: question.ties, application, at };
        const now = { ...before, ties: laterTies(question.ties, since) };
        for (const capacity of capacitiesOf(before).usable) {
          const left = cutDown(capacity, now);
          if (left === null) continue;
          const counts = findByKey(capacitiesOf(now), keyOf(capacity));
          assert.ok(counts, 'what is left is still a capacity');
          const names = (of: Capacity | null) => toldOf(of).flatMap((each) => pairsIn(each));
          told += names(left).length;
          for (const each of names(left)) {
            assert.ok(names(capacity).includes(each), `${each} was not given`);
            assert.ok(names(counts).includes(each), `${each} does not count`);
          }
        }
      }),
      { numRuns },
    );
    // Where a property is only looked at again, few tries may meet nothing that is told.
    assert.ok(told > 0 || numRuns < 100);
  });
});

/** `right-context:one, other` as one for each organisation. */
function pairsIn(role: string): readonly string[] {
  const [name, holders = ''] = role.split(':');
  return holders.split(', ').map((holder) => `${name}:${holder}`);
}

type Since = {
  readonly ended: readonly boolean[];
  readonly contexts: readonly (readonly string[])[];
};

/** The same ties once some of them ended, and rights have other contexts, fewer or more. */
function laterTies(ties: PersonTies, { ended, contexts }: Since): PersonTies {
  const left = [...ended];
  const end = <Each extends { readonly validity: Validity }>(each: Each): Each =>
    left.pop() ? { ...each, validity: { from: each.validity.from, until: lastYear } } : each;
  return {
    ...ties,
    organisations: ties.organisations.map(end),
    workRelations: ties.workRelations.map(end),
    representations: ties.representations.map(end),
    rights: ties.rights.map((each, index) => ({ ...end(each), contexts: contexts[index] ?? each.contexts })),
  };
}
