import type { PartialDate } from './model.ts';

export type DateAgreement =
  | 'same'
  | 'day-and-month-swapped'
  | 'one-digit-differs'
  /** Another year near by, and the month or the day of it. */
  | 'near'
  | 'incomplete'
  | 'year-same'
  | 'different'
  | 'missing';

/** How far two birth dates agree, of which any part may be unknown on either side. */
export function compareBirthDate(sought: PartialDate, registered: PartialDate): DateAgreement {
  if (sought.year === null || registered.year === null) return 'missing';
  const isYearSame = sought.year === registered.year;
  const [one, other] = [wholeDate(sought), wholeDate(registered)];
  if (one === null || other === null) return compareIncomplete(sought, registered);
  if (one === other) return 'same';
  if (isYearSame && sought.month === registered.day && sought.day === registered.month) {
    return 'day-and-month-swapped';
  }
  if (isSlipOfOneDigit(one, other)) return 'one-digit-differs';
  if (isYearSame) return 'year-same';
  const hasOnePart = sought.month === registered.month || sought.day === registered.day;
  return hasOnePart && isNearYear(sought.year, registered.year) ? 'near' : 'different';
}

function compareIncomplete(sought: PartialDate, registered: PartialDate): DateAgreement {
  if (sought.year !== registered.year) return 'different';
  const differs = (part: 'month' | 'day') =>
    sought[part] !== null && registered[part] !== null && sought[part] !== registered[part];
  return differs('month') || differs('day') ? 'year-same' : 'incomplete';
}

function isNearYear(one: number, other: number): boolean {
  return Math.abs(one - other) === 1 || isSlipOfOneDigit(String(one), String(other));
}

/** One digit is another, or two neighbours changed places. */
function isSlipOfOneDigit(one: string, other: string): boolean {
  const places = [...one].flatMap((digit, place) => (digit === other[place] ? [] : [place]));
  const [first = 0, second] = places;
  if (places.length === 1) return true;
  const isSwap = second === first + 1 && one[first] === other[second] && one[second] === other[first];
  return places.length === 2 && isSwap;
}

function wholeDate({ year, month, day }: PartialDate): string | null {
  if (year === null || month === null || day === null) return null;
  return writePartialDate({ year, month, day });
}

/** A birth date as registers write it: `1985-07-00`, unknown parts zero; `null` when nothing of it is known. */
export function writePartialDate({ year, month, day }: PartialDate): string | null {
  if (year === null && month === null && day === null) return null;
  const [y, m, d] = [String(year ?? 0).padStart(4, '0'), month ?? 0, day ?? 0];
  return `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}
