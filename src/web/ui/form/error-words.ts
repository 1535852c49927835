import type { PlainKey } from '../../texts/values.ts';
import type { Words } from '../words.ts';
import type { FieldError } from './error-summary.ts';

/** One thing that was wrong with a form, as a use case tells it. */
export type CodedError = { readonly field: string; readonly code: string };

/** A text, or what makes one from what else the error carries. */
type Said<E> = PlainKey | ((words: Words, error: E) => string);

/** How the errors of one act are said; it stands in the folder of the act. */
export type ErrorTable<E extends CodedError = CodedError> = {
  /** By `field code`; else by the code alone, whatever the field. */
  readonly texts: Readonly<Record<string, Said<E>>>;
  /** What is said of an error that has no text. */
  readonly otherwise: Said<E>;
  /** Fields of a day, a month and a year. */
  readonly dates?: readonly string[];
  /** Fields that come more than once, numbered from 1. */
  readonly lists?: readonly string[];
  /** The first control of a field that is not named after it: where the link in the summary leads. */
  readonly controls?: Readonly<Record<string, string>>;
  /** The fields as they stand in the form, so that the summary goes down the page; without it as the use case told them. */
  readonly order?: readonly string[];
};

/** What was wrong with a form, in words: for the summary above it, and at each field. */
export function sayErrors<E extends CodedError>(
  words: Words,
  errors: readonly E[],
  table: ErrorTable<E>,
): readonly FieldError[] {
  const { texts, otherwise, dates = [], lists = [], controls = {}, order = [] } = table;
  const placeOf = ({ field }: E): number => order.indexOf(baseOf(field));
  return errors
    .toSorted((one, other) => placeOf(one) - placeOf(other))
    .map((error) => {
      const base = baseOf(error.field);
      const said = texts[`${base} ${error.code}`] ?? texts[error.code] ?? otherwise;
      const text = typeof said === 'string' ? words.say(said) : said(words, error);
      if (dates.includes(base)) return { field: base, id: `${base}-day`, text };
      const field = lists.includes(error.field) ? `${error.field}-1` : error.field;
      return { field, id: controls[field] ?? field, text };
    });
}

/** A part of a date, or one of several, is said in the words of its field. */
function baseOf(field: string): string {
  return field.replace(/-(?:\d|day|month|year)$/, '');
}
