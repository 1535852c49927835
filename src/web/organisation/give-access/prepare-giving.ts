import { addDuration, dayOf } from '../../../base/calendar.ts';
import type { CalendarDate } from '../../../base/time.ts';
import { isUuid } from '../../../base/uuid.ts';
import { latestDayOf } from '../../../domain/application/index.ts';
import {
  type OfferedApplication,
  REASON_LENGTH,
  type RelationOfRights,
  USUAL_DURATION,
  type WishedRight,
} from '../../../domain/user-rights/index.ts';
import type { Web } from '../../http/web-context.ts';
import { fieldsOfDay } from '../fields-of-day.ts';
import type { OpenedOrganisation } from '../open-organisation.ts';
import { readDay } from '../read-day.ts';
import type { GivingError } from '../right-refusals.ts';
import type { GivingForm } from './giving-form.ts';

/** To how many people access is given in one go. */
export const MOST_PEOPLE = 20;

/** What the answers come to, as things stand now. */
export type PreparedSoFar = {
  readonly people: readonly RelationOfRights[];
  readonly offered: readonly OfferedApplication[];
  /** The application that was chosen; `null` where none is, or it offers nothing here any more. */
  readonly chosen: OfferedApplication | null;
  /** The rights that were chosen; `null` while something about them is wrong. */
  readonly wished: readonly (WishedRight & { readonly until: CalendarDate })[] | null;
  readonly errors: readonly GivingError[];
};

/** Answers that are complete. */
export type Prepared = PreparedSoFar & {
  readonly chosen: OfferedApplication;
  readonly wished: NonNullable<PreparedSoFar['wished']>;
};

/** Looks at the answers anew; `null` where none of the people who were chosen is in the scope of whoever asks. */
export async function prepare(
  web: Web,
  { by, administrator }: OpenedOrganisation,
  form: GivingForm,
): Promise<PreparedSoFar | null> {
  const ids = [...new Set(form.lists.people)].filter(isUuid).slice(0, MOST_PEOPLE);
  const views = await Promise.all(ids.map((relation) => web.world.userRights.viewGiving({ by, relation })));
  const here = views.filter((view) => view?.relation.organisation.id === administrator.organisation.id);
  const [first] = here;
  if (!first || here.length < ids.length) return null;
  const people = here.flatMap((view) => (view === null ? [] : [view.relation]));
  const { offered } = first;
  const chosen = offered.find(({ application }) => application.id === form.typed.application) ?? null;
  return { people, offered, chosen, ...wishedIn(form, chosen, web.world.clock()) };
}

function wishedIn(
  { typed, lists }: GivingForm,
  chosen: OfferedApplication | null,
  now: Date,
): Pick<PreparedSoFar, 'wished' | 'errors'> {
  const rights = (chosen?.rights ?? []).filter(({ code }) => lists.rights.includes(code));
  const until = readDay(new Map(Object.entries(typed)), 'until', now);
  const reason = (typed.reason ?? '').trim();
  const errors: GivingError[] = [];
  if (rights.length === 0) errors.push({ field: 'rights', code: 'empty' });
  for (const right of rights)
    if (right.contextRequired && contextsOf(lists, right.code).length === 0)
      errors.push({ field: 'contexts', code: 'context-missing', right: right.code });
  if (until === null || until === 'wrong') errors.push({ field: 'until', code: 'no-date' });
  else if (until < dayOf(now)) errors.push({ field: 'until', code: 'end-in-the-past' });
  else
    for (const right of rights) {
      const latest = latestDayOf(right, dayOf(now));
      if (latest !== null && until > latest)
        errors.push({ field: 'until', code: 'too-long', right: right.code, day: latest });
    }
  if (reason.length < REASON_LENGTH.least) errors.push({ field: 'reason', code: 'empty' });
  else if (reason.length > REASON_LENGTH.most) errors.push({ field: 'reason', code: 'too-long' });
  if (errors.length > 0 || until === null || until === 'wrong') return { wished: null, errors };
  const wished = rights.map(({ code }) => ({ right: code, contexts: contextsOf(lists, code), until }));
  return { wished, errors };
}

function contextsOf({ contexts }: GivingForm['lists'], right: string): readonly string[] {
  return contexts.filter((each) => each.startsWith(`${right} `)).map((each) => each.slice(right.length + 1));
}

/** The end that stands in the form at first: a year, or as long as every right of the application may last. */
export function usualEnd({ rights }: OfferedApplication, now: Date): Readonly<Record<string, string>> {
  const today = dayOf(now);
  const latest = rights.flatMap((right) => latestDayOf(right, today) ?? []);
  const day = [addDuration(today, USUAL_DURATION), ...latest].sort()[0] ?? today;
  return fieldsOfDay('until', day);
}
