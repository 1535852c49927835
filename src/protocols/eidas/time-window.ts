const UTC = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z$/;

/**
 * Reads a SAML time: `xs:dateTime` in UTC (SAML core 1.3.3), at most nine fraction digits, no leap second.
 * `null` when it is absent or written otherwise.
 */
export function readInstant(text: string | null): Date | null {
  if (text === null || !UTC.test(text)) return null;
  const moment = new Date(text.replace(/(\.\d{3})\d*Z$/, '$1Z'));
  const sameDay = !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text.slice(0, 19));
  return sameDay ? moment : null;
}

/** Writes a SAML time. */
export function writeInstant(moment: Date): string {
  return moment.toISOString();
}

/** How far the clocks of two nodes may be apart, when nothing else is set: the most that the specification's samples need. */
export const DEFAULT_SKEW_MILLISECONDS = 60_000;

/** How old a response or assertion may be when it arrives: it travels with one form post. */
export const MAX_AGE_MILLISECONDS = 5 * 60_000;

/** How far ahead an assertion may claim to be valid; the replay cache must keep it that long. */
export const MAX_VALIDITY_MILLISECONDS = 24 * 60 * 60_000;
