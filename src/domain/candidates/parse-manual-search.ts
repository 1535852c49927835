import { parseCalendarDate } from '../../base/time.ts';
import { foldName } from './fold-name.ts';
import type { Sought } from './model.ts';
import { spellingsOf } from './name-spellings.ts';

const LONGEST_NAME = 300;
const FEWEST_LETTERS = 2;

/** What an agent typed; the birth date as `YYYY-MM-DD`, or empty. */
export type ManualSearch = {
  readonly familyName: string;
  readonly givenNames: string;
  readonly birthDate: string;
};

export type ParsedManualSearch =
  | { readonly kind: 'parsed'; readonly sought: Sought }
  | { readonly kind: 'refused'; readonly reason: 'too-little' | 'birth-date' | 'too-long' };

/** Reads a search by hand: at least two letters of a family name, or a whole birth date, so that it asks for somebody. */
export function parseManualSearch(search: ManualSearch): ParsedManualSearch {
  const familyName = search.familyName.trim();
  const givenNames = search.givenNames.trim();
  const written = search.birthDate.trim();
  if (familyName.length > LONGEST_NAME || givenNames.length > LONGEST_NAME) return refused('too-long');
  const date = written === '' ? null : parseCalendarDate(written);
  if (written !== '' && date === null) return refused('birth-date');
  const letters = spellingsOf({ latin: familyName, original: null }).map((name) =>
    foldName(name).replaceAll(' ', ''),
  );
  if (date === null && letters.every((name) => name.length < FEWEST_LETTERS)) return refused('too-little');
  const [year = null, month = null, day = null] = date === null ? [] : date.split('-').map(Number);
  return {
    kind: 'parsed',
    sought: {
      familyName: { latin: familyName, original: null },
      givenNames: { latin: givenNames, original: null },
      previousNames: [],
      birthDate: { year, month, day },
      birthPlace: null,
      birthCountry: null,
      sex: null,
      nationalities: [],
      municipality: null,
    },
  };
}

function refused(reason: Extract<ParsedManualSearch, { kind: 'refused' }>['reason']): ParsedManualSearch {
  return { kind: 'refused', reason };
}
