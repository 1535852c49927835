import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { caseExample } from '../../../../test/support/case-example.ts';
import type { OrganisationId } from '../../organisation/index.ts';
import { type PersonId, parseNationalNumber, type RegisteredPerson } from '../../person/index.ts';
import { secondNeeded, type Tie } from './second-needed.ts';

const [noor, marc] = ['a', 'b'].map((each) => `${each.repeat(8)}-0000-4000-8000-000000000000` as PersonId);
assert.ok(noor && marc);
const parsed = parseNationalNumber('95501799861', new Date('2026-11-02T09:00:00Z'));
assert.ok(parsed.kind === 'parsed');
const anna: RegisteredPerson = {
  number: parsed.number,
  familyName: 'Mueller',
  givenNames: 'Anna',
  birthDate: { year: 1995, month: 10, day: 17 },
  birthPlace: null,
  sex: null,
  nationality: null,
  address: { street: null, postcode: null, municipality: null, country: null },
};
const tie = (changes: Partial<Tie> = {}): Tie => ({
  registered: anna,
  by: { person: noor },
  isLinked: false,
  isEntrusted: false,
  ...changes,
});
const needsFor = (changes: Partial<RegisteredPerson>, one = caseExample()) =>
  secondNeeded(one, tie({ registered: { ...anna, ...changes } }));

describe('one agent links alone', () => {
  test('whom the eID names, born on the same day, however the name is spelled', () => {
    for (const same of [{}, { familyName: 'Müller' }, { familyName: 'MULLER' }, { birthPlace: 'Elsewhere' }])
      assert.deepEqual(needsFor(same), [], JSON.stringify(same));
  });
});

describe('a second agent is needed', () => {
  test('for anybody whose names or birth date the eID does not show', () => {
    const others: readonly Partial<RegisteredPerson>[] = [
      { familyName: 'Peeters' },
      { givenNames: 'Berta' },
      { familyName: '', givenNames: 'Anna' },
      { birthDate: { year: 1995, month: 10, day: 18 } },
      { birthDate: { year: 1995, month: 10, day: null } },
      { birthDate: { year: null, month: null, day: null } },
      { sex: 'male' },
    ];
    for (const other of others) assert.deepEqual(needsFor(other), ['data-differ'], JSON.stringify(other));
  });

  test('where the applicant alone tells of a former name', () => {
    const example = caseExample();
    const told = { ...example, answers: { ...example.answers, previousNames: ['Anna Peeters'] } };
    assert.deepEqual(needsFor({ familyName: 'Peeters' }, told), ['data-differ']);
  });

  test('beside another eID, for whoever is trusted with more than themselves, and for what one saw alone', () => {
    const example = caseExample();
    const { identity: _, ...seen } = example.applicant;
    const atCounter = {
      ...example,
      applicant: { ...seen, identity: null },
      openedBy: { office: 'o' as OrganisationId, officer: noor },
    };
    assert.deepEqual(secondNeeded(example, tie({ isLinked: true })), ['linked-already']);
    assert.deepEqual(secondNeeded(example, tie({ isEntrusted: true })), ['staff']);
    assert.deepEqual(secondNeeded(atCounter, tie()), ['own-evidence']);
    assert.deepEqual(secondNeeded(atCounter, tie({ by: { person: marc } })), []);
  });

  test('never less when more speaks for it', () => {
    const names = fc.constantFrom('Mueller', 'Peeters', 'Anna', '', 'Müller-Peeters');
    const person = fc.record({
      familyName: names,
      givenNames: names,
      birthDate: fc.record({
        year: fc.constantFrom(1995, null),
        month: fc.constantFrom(10, 11, null),
        day: fc.constantFrom(17, 18, null),
      }),
    });
    fc.assert(
      fc.property(person, fc.boolean(), fc.boolean(), (changes, isLinked, isEntrusted) => {
        const registered = { ...anna, ...changes };
        const least = secondNeeded(caseExample(), tie({ registered }));
        const all = secondNeeded(caseExample(), tie({ registered, isLinked, isEntrusted }));
        assert.ok(least.every((need) => all.includes(need)));
        assert.equal(all.includes('linked-already'), isLinked);
        assert.equal(all.includes('staff'), isEntrusted);
        const { year, month, day } = registered.birthDate;
        if (year !== 1995 || month !== 10 || day !== 17) assert.ok(all.includes('data-differ'));
      }),
    );
  });
});
