import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { readMonth } from '#src/base/typed/read-month.ts';
import { readWrittenDate } from '#src/base/typed/written-date.ts';
import { oneLine, visibleText } from '#src/base/visible-text.ts';
import {
  type ReadField,
  readEmail,
  readName,
  readPartialDate,
  readPlace,
  readTelephone,
} from '#src/domain/casework/case/fields.ts';
import { isNoName, nameKeys, transliterate } from '#src/domain/identity-matching/index.ts';
import { hideNumbers } from '#src/domain/notification/index.ts';
import { parseNationalNumber } from '#src/domain/person/index.ts';
import { parseRegisterRow } from '#src/files/rows/register-row.ts';
import { noNames, otherNames, otherScripts, sameNames } from '../support/names-as-written.ts';
import { dates, emails, noDates, numbers, places, telephones } from '../support/people-as-written.ts';

const today = new Date('2026-11-30T12:00:00Z');
const day = '2026-11-30';
const bounds = { today: day, century: 'past' } as const;
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

function taken<Value>(read: ReadField<Value>): Value {
  assert.equal(read.kind, 'value', JSON.stringify(read));
  return (read as { readonly value: Value }).value;
}

function imported(changes: {
  readonly family_name?: string;
  readonly birth_place?: string;
  readonly national_number?: string;
}) {
  const empty = { given_names: '', birth_date: '', birth_place: '', sex: '', nationality: '', street: '' };
  const rest = { postcode: '', municipality: '', country: '', replaced_by: '' };
  const named = { national_number: '85073003328', family_name: 'Proef' };
  const read = parseRegisterRow({ ...empty, ...rest, ...named, ...changes }, today);
  assert.ok(read.kind === 'parsed', JSON.stringify(read));
  return read.row;
}

function agree(one: string, other: string): boolean {
  const keys = nameKeys(other);
  return [...nameKeys(one)].some((key) => keys.has(key));
}

/** Taken by the form and by the import, as it shows, and never with what does not show. */
function nameTaken(name: string): void {
  const shown = taken(readName({ name }, 'name'));
  assert.doesNotMatch(shown, HIDDEN);
  assert.equal(imported({ family_name: name }).familyName, shown);
  assert.ok(agree(shown, name) || isNoName(name), 'what is kept is the same name');
}

test('the corpus of people as they are written has more than 300 rows', () => {
  const all = [
    sameNames,
    otherNames,
    otherScripts,
    noNames,
    places,
    dates,
    noDates,
    numbers,
    emails,
    telephones,
  ];
  assert.ok(all.flat().length > 300, `${all.flat().length}`);
});

describe('a name as it is written is taken by forms and imports, and is the same to matching', () => {
  for (const [one, other, practice] of sameNames)
    test(`${visibleText(one)} and ${visibleText(other)}: ${practice}`, () => {
      nameTaken(one);
      nameTaken(other);
      assert.ok(agree(one, other), `${[...nameKeys(one)]} and ${[...nameKeys(other)]}`);
    });
});

describe('another name is taken as well, and is not the same', () => {
  for (const [one, other, practice] of otherNames)
    test(`${one} and ${other}: ${practice}`, () => {
      nameTaken(one);
      nameTaken(other);
      assert.ok(!agree(one, other));
    });
});

describe('a name in its own script is taken, and means what the law of its country makes of it', () => {
  for (const [own, latin, practice] of otherScripts)
    test(`${own} is ${latin}: ${practice}`, () => {
      nameTaken(own);
      assert.ok(agree(transliterate(own) ?? '', latin), String(transliterate(own)));
    });
});

describe('a person with one name is taken, however the other is left out', () => {
  for (const [written, practice] of noNames)
    test(`${written}: ${practice}`, () => {
      nameTaken(written);
      assert.ok(isNoName(written));
      assert.equal(nameKeys(written).size, 0);
    });

  test('and a short name is a name', () => {
    for (const name of ['O', 'Xi', 'Na', 'Ng', 'Nn', 'An', 'Null', 'X', 'Ö', 'Li-Na', 'Xaxx'])
      assert.ok(!isNoName(name), name);
  });
});

describe('a place as it is written is taken', () => {
  for (const [written, practice] of places)
    test(`${visibleText(written)}: ${practice}`, () => {
      const place = taken(readPlace({ place: written }, 'place'));
      assert.doesNotMatch(place, HIDDEN);
      assert.equal(imported({ birth_place: written }).birthPlace, place);
    });

  test('and what is no place is refused', () => {
    for (const text of ['1000', '---', 'a@b.eu', 'https://x.eu', '<b>Gent</b>', '{Gent}', '= 1 + 1', ''])
      assert.equal(readPlace({ place: text }, 'place').kind, 'wrong', text);
  });
});

