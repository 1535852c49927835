import { dayOf } from '../../base/calendar.ts';
import { type CalendarDate, parseCalendarDate } from '../../base/time.ts';
import { plainTyping } from '../../base/visible-text.ts';
import type { ImportedPerson, NationalNumber, RegisteredPerson, Sex } from '../../domain/person/index.ts';
import {
  type Cell,
  read,
  readCountry,
  readNeededText,
  readNumber,
  readOptionalNumber,
  readText,
  refused,
} from './cells.ts';
import { type ParsedRow, rowFrom } from './row.ts';

/** The header of a `register import` file: its columns, with what stands in them. */
export const registerColumns = {
  national_number:
    'Number of the National Register or BIS number; spaces, dots, dashes and slashes are ignored. Must be there.',
  family_name: 'As registered. Must be there.',
  given_names: 'All of them, parted by spaces.',
  birth_date:
    'YYYY-MM-DD, with 00 for a month or day that is unknown: 1985-07-00, 1985-00-00; empty or 0000-00-00 when nothing is known.',
  birth_place: 'As registered.',
  sex: 'F, M, female, male or empty.',
  nationality: 'Country code of two letters.',
  street: 'With number and box.',
  postcode: 'At most 20 characters.',
  municipality: 'Or town abroad.',
  country: 'Country code of two letters.',
  replaced_by:
    'The number that the person has instead of this one, where the register replaced it. May be left out.',
  ended_on:
    'YYYY-MM-DD: on which day the person died or was struck off. May be left out; where the column is there, an empty one takes an end back.',
} as const;

/** Columns that a file may lack. */
export const optionalRegisterColumns = ['replaced_by', 'ended_on'] as const;

const SEXES: Readonly<Record<string, Sex>> = { F: 'female', FEMALE: 'female', M: 'male', MALE: 'male' };
const OLDEST_YEAR = 1850;

type Optional = (typeof optionalRegisterColumns)[number];
type RegisterCells = Readonly<
  Record<Exclude<keyof typeof registerColumns, Optional>, string> & Partial<Record<Optional, string>>
>;

/** Reads one row of the register of persons. Only the number and the family name must be there. */
export function parseRegisterRow(cells: RegisterCells, today: Date): ParsedRow<ImportedPerson> {
  const number = readNumber(cells.national_number, today);
  const parsed = rowFrom({
    national_number: number,
    family_name: readNeededText(cells.family_name, 200),
    given_names: readText(cells.given_names, 200),
    birth_date: readBirthDate(cells.birth_date, today),
    birth_place: readText(cells.birth_place, 200),
    sex: readSex(cells.sex),
    nationality: readCountry(cells.nationality),
    street: readText(cells.street, 200),
    postcode: readText(cells.postcode, 20),
    municipality: readText(cells.municipality, 200),
    country: readCountry(cells.country),
    replaced_by: readReplacement(cells.replaced_by ?? '', number, today),
    ended_on: readEnd(cells.ended_on ?? '', today),
  });
  if (parsed.kind === 'refused') return parsed;
  const { row } = parsed;
  const person: ImportedPerson = {
    number: row.national_number,
    familyName: row.family_name,
    givenNames: row.given_names ?? '',
    birthDate: row.birth_date,
    birthPlace: row.birth_place,
    sex: row.sex,
    nationality: row.nationality,
    address: {
      street: row.street,
      postcode: row.postcode,
      municipality: row.municipality,
      country: row.country,
    },
    ...(row.replaced_by === null ? {} : { replacedBy: row.replaced_by }),
    ...(cells.ended_on === undefined ? {} : { endedOn: row.ended_on }),
  };
  return { kind: 'parsed', row: person };
}

/** A whole date, or one with parts unknown: `1985-07-00`, `1985-00-00`, `0000-00-00` or nothing at all. */
function readBirthDate(text: string, today: Date): Cell<RegisteredPerson['birthDate']> {
  const written = plainTyping(text) || '0000-00-00';
  const [year = 0, month = 0, day = 0] = written.split('-').map(Number);
  const asWhole = parseCalendarDate(
    written
      .replace(/-00-00$/, '-01-01')
      .replace(/-00$/, '-01')
      .replace(/^0000/, '2000'),
  );
  if (
    !/^\d{4}-\d{2}-\d{2}$/.test(written) ||
    asWhole === null ||
    (month === 0 && day !== 0) ||
    (year === 0 && month !== 0)
  ) {
    return refused('must be a date YYYY-MM-DD that exists, with 00 for a month or day that is unknown');
  }
  if (year !== 0 && (year < OLDEST_YEAR || asWhole > dayOf(today))) {
    return refused('must be the birth date of somebody who can be alive');
  }
  return read({ year: year || null, month: month || null, day: day || null });
}

function readReplacement(
  text: string,
  number: Cell<NationalNumber>,
  today: Date,
): Cell<NationalNumber | null> {
  const by = readOptionalNumber(text, today);
  const isSame =
    by.kind === 'read' &&
    number.kind === 'read' &&
    by.value?.digits.reveal() === number.value.digits.reveal();
  return isSame ? refused('must be another number') : by;
}

/** What has not happened yet ends nothing. */
function readEnd(text: string, today: Date): Cell<CalendarDate | null> {
  const written = plainTyping(text);
  if (written === '') return read(null);
  const day = parseCalendarDate(written);
  if (day === null) return refused('must be a date YYYY-MM-DD that exists');
  return day > dayOf(today) ? refused('must not be in the future') : read(day);
}

function readSex(text: string): Cell<Sex | null> {
  const written = plainTyping(text).toUpperCase();
  if (written === '') return read(null);
  const sex = SEXES[written];
  return sex ? read(sex) : refused('must be F, M, female, male or empty');
}
