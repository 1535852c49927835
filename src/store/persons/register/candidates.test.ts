import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import pg from 'pg';
import { openTestStore, type TestStore } from '../../../../test/support/open-test-store.ts';
import {
  foldName,
  parseManualSearch,
  rankCandidates,
  rankFound,
  type Sought,
  searchKeys,
} from '../../../domain/candidates/index.ts';
import { countersUpTo, nextBisNumber, seriesFor } from '../../../domain/number-authority/index.ts';
import type { NationalNumber, RegisteredPerson } from '../../../domain/person/index.ts';

const at = new Date('2026-11-22T12:00:00Z');
const series = seriesFor({ birthDate: { year: 1985, month: null, day: null }, sex: null }, at)[0];
assert.ok(series);
const numbers = countersUpTo('any', 900).flatMap((counter) => {
  const next = nextBisNumber(series, counter - 1, at);
  return next === null ? [] : [next.number];
});

type Short = readonly [family: string, given: string, birthDate: string, birthPlace?: string];

/** Birth date as `1985-07-00`, unknown parts zero. */
function registered([familyName, givenNames, birthDate, birthPlace]: Short, index: number): RegisteredPerson {
  const [year = 0, month = 0, day = 0] = birthDate.split('-').map(Number);
  return {
    number: numbers[index] as NationalNumber,
    familyName,
    givenNames,
    birthDate: { year: year || null, month: month || null, day: day || null },
    birthPlace: birthPlace ?? null,
    sex: null,
    nationality: null,
    address: { street: null, postcode: null, municipality: null, country: null },
  };
}

function sought(family: string, given: string, birthDate: string, changes: Partial<Sought> = {}): Sought {
  const [year = 0, month = 0, day = 0] = birthDate.split('-').map(Number);
  return {
    familyName: { latin: family, original: null },
    givenNames: { latin: given, original: null },
    previousNames: [],
    birthDate: { year: year || null, month: month || null, day: day || null },
    birthPlace: null,
    birthCountry: null,
    sex: null,
    nationalities: [],
    municipality: null,
    ...changes,
  };
}

/** People who are nobody's candidate, and one who is. */
const others: readonly Short[] = [
  ['Peeters', 'Maria', '1985-07-30'],
  ['Janssens', 'Jan', '1985-07-30'],
  ['Dubois', 'Luc', '1985-03-07'],
  ['Rossi', 'Giulia', '1990-01-01'],
];

async function put({ store }: TestStore, people: readonly Short[]): Promise<void> {
  await store.inTransaction(['register'], async ({ register }) => {
    for (const [index, person] of people.entries()) await register.addPerson(registered(person, index));
  });
}

async function find({ store }: TestStore, who: Sought) {
  const found = await store.inTransaction(['candidates'], ({ candidates }) =>
    candidates.find(searchKeys(who), 60),
  );
  return rankCandidates(who, found);
}