describe('a date as it is written is taken', () => {
  for (const [written, meant, practice] of dates)
    test(`${visibleText(written)} is ${meant}: ${practice}`, () => {
      const {
        year,
        month,
        day: dayOfMonth,
      } = taken(readPartialDate({ 'birth-day': written }, 'birth', bounds));
      const two = (part: number | null) => String(part ?? 0).padStart(2, '0');
      assert.equal(`${year}-${two(month)}-${two(dayOfMonth)}`, meant);
    });
  for (const [written, why] of noDates)
    test(`${written} is not guessed: ${why}`, () =>
      assert.deepEqual(readPartialDate({ 'birth-day': written }, 'birth', bounds), {
        kind: 'wrong',
        field: 'birth',
        code: 'not-a-date',
      }));

  test('in three fields, with the month in words or the day as an ordinal', () => {
    for (const [dayOfMonth, month] of [
      ['3', 'februari'],
      ['3', 'FÉVR.'],
      ['03', '02'],
      ['3rd', 'Feb'],
      ['3.', 'II'],
      [' 3 ', 'Φεβρουαρίου'],
      ['3', '\u200eluty'],
    ])
      assert.deepEqual(readWrittenDate({ day: dayOfMonth ?? '', month: month ?? '', year: '1980' }, day), {
        year: 1980,
        month: 2,
        day: 3,
      });
  });

  test('in whatever words: every month of every language is itself or nothing', () => {
    const names = (language: string) =>
      ['long', 'short'].flatMap((length) => {
        const month = length as 'long' | 'short';
        const format = new Intl.DateTimeFormat(language, { day: 'numeric', month, timeZone: 'UTC' });
        return Array.from({ length: 12 }, (_, index) => {
          const parts = format.formatToParts(new Date(Date.UTC(2000, index, 2)));
          return [parts.find(({ type }) => type === 'month')?.value ?? '', index + 1] as const;
        });
      });
    for (const language of 'bg hr cs da nl en et fi fr de el hu ga it lv lt mt pl pt ro sk sl es sv'.split(
      ' ',
    ))
      for (const [name, month] of names(language)) {
        const ambiguous = ['lis', 'listopada', 'lip', 'srp'].includes(name);
        assert.equal(readMonth(name), ambiguous ? null : month, `${language} ${name}`);
      }
  });

  test('or refused, whatever was typed, and never a day that does not exist', () => {
    const piece = fc.constantFrom(
      '1',
      '31',
      '00',
      '1980',
      '80',
      'feb',
      'XX',
      '.',
      '/',
      '-',
      ' ',
      'IV',
      '\u200b',
      'é',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
        const date = readWrittenDate(pieces.join(''), day);
        if (date === null) return;
        const { year, month, day: dayOfMonth } = date;
        const at = new Date(Date.UTC(2000, (month ?? 1) - 1, dayOfMonth ?? 1));
        at.setUTCFullYear(year ?? 0);
        assert.ok(year !== null && at.getUTCFullYear() === year && at.getUTCMonth() === (month ?? 1) - 1);
      }),
    );
  });
});

describe('a number or an address as it is pasted is taken', () => {
  for (const [written, practice] of numbers)
    test(`a national number with ${practice}`, () => {
      const read = parseNationalNumber(written, today);
      assert.ok(read.kind === 'parsed', JSON.stringify(read));
      assert.equal(read.number.digits.reveal(), '85073003328');
      assert.equal(imported({ national_number: written }).number.digits.reveal(), '85073003328');
      const hidden = visibleText(hideNumbers(`see ${written} here`));
      assert.match(hidden, /•/, 'and is hidden in a text all the same');
    });
  for (const [written, practice] of emails)
    test(`an e-mail address with ${practice}`, () =>
      assert.equal(taken(readEmail({ email: written }, 'email')), 'ana@example.eu'));
  for (const [written, practice] of telephones)
    test(`a telephone number with ${practice}`, () =>
      assert.equal(taken(readTelephone({ telephone: written }, 'telephone')), '+3225530000'));
});

describe('what does not show', () => {
  const mark = fc.constantFrom(
    ...'\u00ad\u034f\u061c\u115f\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202e\u2060\u2066\u2069\u3164\ufe0f\ufeff\uffa0\u{e0001}\u{e0100}',
  );
  const letter = fc.constantFrom(...'abcäößéøłžαяň');
  const letters = fc.array(letter, { minLength: 1, maxLength: 20 }).map((each) => each.join(''));

  test('never counts in a name, wherever it stands', () => {
    fc.assert(
      fc.property(letters, fc.array(mark, { minLength: 20, maxLength: 20 }), (name, marks) => {
        const sown = [...name].map((each, place) => each + (marks[place] ?? '')).join('');
        assert.equal(taken(readName({ name: sown }, 'name')), name);
        assert.deepEqual(nameKeys(sown), nameKeys(name));
        assert.deepEqual(nameKeys(sown.normalize('NFD')), nameKeys(name));
        assert.equal(imported({ family_name: sown }).familyName, name);
      }),
    );
  });

  test('leaves no name when there is nothing else', () => {
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 9 }), (marks) => {
        assert.equal(oneLine(marks.join('')), '');
        assert.deepEqual(readName({ name: marks.join('') }, 'name'), {
          kind: 'wrong',
          field: 'name',
          code: 'empty',
        });
      }),
    );
  });
});
