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
import type { PersonId } from '../person/index.ts';
import type { PersonTies } from '../rights/index.ts';
import { capacitiesOf, keyOf } from './index.ts';

const example = makeOrganisation('EA', '0403019261');
const other = makeOrganisation('EA', '0206731645');
const town = makeOrganisation('LB', '0207509031');

function found(ties: PersonTies, changes: Partial<OidcApplication> = {}) {
  return capacitiesOf({ person: anna, ties, application: makeApplication(changes), at });
}

function reasons(ties: PersonTies, changes: Partial<OidcApplication> = {}) {
  const { usable, unusable } = found(ties, changes);
  assert.deepEqual(usable, []);
  return unusable.map((each) => each.reason);
}

describe('a person may act for an organisation', () => {
  test('by a user right with the context it asks for', () => {
    const [capacity, ...rest] = found(employ(noTies, example, [{}])).usable;
    assert.equal(rest.length, 0);
    assert.ok(capacity?.kind === 'organisation');
    assert.deepEqual(capacity.basis, ['right']);
    assert.deepEqual(capacity.rights, [
      { right: 'KLIPgebruiker', contexts: ['Planaanvrager'], organisation: example.code },
    ]);
    assert.equal(capacity.voId, 'vo-EA');
    assert.equal(capacity.email, 'anna@example.org');
  });

  test('by two grants of one right, told once with the contexts of both', () => {
    const [capacity] = found(employ(noTies, example, [{}, { contexts: ['Raadpleger', 'Onbekend'] }])).usable;
    assert.ok(capacity?.kind === 'organisation');
    assert.deepEqual(
      capacity.rights.map((right) => right.contexts),
      [['Planaanvrager', 'Raadpleger']],
    );
  });

  test('by the law, without user management knowing, where the application is open to legal representatives', () => {
    const [capacity] = found(represent(noTies, example)).usable;
    assert.ok(capacity?.kind === 'organisation');
    assert.deepEqual(capacity.basis, ['legal-representative']);
    assert.equal(capacity.voId, null);
    assert.deepEqual(reasons(represent(noTies, example), { openToLegalRepresentatives: false }), [
      { kind: 'no-right' },
    ]);
  });

  test('by a work relation alone, where the application asks for no right', () => {
    const [capacity] = found(employ(noTies, example), { rights: [], rightRequired: false }).usable;
    assert.ok(capacity?.kind === 'organisation');
    assert.deepEqual(capacity.basis, ['work-relation']);
  });
});

describe('a person may not act for an organisation, and is told why', () => {
  test('when there is no right, or not for this application', () => {
    assert.deepEqual(reasons(employ(noTies, example)), [{ kind: 'no-right' }]);
    assert.deepEqual(reasons(employ(noTies, example, [{ application: 'gipod' as OidcApplication['id'] }])), [
      { kind: 'no-right' },
    ]);
    assert.deepEqual(reasons(employ(noTies, example, [{ right: 'Afgeschaft' }])), [{ kind: 'no-right' }]);
  });

  test('when the right ended or has not begun', () => {
    assert.deepEqual(reasons(employ(noTies, example, [{ validity: { ...always, until: lastYear } }])), [
      { kind: 'right-ended', on: lastYear },
    ]);
    assert.deepEqual(reasons(employ(noTies, example, [{ validity: { from: nextYear, until: null } }])), [
      { kind: 'right-not-yet', from: nextYear },
    ]);
  });

  test('at the very moment at which the right ends', () => {
    assert.equal(
      found(employ(noTies, example, [{ validity: { ...always, until: new Date(at.getTime() + 1) } }])).usable
        .length,
      1,
    );
    assert.deepEqual(reasons(employ(noTies, example, [{ validity: { ...always, until: at } }])), [
      { kind: 'right-ended', on: at },
    ]);
  });

  test('when the work relation ended, and the right with it', () => {
    const ended = { validity: { ...always, until: lastYear } };
    const [one, other] = [reasons(employ(noTies, example, [{}], ended)), employ(noTies, example, [], ended)];
    assert.deepEqual(one, [{ kind: 'relation-ended', on: lastYear }]);
    assert.deepEqual(reasons(other, { rights: [], rightRequired: false }), one);
  });

  test('when the right lacks the context without which it means nothing', () => {
    assert.deepEqual(reasons(employ(noTies, example, [{ contexts: [] }])), [
      { kind: 'context-missing', right: 'KLIPgebruiker' },
    ]);
    assert.deepEqual(reasons(employ(noTies, example, [{ contexts: ['Onbekend'] }])), [
      { kind: 'context-missing', right: 'KLIPgebruiker' },
    ]);
  });

  test('when the organisation itself ended', () => {
    const gone = makeOrganisation('EA', '0403019261', { validity: { ...always, until: lastYear } });
    assert.deepEqual(reasons(represent(employ(noTies, gone, [{}]), gone)), [
      { kind: 'organisation-ended', on: lastYear },
    ]);
  });

  test('when the work relation is still to begin, and when a right begins later than that', () => {
    const coming = { validity: { from: nextYear, until: null } };
    assert.deepEqual(reasons(employ(noTies, example, [], coming)), [
      { kind: 'relation-not-yet', from: nextYear },
    ]);
    const later = new Date(nextYear.getTime() + 1000);
    const right = { validity: { from: later, until: null } };
    assert.deepEqual(reasons(employ(noTies, example, [right], coming)), [
      { kind: 'right-not-yet', from: later },
    ]);
  });

  test('when the representation ended, where that would be enough', () => {
    const was = represent(noTies, example, lastYear);
    assert.deepEqual(reasons(was), [{ kind: 'representation-ended', on: lastYear }]);
    assert.deepEqual(reasons(was, { openToLegalRepresentatives: false }), []);
  });

  test('when the organisation is still to begin', () => {
    const coming = makeOrganisation('EA', '0403019261', { validity: { from: nextYear, until: null } });
    assert.deepEqual(reasons(employ(noTies, coming, [{}])), [
      { kind: 'organisation-not-yet', from: nextYear },
    ]);
  });

  test('when the application is not open to its kind, unless there is another way in', () => {
    assert.deepEqual(reasons(employ(noTies, town, [{}])), [{ kind: 'not-open' }]);
    assert.deepEqual(reasons(employ(noTies, town, [], { validity: { ...always, until: lastYear } })), []);
    const both = employ(employ(noTies, town, [{}]), example, [{}]);
    assert.deepEqual(found(both).unusable, []);
  });

  test('when the right or the relation is somebody else’s', () => {
    assert.equal(found(employ(noTies, example, [{}])).usable.length, 1);
    assert.deepEqual(reasons(employ(noTies, example, [{}], { person: 'somebody else' as PersonId })), []);
    assert.deepEqual(reasons(employ(noTies, example, [{ workRelation: 'of somebody else' }])), [
      { kind: 'no-right' },
    ]);
    assert.deepEqual(
      reasons(employ(employ(noTies, example), other, [{ organisation: example.id }])).map(
        (each) => each.kind,
      ),
      ['no-right', 'no-right'],
    );
  });
});