const cases: readonly (readonly [what: string, held: Short, who: Sought, reason: string])[] = [
  [
    'the same name and date',
    ['Müller', 'Anna', '1985-07-30'],
    sought('MUELLER', 'Anna', '1985-07-30'),
    'family-name-same',
  ],
  [
    'Greek letters, as Greek law writes them in Latin',
    ['Papadopoulos', 'Georgios', '1985-07-30'],
    sought('Pappadopoulos', 'Yiorgos', '1985-07-30', {
      familyName: { latin: 'Pappadopoulos', original: 'Παπαδόπουλος' },
      givenNames: { latin: 'Yiorgos', original: 'Γεώργιος' },
    }),
    'family-name-same-after-transliteration',
  ],
  [
    'Bulgarian letters, as Bulgarian law writes them in Latin',
    ['Dimitrova', 'Yuliya', '1985-07-30'],
    sought('Dimitroff', 'Julia', '1985-07-30', {
      familyName: { latin: 'Dimitroff', original: 'Димитрова' },
      givenNames: { latin: 'Julia', original: 'Юлия' },
    }),
    'family-name-same-after-transliteration',
  ],
  [
    'names in each other’s place',
    ['Nguyen', 'Van An', '1985-07-30'],
    sought('Van An', 'Nguyen', '1985-07-30'),
    'name-order-swapped',
  ],
  ['one name alone', ['Suharto', '', '1985-07-30'], sought('', 'Suharto', '1985-07-30'), 'one-name-only'],
  [
    'the name before a marriage',
    ['Schmidt', 'Anna', '1985-07-30'],
    sought('Weber', 'Anna', '1985-07-30', { previousNames: ['Anna Schmidt'] }),
    'previous-name-same',
  ],
  [
    'day and month swapped',
    ['Müller', 'Anna', '1985-07-03'],
    sought('Müller', 'Anna', '1985-03-07'),
    'birth-date-day-and-month-swapped',
  ],
  [
    'a register date without a day',
    ['Müller', 'Anna', '1985-07-00'],
    sought('Müller', 'Anna', '1985-07-30'),
    'birth-date-incomplete',
  ],
  [
    'a register date with a year alone, and a name that is only alike',
    ['Papadopulos', 'Georgios', '1985-00-00'],
    sought('Papadopoulos', 'Georgios', '1985-07-30'),
    'birth-date-incomplete',
  ],
  [
    'an applicant who knows the year alone',
    ['Müller', 'Anna', '1985-07-30'],
    sought('Müller', 'Anna', '1985-00-00'),
    'birth-date-incomplete',
  ],
  [
    'an applicant who does not know the day, and a name that is only alike',
    ['Papadopulos', 'Georgios', '1985-07-30'],
    sought('Papadopoulos', 'Georgios', '1985-07-00'),
    'birth-date-incomplete',
  ],
  [
    'one digit of the year',
    ['Müller', 'Anna', '1958-07-30'],
    sought('Müller', 'Anna', '1985-07-30'),
    'birth-date-one-digit-differs',
  ],
  [
    'one digit of the day, and a name that is only alike',
    ['Papadopulos', 'Georgios', '1985-07-20'],
    sought('Papadopoulos', 'Georgios', '1985-07-30'),
    'birth-date-one-digit-differs',
  ],
  [
    'one digit of the month, and a name that is only alike',
    ['Papadopulos', 'Georgios', '1985-08-30'],
    sought('Papadopoulos', 'Georgios', '1985-07-30'),
    'birth-date-one-digit-differs',
  ],
  [
    'two slips in the date: another year and another day',
    ['Müller', 'Anna', '1986-07-13'],
    sought('Müller', 'Anna', '1985-07-30'),
    'birth-date-near',
  ],
  [
    'two slips in the date: another year and another month',
    ['Müller', 'Anna', '1984-02-28'],
    sought('Müller', 'Anna', '1985-07-28'),
    'birth-date-near',
  ],
  [
    'a misspelt name',
    ['Kowalczyk', 'Małgorzata', '1985-07-30'],
    sought('Kowalcyk', 'Malgorzatta', '1985-07-30'),
    'family-name-similar',
  ],
  [
    'two family names of which the register holds one',
    ['García', 'Ana', '1985-07-30'],
    sought('García López', 'Ana María', '1985-07-30'),
    'first-given-name-same',
  ],
  [
    'a birth place in another language',
    ['Müller', 'Anna', '1985-07-30', 'Luik'],
    sought('Müller', 'Anna', '1985-07-30', { birthPlace: 'Lüttich (Belgien)' }),
    'birth-place-other-language',
  ],
];

for (const [what, held, who, reason] of cases) {
  test(`a candidate is found in spite of, or by: ${what}`, async (t) => {
    const world = await openTestStore(t);
    await put(world, [...others, held]);
    const [first] = await find(world, who);
    assert.equal(first?.person.familyName, held[0]);
    assert.ok(first.reasons.includes(reason as never), first.reasons.join(', '));
    assert.deepEqual(await find(world, sought('Zwaluw', 'Quinten', '1971-12-24')), []);
  });
}

