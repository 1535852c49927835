import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { parseNationalNumber, type RegisteredPerson } from '../../person/index.ts';
import type { Applicant } from '../case/model.ts';
import { isAbout, wordsOfCase, wordsOfMember } from './about-whom.ts';

const parsed = parseNationalNumber('95501799861', new Date('2026-11-02T09:00:00Z'));
assert.ok(parsed.kind === 'parsed');
const { number } = parsed;
const name = (latin: string, original: string | null = null) => ({ latin, original });
type Held = Pick<RegisteredPerson, 'familyName' | 'givenNames' | 'birthDate'>;
const born = { year: 1985, month: 10, day: 17 };
const member = (held: Partial<Held> = {}): RegisteredPerson => ({
  number,
  familyName: 'Müller',
  givenNames: 'Anna Sofie',
  birthDate: born,
  birthPlace: null,
  sex: null,
  nationality: null,
  address: { street: null, postcode: null, municipality: null, country: null },
  ...held,
});
type Whom = Parameters<typeof isAbout>[0];
const whom = (changes: Partial<Whom> = {}): Whom => ({
  familyName: name('Mueller'),
  givenNames: name('Anna'),
  birthName: null,
  birthDate: born,
  ...changes,
});

describe('a case is about somebody', () => {
  const own: readonly (readonly [string, Partial<Whom>, Partial<Held>?])[] = [
    ['of the same names and birth date, in whatever spelling', {}],
    ['whose names stand in each other’s place', { familyName: name('Anna'), givenNames: name('MULLER') }],
    ['whose document knows the year of birth alone', { birthDate: { year: 1985, month: null, day: null } }],
    ['of whom the register knows the year alone', {}, { birthDate: { year: 1985, month: null, day: null } }],
    ['who has another name since', { familyName: name('Peeters'), birthName: name('Anna Müller') }],
    ['who has one name only', { familyName: name('Müller'), givenNames: name('-') }],
  ];
  for (const [what, applicant, held] of own)
    test(what, () => assert.ok(isAbout(whom(applicant), member(held))));

  const others: readonly (readonly [string, Partial<Whom>])[] = [
    ['of another family name', { familyName: name('Peeters') }],
    ['of another given name', { givenNames: name('Berta') }],
    ['born on another day', { birthDate: { ...born, day: 18 } }],
    [
      'born in another year, of which no more is known',
      { birthDate: { year: 1986, month: null, day: null } },
    ],
  ];
  for (const [what, applicant] of others)
    test(`but not ${what}`, () => assert.ok(!isAbout(whom(applicant), member())));

  test('exactly when their words meet, so that a database can tell it too', () => {
    const names = fc.constantFrom('Müller', 'Mueller', 'Anna', 'Anna Sofie', 'Peeters', '-', '');
    const date = fc.record({
      year: fc.constantFrom(1985, 1986),
      month: fc.constantFrom(10, 11, null),
      day: fc.constantFrom(17, 18, null),
    });
    const applicants = fc.record({
      familyName: names.map((latin) => name(latin)),
      givenNames: names.map((latin) => name(latin)),
      birthName: fc.option(names.map((latin) => name(latin))),
      birthDate: date,
    }) as fc.Arbitrary<Pick<Applicant, 'familyName' | 'givenNames' | 'birthName' | 'birthDate'>>;
    const held = fc.record({ familyName: names, givenNames: names, birthDate: date });
    let about = 0;
    fc.assert(
      fc.property(applicants, held, (applicant, changes) => {
        const registered = member(changes);
        const words = new Set(wordsOfCase(applicant));
        const isSame = isAbout(applicant, registered);
        assert.equal(
          wordsOfMember(registered).some((word) => words.has(word)),
          isSame,
        );
        if (isSame) about += 1;
      }),
      { numRuns: 3000 },
    );
    assert.ok(about > 50);
  });
});
