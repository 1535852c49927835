/** The present moment, as a port: domain and login never read the machine's clock. */
export type Clock = () => Date;

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** A calendar date, `YYYY-MM-DD`, without a time zone: birth dates, notification dates. */
export type CalendarDate = `${number}-${number}-${number}`;

/** The moment `milliseconds` after (or, negative, before) another. */
export function later(moment: Date, milliseconds: number): Date {
  return new Date(moment.getTime() + milliseconds);
}

/** Parses `YYYY-MM-DD` that names a day which exists; nothing else. */
export function parseCalendarDate(text: string): CalendarDate | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return null;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year);
  const exists =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && month >= 1 ? (text as CalendarDate) : null;
}

/** A period in which something holds: from `from` on, until just before `until`. */
export type Validity = { readonly from: Date; readonly until: Date | null };

/** Whether a period covers this moment; `until` is exclusive. */
export function holds(validity: Validity, at: Date): boolean {
  return validity.from <= at && (validity.until === null || at < validity.until);
}

/** The period in which both hold; of two that do not meet it is one that never holds. */
export function overlap(one: Validity, other: Validity): Validity {
  const ends = [one.until, other.until].filter((each) => each !== null).map((each) => each.getTime());
  return {
    from: new Date(Math.max(one.from.getTime(), other.from.getTime())),
    until: ends.length === 0 ? null : new Date(Math.min(...ends)),
  };
}
