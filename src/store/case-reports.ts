import type { CalendarDate } from '../base/time.ts';
import { DAY, later } from '../base/time.ts';
import {
  type BacklogAge,
  backlogAges,
  type CaseReports,
  type CountryOutcomes,
  type ReportPeriod,
  type WeekCount,
} from '../domain/case-reports/index.ts';
import type { StoreContext } from './context.ts';
import type { Statement } from './statement.ts';

const periodDays: Readonly<Record<ReportPeriod, number>> = { '30d': 30, '90d': 90, '365d': 365 };
const ZONE = 'Europe/Brussels';
/** A Monday: days are counted from it, so that weeks are whole multiples of seven. */
const FIRST_MONDAY = '1970-01-05';

const dayOf = (moment: string) => `(${moment} at time zone '${ZONE}')::date - date '${FIRST_MONDAY}'`;
const since = (day: string) => `(date '${FIRST_MONDAY}' + ${day}::int)::timestamp at time zone '${ZONE}'`;
/** Working days up to a day: those between two days are the difference. */
const weekdays = (day: string) => `(${day} / 7 * 5 + least(${day} % 7, 5))`;

// Each moment is turned into its day once, and days are counted before anything else is worked out of them.
const backlog: Statement = {
  name: 'case_reports.backlog',
  readsOnly: true,
  text: `with sent as (
      select ${dayOf('submitted_at')} as day, count(*) as cases, count(*) filter (where target_at < $1) as late
      from cases where is_open and submitted_at is not null group by 1
    ), aged as (
      select cases, late, ${weekdays(`(${dayOf('$1::timestamptz')})`)} - ${weekdays('day')} as days from sent
    )
    select case when days <= 2 then '0-2' when days <= 5 then '3-5' when days <= 10 then '6-10' else 'over-10' end as age,
      sum(cases)::int as cases, sum(late)::int as late
    from aged group by 1`,
};
const received: Statement = {
  name: 'case_reports.received',
  readsOnly: true,
  text: `with sent as (
      select ${dayOf('submitted_at')} as day, count(*) as cases from cases
      where submitted_at >= ${since('$1')} and submitted_at <= $2 group by 1
    )
    select day / 7 as week, sum(cases)::int as cases from sent group by 1`,
};
const decided: Statement = {
  name: 'case_reports.decided',
  readsOnly: true,
  text: `with settled as (
      select ${dayOf('decided_at')} as until, ${dayOf('submitted_at')} as since, count(*) as cases from cases
      where decided_at >= ${since('$1')} and decided_at <= $2 and submitted_at is not null group by 1, 2
    )
    select until / 7 as week, greatest(1, ${weekdays('until')} - ${weekdays('since')}) as days, sum(cases)::int as cases
    from settled group by 1, 2 order by 2`,
};
const outcomes: Statement = {
  name: 'case_reports.outcomes',
  readsOnly: true,
  text: `select country, (count(*) filter (where outcome = 'linked'))::int as linked,
      (count(*) filter (where outcome = 'new-number'))::int as "newNumber",
      (count(*) filter (where outcome = 'refused'))::int as refused
    from cases where decided_at >= ${since('$1')} and decided_at <= $2 and outcome is not null
    group by country order by country`,
};

type AgeRow = { age: BacklogAge; cases: number; late: number };
type WeekRow = { week: number; cases: number };
type TakenRow = WeekRow & { days: number };

/** Counts over all cases, by whole weeks: only the columns for lists are read, nothing sealed. */
export function caseReportsIn({ queries }: StoreContext): CaseReports {
  const waiting: CaseReports['backlog'] = async (at) => {
    const ages = await queries.all<AgeRow>(backlog, [at]);
    return {
      backlog: backlogAges.map((age) => ({
        age,
        cases: ages.find((each) => each.age === age)?.cases ?? 0,
      })),
      late: ages.reduce((sum, each) => sum + each.late, 0),
    };
  };
  return {
    backlog: waiting,
    async of(period, at) {
      const first = Math.floor(dayNumber(later(at, -periodDays[period] * DAY)) / 7);
      const last = Math.floor(dayNumber(at) / 7);
      const from = first * 7;
      const [now, sent, taken, perCountry] = await Promise.all([
        waiting(at),
        queries.all<WeekRow>(received, [from, at]),
        queries.all<TakenRow>(decided, [from, at]),
        queries.all<CountryOutcomes>(outcomes, [from, at]),
      ]);
      const weekOf = (week: number): WeekCount => {
        const own = taken.filter((each) => each.week === week);
        return {
          monday: dateOf(week * 7),
          received: sent.find((each) => each.week === week)?.cases ?? 0,
          decided: total(own),
          medianDays: medianOf(own),
        };
      };
      return {
        ...now,
        weeks: Array.from({ length: last - first + 1 }, (_, place) => weekOf(first + place)),
        outcomes: perCountry,
        medianDays: medianOf(taken),
      };
    },
  };
}

function total(rows: readonly { readonly cases: number }[]): number {
  return rows.reduce((sum, { cases }) => sum + cases, 0);
}

/** The days that half of the cases took at most; the rows are in the order of days. */
function medianOf(rows: readonly TakenRow[]): number | null {
  const half = total(rows) / 2;
  let counted = 0;
  for (const { days, cases } of rows) {
    counted += cases;
    if (counted >= half) return days;
  }
  return null;
}

/** Days since the first Monday, as the calendar in Belgium has it. */
function dayNumber(moment: Date): number {
  const date = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE }).format(moment);
  return Math.round((Date.parse(`${date}T00:00:00Z`) - Date.parse(`${FIRST_MONDAY}T00:00:00Z`)) / DAY);
}

function dateOf(day: number): CalendarDate {
  const moment = new Date(Date.parse(`${FIRST_MONDAY}T00:00:00Z`) + day * DAY);
  return moment.toISOString().slice(0, 10) as CalendarDate;
}
