import { plainDigits } from '../../base/visible-text.ts';
import { parseNationalNumber } from '../person/index.ts';

const DIGITS = 11;
/** Late enough that every number of the years 2000 counts as one. */
const LATEST = new Date('2099-12-31T00:00:00Z');

/** Digits of any script, with what may stand between them and what does not show. */
const RUN =
  /\p{Nd}(?:[\s.\-/_,·•∙'’\uff0c\uff0e\uff0f\p{Pd}\u2212\p{Cf}\p{Default_Ignorable_Code_Point}]{0,6}\p{Nd}){10,}/gu;

/** Hides the counter and check digits of every national number in a text, as on screens: `95.50.17-•••.••`. */
export function hideNumbers(text: string): string {
  return text.replace(RUN, hideInRun);
}

/** True when a national number stands in a text, however it is written. */
export function holdsNumber(text: string): boolean {
  return hideNumbers(text) !== text;
}

/** In a run of digits and punctuation, the number may begin at any digit. */
function hideInRun(run: string): string {
  const places = [...run.matchAll(/\p{Nd}/gu)].map(({ index }) => index);
  const letters = run.split('');
  for (let first = 0; first + DIGITS <= places.length; ) {
    const own = places.slice(first, first + DIGITS);
    const read = parseNationalNumber(own.map((place) => plainDigits(run[place] ?? '')).join(''), LATEST);
    if (read.kind === 'parsed') {
      for (const place of own.slice(6)) letters[place] = '•';
      first += DIGITS;
    } else first += 1;
  }
  return letters.join('');
}
