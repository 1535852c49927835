import { addDays, addDuration, dayOf, startOfDay } from '../../base/calendar.ts';
import type { CalendarDate } from '../../base/time.ts';
import type { ActingPerson } from '../acting/index.ts';
import { administratorAt } from '../administration/index.ts';
import type { Application } from '../application/index.ts';
import type { OrganisationId } from '../organisation/index.ts';
import { USUAL_DURATION } from './model.ts';
import type { EndingRight } from './ports.ts';
import { powerNeeds } from './power.ts';
import { act } from './world.ts';

/** Lines of a page. */
export const ENDING_PAGE = 50;

export type AskedEnding = {
  readonly by: ActingPerson;
  readonly organisation: OrganisationId;
  /** The month, by its first day, that is looked at; `null`: all of the year to come. */
  readonly month: CalendarDate | null;
  /** The page goes on behind this right. */
  readonly after: string | null;
};

/** Rights that end in the year to come, in an organisation and its units. */
export type ViewedEnding = {
  /** Twelve months and the rest of this one, each with how many end in it. */
  readonly months: readonly { readonly month: CalendarDate; readonly count: number }[];
  readonly rights: readonly EndingRight[];
  readonly hasMore: boolean;
  readonly applications: readonly Application[];
};

/** Which rights end, as far as an administrator decides about them; `null` when they administer nothing there. */
export const viewEnding = act(
  ['endingRights', 'applications', ...powerNeeds],
  async ({ stores, now }, { by, organisation, month, after }: AskedEnding): Promise<ViewedEnding | null> => {
    const administrator = await administratorAt(stores, by.person, organisation, now);
    if (administrator === null) return null;
    const { units, applications } = administrator.scope;
    const organisations = units === 'all' ? [organisation] : units;
    const today = dayOf(now);
    const lastMonth = firstOfMonth(addDuration(today, USUAL_DURATION));
    const whole = { organisations, applications, from: now, until: startOfDay(nextMonth(lastMonth)) };
    const counts = await stores.endingRights.countByMonth(whole);
    const months: { month: CalendarDate; count: number }[] = [];
    for (let each = firstOfMonth(today); each <= lastMonth; each = nextMonth(each))
      months.push({ month: each, count: counts.find((one) => one.month === each)?.count ?? 0 });
    const period =
      month === null
        ? whole
        : { ...whole, from: later(now, startOfDay(month)), until: startOfDay(nextMonth(month)) };
    const rights = await stores.endingRights.list({ ...period, after }, ENDING_PAGE + 1);
    return {
      months,
      rights: rights.slice(0, ENDING_PAGE),
      hasMore: rights.length > ENDING_PAGE,
      applications: await stores.applications.list(),
    };
  },
);

/** The first day of the month that a day is in. */
export function firstOfMonth(day: CalendarDate): CalendarDate {
  return `${day.slice(0, 7)}-01` as CalendarDate;
}

function nextMonth(month: CalendarDate): CalendarDate {
  return firstOfMonth(addDays(month, 31));
}

function later(one: Date, other: Date): Date {
  return one > other ? one : other;
}
