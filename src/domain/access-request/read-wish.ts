import { addDuration, type CalendarDuration, dayOf } from '../../base/calendar.ts';
import { type CalendarDate, parseCalendarDate } from '../../base/time.ts';
import { visibleText } from '../../base/visible-text.ts';
import { latestDayOf, type RightDefinition } from '../application/index.ts';
import { REASON_LENGTH } from './periods.ts';

/** A field of the form by which somebody asks, and what is wrong with it. */
export type AskError = {
  readonly field: 'organisation' | 'right' | 'contexts' | 'until' | 'reason';
  readonly code:
    | 'choose'
    | 'empty'
    | 'too-short'
    | 'too-long'
    | 'not-a-date'
    | 'too-soon'
    | 'too-far'
    /** They have it already, as it is asked for. */
    | 'already-has';
};

/** A right as it was typed into a form. `right` is empty where a work relation is asked for. */
export type TypedGiving = {
  readonly right: string;
  readonly contexts: readonly string[];
  /** `YYYY-MM-DD`, or empty. */
  readonly until: string;
};

/** The same with why somebody asks for it. */
export type TypedWish = TypedGiving & { readonly reason: string };

export type ReadGiving = {
  readonly definition: RightDefinition | null;
  readonly contexts: readonly string[];
  readonly until: CalendarDate | null;
};
export type ReadWish = ReadGiving & { readonly reason: string };

type Wrong = { readonly kind: 'wrong'; readonly errors: readonly AskError[] };

/** For how long at most a right is asked for that its application lets last longer. */
const LONGEST = 'P10Y' as CalendarDuration;

/** Reads what somebody asks for, among the rights that are offered; a work relation where there are none. */
export function readWish(
  typed: TypedWish,
  offered: readonly RightDefinition[] | null,
  now: Date,
): { readonly kind: 'wish'; readonly wish: ReadWish } | Wrong {
  const giving = readGiving(typed, offered, now);
  const reason = visibleText(typed.reason).trim();
  const code = lengthError(reason, REASON_LENGTH);
  const errors = [
    ...(giving.kind === 'wrong' ? giving.errors : []),
    ...(code === null ? [] : [{ field: 'reason', code } as const]),
  ];
  return giving.kind === 'wrong' || errors.length > 0
    ? { kind: 'wrong', errors }
    : { kind: 'wish', wish: { ...giving.wish, reason } };
}

/** Reads a right with its contexts and its last day. */
export function readGiving(
  typed: TypedGiving,
  offered: readonly RightDefinition[] | null,
  now: Date,
): { readonly kind: 'wish'; readonly wish: ReadGiving } | Wrong {
  const errors: AskError[] = [];
  const definition = offered?.find(({ code }) => code === typed.right) ?? null;
  if (offered !== null && definition === null) errors.push({ field: 'right', code: 'choose' });
  const contexts = definition?.contexts.filter((each) => typed.contexts.includes(each)) ?? [];
  if (definition?.contextRequired && contexts.length === 0)
    errors.push({ field: 'contexts', code: 'choose' });
  const until = typed.until === '' ? null : parseCalendarDate(typed.until);
  if (typed.until !== '' && until === null) errors.push({ field: 'until', code: 'not-a-date' });
  if (until !== null && until < dayOf(now)) errors.push({ field: 'until', code: 'too-soon' });
  const latest = (definition && latestDayOf(definition, dayOf(now))) ?? addDuration(dayOf(now), LONGEST);
  if (until !== null && until > latest) errors.push({ field: 'until', code: 'too-far' });
  return errors.length > 0
    ? { kind: 'wrong', errors }
    : { kind: 'wish', wish: { definition, contexts, until } };
}

/** What is wrong with the length of a text that somebody wrote. */
export function lengthError(
  text: string,
  { least, most }: { readonly least: number; readonly most: number },
): 'empty' | 'too-short' | 'too-long' | null {
  const length = [...text].length;
  if (length === 0) return 'empty';
  if (length < least) return 'too-short';
  return length > most ? 'too-long' : null;
}