describe('the opening of an application', () => {
  const ties = employ(employ(employ(noTies, example, [{}]), other, [{}]), town, [{}]);

  test('decides which target groups exist for it', () => {
    assert.deepEqual(
      found(ties, { openTo: [{ targetGroup: 'LB', level: 'organisation' }] }).usable.map(keyOf),
      [`organisation:${town.id}`],
    );
    assert.deepEqual(
      reasons(ties, { openTo: [] }).map(({ kind }) => kind),
      ['not-open', 'not-open', 'not-open'],
    );
  });

  test('to a whole group gives one capacity with the rights of all its organisations', () => {
    const [capacity, ...rest] = found(ties, { openTo: [{ targetGroup: 'EA', level: 'group' }] }).usable;
    assert.deepEqual(rest, []);
    assert.ok(capacity?.kind === 'group');
    assert.deepEqual(capacity.organisations, [example, other]);
    assert.deepEqual(
      capacity.rights.map((right) => right.organisation),
      [example.code, other.code],
    );
    assert.equal(capacity.voId, 'vo-EA');
  });

  test('to a group in which the person may nothing gives the reasons', () => {
    const { usable, unusable } = found(employ(noTies, example), {
      openTo: [{ targetGroup: 'EA', level: 'group' }],
    });
    assert.deepEqual([usable, unusable.map((each) => each.reason.kind)], [[], ['no-right']]);
  });

  test('to citizens lets everybody in for themselves', () => {
    assert.deepEqual(found(noTies, { openTo: [{ targetGroup: 'BUR', level: 'group' }] }).usable, [
      { kind: 'citizen' },
    ]);
  });
});

test('nobody ever acts for an organisation without a basis that holds', () => {
  const validity = fc.record({
    from: fc.constantFrom(always.from, lastYear, nextYear),
    until: fc.constantFrom(null, lastYear, at, nextYear),
  });
  const organisation = fc.record({ validity, group: fc.constantFrom('EA' as const, 'LB' as const) });
  const tie = fc.record({
    organisation,
    relation: validity,
    right: validity,
    contexts: fc.subarray(['Planaanvrager', 'Onbekend']),
    kind: fc.constantFrom('works', 'holds-right', 'represents'),
  });
  const opening = fc.record({
    rightRequired: fc.boolean(),
    openToLegalRepresentatives: fc.boolean(),
    level: fc.constantFrom('group' as const, 'organisation' as const),
  });
  fc.assert(
    fc.property(fc.array(tie, { maxLength: 6 }), opening, (all, { level, ...rules }) => {
      const ties = all.reduce<PersonTies>((before, each) => {
        const one = makeOrganisation(each.organisation.group, '0403019261', {
          validity: each.organisation.validity,
        });
        if (each.kind === 'represents') return represent(before, one, each.relation.until);
        const rights = each.kind === 'holds-right' ? [{ validity: each.right, contexts: each.contexts }] : [];
        return employ(before, one, rights, { validity: each.relation });
      }, noTies);
      const { usable } = found(ties, { ...rules, openTo: [{ targetGroup: 'EA', level }] });
      const holdsAt = (each: { from: Date; until: Date | null }) =>
        each.from <= at && (each.until === null || at < each.until);
      for (const capacity of usable) {
        assert.notEqual(capacity.kind, 'citizen');
        const acting =
          capacity.kind === 'organisation'
            ? [capacity.organisation]
            : capacity.kind === 'group'
              ? capacity.organisations
              : [];
        assert.ok(acting.length > 0);
        for (const each of acting) {
          assert.ok(holdsAt(each.validity) && each.targetGroup === 'EA');
          const relation = ties.workRelations.find(
            (one) => one.organisation === each.id && holdsAt(one.validity),
          );
          const right = ties.rights.find(
            (one) =>
              one.organisation === each.id && holdsAt(one.validity) && one.contexts.includes('Planaanvrager'),
          );
          const law = ties.representations.find(
            (one) => one.organisation === each.id && holdsAt(one.validity),
          );
          assert.ok(
            (relation && right) ||
              (law && rules.openToLegalRepresentatives) ||
              (relation && !rules.rightRequired),
          );
        }
      }
    }),
  );
});
