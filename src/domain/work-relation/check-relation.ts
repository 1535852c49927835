import { addDays, dayOf, daysBetween, endOfDay, startOfDay } from '../../base/calendar.ts';
import type { CalendarDate, Validity } from '../../base/time.ts';
import { parseEmailAddress } from '../../base/typed/email-address.ts';
import { oneLine } from '../../base/visible-text.ts';
import type { TargetGroup } from '../organisation/index.ts';
import { type RelationAttribute, type RelationType, ruleOf } from './model.ts';

/** A work relation as somebody wishes it: days as they are typed, the last one included. */
export type WishedRelation = {
  readonly type: RelationType | null;
  /** The first day; `null`: from now on. */
  readonly from: CalendarDate | null;
  /** The last day; `null`: without an end. */
  readonly until: CalendarDate | null;
  readonly email: string;
  readonly phone: string;
  readonly jobTitle: string;
};

/** A work relation that its type allows, as it is kept. */
export type RelationDetails = {
  readonly type: RelationType;
  readonly validity: Validity;
} & Readonly<Record<RelationAttribute, string | null>>;

/** What is wrong with a work relation, by the field of the form. */
export type RelationFault =
  | { readonly field: 'type'; readonly code: 'choose' | 'not-here' }
  | { readonly field: 'from'; readonly code: 'past' | 'too-far' }
  | { readonly field: 'until'; readonly code: 'empty' | 'past' | 'before-start' }
  | { readonly field: 'until'; readonly code: 'too-long'; readonly most: CalendarDate }
  | { readonly field: RelationAttribute; readonly code: 'empty' | 'too-long' }
  | { readonly field: 'email'; readonly code: 'not-an-email' }
  | { readonly field: 'phone'; readonly code: 'not-a-number' };

export type CheckedRelation =
  | { readonly kind: 'relation'; readonly details: RelationDetails }
  | { readonly kind: 'wrong'; readonly faults: readonly RelationFault[] };

const LONGEST = { email: 254, phone: 40, jobTitle: 100 } as const;
/** How far ahead a work relation may be prepared. */
const MOST_AHEAD = 366;

/** What is there already: its first day stands, and may lie in the past. */
type Standing = { readonly from: Date };

/** Reads what somebody wishes by the rules of its type in a target group. */
export function checkRelation(
  wished: WishedRelation,
  {
    group,
    at,
    standing = null,
  }: { readonly group: TargetGroup; readonly at: Date; readonly standing?: Standing | null },
): CheckedRelation {
  const { type } = wished;
  const rule = type === null ? null : ruleOf(group, type);
  if (type === null || rule === null)
    return { kind: 'wrong', faults: [{ field: 'type', code: type === null ? 'choose' : 'not-here' }] };
  const attributes = readAttributes(wished, rule.required);
  const from = standing === null ? firstMoment(wished.from, at) : standing.from;
  const faults = [
    ...(standing === null ? startFaults(wished.from, at) : []),
    ...endFaults(wished.until, { from, mostDays: rule.mostDays, at }),
    ...attributes.faults,
  ];
  if (faults.length > 0) return { kind: 'wrong', faults };
  const until = wished.until === null ? null : endOfDay(wished.until);
  return { kind: 'relation', details: { type, validity: { from, until }, ...attributes.values } };
}

/** The last day that a type allows for a relation that begins at this moment; `null` when it asks for no end. */
export function lastDayOf(group: TargetGroup, type: RelationType, from: Date): CalendarDate | null {
  const mostDays = ruleOf(group, type)?.mostDays ?? null;
  return mostDays === null ? null : addDays(dayOf(from), mostDays - 1);
}

/** From now on rather than from this morning: nobody worked here before it was decided. */
function firstMoment(from: CalendarDate | null, at: Date): Date {
  return from === null || from <= dayOf(at) ? at : startOfDay(from);
}

function startFaults(from: CalendarDate | null, at: Date): readonly RelationFault[] {
  if (from === null) return [];
  const ahead = daysBetween(dayOf(at), from);
  if (ahead < 0) return [{ field: 'from', code: 'past' }];
  return ahead > MOST_AHEAD ? [{ field: 'from', code: 'too-far' }] : [];
}

function endFaults(
  until: CalendarDate | null,
  { from, mostDays, at }: { readonly from: Date; readonly mostDays: number | null; readonly at: Date },
): readonly RelationFault[] {
  if (until === null) return mostDays === null ? [] : [{ field: 'until', code: 'empty' }];
  if (until < dayOf(at)) return [{ field: 'until', code: 'past' }];
  if (until < dayOf(from)) return [{ field: 'until', code: 'before-start' }];
  if (mostDays === null) return [];
  // A relation that was extended is counted from the day on which somebody looked again.
  const most = addDays(dayOf(from > at ? from : at), mostDays - 1);
  return until > most ? [{ field: 'until', code: 'too-long', most }] : [];
}

function readAttributes(
  wished: WishedRelation,
  required: readonly RelationAttribute[],
): { readonly values: Record<RelationAttribute, string | null>; readonly faults: readonly RelationFault[] } {
  const typed = {
    email: wished.email.trim(),
    phone: oneLine(wished.phone),
    jobTitle: oneLine(wished.jobTitle),
  };
  const faults: RelationFault[] = [];
  const read = (field: RelationAttribute): string | null => {
    const text = typed[field];
    if (text === '') {
      if (required.includes(field)) faults.push({ field, code: 'empty' });
      return null;
    }
    if (text.length > LONGEST[field]) faults.push({ field, code: 'too-long' });
    return text;
  };
  const [email, phone, jobTitle] = [read('email'), read('phone'), read('jobTitle')];
  const address = email === null ? null : parseEmailAddress(email);
  if (email !== null && address === null) faults.push({ field: 'email', code: 'not-an-email' });
  // Digits as people write them, with the sign of a country, an extension behind.
  if (phone !== null && !/^\+?[\d ()./-]{6,30}(?:\s?(?:x|ext\.?)\s?\d{1,6})?$/i.test(phone))
    faults.push({ field: 'phone', code: 'not-a-number' });
  return { values: { email: address, phone, jobTitle }, faults };
}
