import { dayOf, lastDayBefore } from '../../base/calendar.ts';
import type { CalendarDate } from '../../base/time.ts';
import type { TargetGroup } from '../../domain/organisation/index.ts';
import {
  type PersonAtWork,
  type RelationFault,
  type RelationType,
  ruleOf,
  typesIn,
  type WishedRelation,
} from '../../domain/work-relation/index.ts';
import type { FormFields } from '../http/read-form.ts';
import type { CodedError, ErrorTable } from '../ui/form/error-words.ts';
import { type Choice, dateField, type FormState, radioField, textField } from '../ui/form/form-fields.ts';
import type { Frame } from '../ui/frame.ts';
import { type Html, html } from '../ui/html.ts';
import { fieldsOfDay } from './fields-of-day.ts';
import { readDay } from './read-day.ts';

/** The fields of a work relation: its type with what it asks for, its days, and how somebody is reached. */
export function relationFields(
  form: FormState,
  { group, hasBegun = false }: { readonly group: TargetGroup; readonly hasBegun?: boolean },
): Html {
  const { words } = form.frame;
  const choices = typesIn(group).map(
    (type): Choice => ({
      value: type,
      label: words.say(`people.type.${type}`),
      hint: hintOf(form.frame, group, type),
    }),
  );
  return html`${radioField(form, { name: 'type', label: words.say('people.type'), choices })}
${!hasBegun && dateField(form, { name: 'from', label: words.say('people.from'), hint: words.say('people.from.hint'), optional: true })}
${dateField(form, { name: 'until', label: words.say('people.until'), hint: words.say('people.until.hint'), optional: true })}
${textField(form, { name: 'phone', label: words.say('people.phone'), type: 'tel', autocomplete: 'off', optional: !isAlways(group, 'phone') })}
${textField(form, { name: 'jobTitle', label: words.say('people.jobTitle'), hint: words.say('people.jobTitle.hint'), optional: true })}`;
}

function isAlways(group: TargetGroup, attribute: 'phone'): boolean {
  const rules = typesIn(group).map((type) => ruleOf(group, type));
  return rules.every((rule) => rule?.required.some((each) => each === attribute) ?? false);
}

function hintOf({ words }: Frame, group: TargetGroup, type: RelationType): string {
  const mostDays = ruleOf(group, type)?.mostDays ?? null;
  if (mostDays === null) return words.say('people.type.forGood');
  return mostDays > 300 ? words.say('people.type.year') : words.say('people.type.days', { days: mostDays });
}

/** What was typed of a work relation; days that are none are errors of the form. */
export function readRelationForm(
  fields: FormFields,
  now: Date,
): { readonly wished: WishedRelation; readonly errors: readonly CodedError[] } {
  const [from, until] = [readDay(fields, 'from', now), readDay(fields, 'until', now)];
  const type = fields.get('type') ?? '';
  const errors = [
    ...(from === 'wrong' ? [{ field: 'from', code: 'not-a-date' }] : []),
    ...(until === 'wrong' ? [{ field: 'until', code: 'not-a-date' }] : []),
  ];
  const wished: WishedRelation = {
    type: typeOf(type),
    from: from === 'wrong' ? null : from,
    until: until === 'wrong' ? null : until,
    email: fields.get('email') ?? '',
    phone: fields.get('phone') ?? '',
    jobTitle: fields.get('jobTitle') ?? '',
  };
  return { wished, errors };
}

function typeOf(text: string): RelationType | null {
  return (
    (['civil-servant', 'permanent', 'external', 'occasional'] as const).find((each) => each === text) ?? null
  );
}

/** A relation as it stands, as if it had been typed. */
export function typedOf(person: PersonAtWork): Readonly<Record<string, string>> {
  const { validity, type, email, phone, jobTitle } = person;
  return {
    ...{ type, email: email ?? '', phone: phone ?? '', jobTitle: jobTitle ?? '' },
    ...fieldsOfDay('from', dayOf(validity.from)),
    ...(validity.until !== null && fieldsOfDay('until', lastDayBefore(validity.until))),
  };
}

/** What is told of a fault when the form is shown again: a code, and the latest day where one is named. */
export type ToldFault = CodedError & { readonly most?: CalendarDate };

export function toldOf(faults: readonly (RelationFault | CodedError)[]): readonly ToldFault[] {
  return faults.map((fault) => ({ ...fault }));
}

/** How what is wrong with a work relation is said. */
export const relationErrors: ErrorTable<ToldFault> = {
  texts: {
    'type choose': 'people.error.type',
    'type not-here': 'people.error.type',
    'from not-a-date': 'people.error.date',
    'from past': 'people.error.fromPast',
    'from too-far': 'people.error.fromFar',
    'until not-a-date': 'people.error.date',
    'until empty': 'people.error.untilEmpty',
    'until past': 'people.error.untilPast',
    'until before-start': 'people.error.untilBefore',
    'until too-long': (words, { most }) =>
      words.say('people.error.untilLong', { day: most === undefined ? '' : words.date(most) }),
    'email empty': 'people.error.emailEmpty',
    'email not-an-email': 'people.error.email',
    'phone empty': 'people.error.phoneEmpty',
    'phone not-a-number': 'people.error.phone',
    'jobTitle empty': 'people.error.jobTitle',
    'too-long': 'people.error.tooLong',
  },
  otherwise: 'people.error.tooLong',
  dates: ['from', 'until'],
};