test('at most five candidates are shown, the likeliest first, in one order', async (t) => {
  const world = await openTestStore(t);
  const same: Short = ['Müller', 'Anna', '1985-07-30'];
  await put(world, [...Array.from({ length: 8 }, () => same), ['Müler', 'Anna', '1985-07-30'], ...others]);
  const who = sought('Müller', 'Anna', '1985-07-30');
  const shown = await find(world, who);
  assert.equal(shown.length, 5);
  const digits = shown.map(({ person }) => person.number.digits.reveal());
  assert.deepEqual(digits, [...digits].sort());
  assert.deepEqual(new Set(shown.map(({ strength }) => strength)), new Set(['strong']));
});

test('a person whose number was replaced is a candidate once, under the current number', async (t) => {
  const world = await openTestStore(t);
  await put(world, [
    ['Müller', 'Anna', '1985-07-30'],
    ['Müller', 'Anna', '1985-07-30'],
  ]);
  const [old, current] = numbers as [NationalNumber, NationalNumber];
  await world.store.inTransaction(['register'], ({ register }) => register.replaceNumber(old, current, at));
  const shown = await find(world, sought('Müller', 'Anna', '1985-07-30'));
  assert.deepEqual(
    shown.map(({ person }) => person.number.digits.reveal()),
    [current.digits.reveal()],
  );
});

test('an agent finds by the beginning of a family name, by a birth date alone, or by both', async (t) => {
  const world = await openTestStore(t);
  await put(world, [...others, ['Janssen', 'Els', '1970-02-02'], ['Van Jan', 'Piet', '1970-02-03']]);
  const search = async (familyName: string, givenNames: string, birthDate: string) => {
    const parsed = parseManualSearch({ familyName, givenNames, birthDate });
    if (parsed.kind === 'refused') return parsed.reason;
    const found = await world.store.inTransaction(['candidates'], ({ candidates }) =>
      candidates.find(searchKeys(parsed.sought), 50),
    );
    return rankFound(parsed.sought, found).map(({ person }) => person.familyName);
  };
  assert.deepEqual(await search('janss', '', ''), ['Janssen', 'Janssens']);
  assert.deepEqual(await search('Janssens', 'Jan', ''), ['Janssens']);
  assert.deepEqual(await search('', '', '1985-07-30'), ['Janssens', 'Peeters']);
  assert.deepEqual(await search('Pieters', '', '1985-07-30'), ['Peeters']);
  assert.equal(await search('J', 'Jan', ''), 'too-little');
  assert.equal(await search('', 'Jan', ''), 'too-little');
  assert.equal(await search('Jan', '', '1985-02-30'), 'birth-date');
});

test('the database folds names as the program does, whatever they hold', async (t) => {
  const { url } = await openTestStore(t);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const letters = [..."aÀéßẞæÆœŒþÞøØđĐðłŁıİħŦŋijĲﬁ ǅ-‐–—’'`.,_/\t\u00a0\u00ad\u200b\u0301ΩЖ漢9%\\"];
  const name = fc.oneof(
    fc.string({ unit: fc.constantFrom(...letters), maxLength: 20 }),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.stringMatching(/^[A-Za-z' -]{0,20}$/),
    fc.string({ unit: fc.constantFrom('a', 'é', ' '), minLength: 190, maxLength: 230 }),
  );
  const names = fc.sample(name, 3000).map((each) => each.replaceAll('\0', '').toWellFormed());
  const { rows } = await client.query<{ name: string; folded: string }>(
    'select name, fold_name(name) as folded from unnest($1::text[]) as name',
    [names],
  );
  await client.end();
  assert.equal(rows.length, names.length);
  for (const row of rows) assert.equal(foldName(row.name), row.folded, JSON.stringify(row.name));
  assert.ok(rows.filter(({ folded }) => folded !== '').length > 1000);
});
