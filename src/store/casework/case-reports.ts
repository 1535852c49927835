import { addDays, dayOf, daysBetween, mondayOf } from '../../base/calendar.ts';
import type { CalendarDate } from '../../base/time.ts';
import { workingDaysBetween } from '../../base/working-days.ts';
import {
  ageOf,
  backlogAges,
  type CaseReports,
  type CountryOutcomes,
  type ReportPeriod,
  type WeekCount,
} from '../../domain/case-reports/index.ts';
import { lateBefore } from '../../domain/casework/index.ts';
import type { StoreContext } from '../ground/context.ts';
import type { Statement } from '../ground/statement.ts';
import { casesIn, type DecidedSpan, dayIn, firstOf, usualDaysOf } from './case-days.ts';
import { TARGET_RUNS } from './case-list-statements.ts';

const periodDays: Readonly<Record<ReportPeriod, number>> = { '30d': 30, '90d': 90, '365d': 365 };

// Each moment is turned into its day, and days are counted before anything else is worked out of them.
const backlog: Statement = {
  name: 'case_reports.backlog',
  readsOnly: true,
  text: `select ${dayIn('submitted_at')} as day, count(*)::int as cases, (count(*) filter (where target_at < $1 and ${TARGET_RUNS}))::int as late
    from cases where is_open and submitted_at is not null group by 1`,
};
const received: Statement = {
  name: 'case_reports.received',
  readsOnly: true,
  text: `select ${dayIn('submitted_at')} as day, count(*)::int as cases from cases
    where submitted_at >= ${firstOf('$1')} and submitted_at <= $2 group by 1`,
};
const decided: Statement = {
  name: 'case_reports.decided',
  readsOnly: true,
  text: `select ${dayIn('submitted_at')} as since, ${dayIn('decided_at')} as until, count(*)::int as cases from cases
    where decided_at >= ${firstOf('$1')} and decided_at <= $2 and submitted_at is not null group by 1, 2`,
};
const outcomes: Statement = {
  name: 'case_reports.outcomes',
  readsOnly: true,
  text: `select country, (count(*) filter (where outcome = 'linked'))::int as linked,
      (count(*) filter (where outcome = 'new-number'))::int as "newNumber",
      (count(*) filter (where outcome = 'refused'))::int as refused
    from cases where decided_at >= ${firstOf('$1')} and decided_at <= $2 and outcome is not null and submitted_at is not null
    group by country order by country`,
};

type SentRow = { day: CalendarDate; cases: number };
type WaitingRow = SentRow & { late: number };

/** Counts over all cases, by whole weeks: only the columns for lists are read, nothing sealed. */
export function caseReportsIn({ queries }: StoreContext): CaseReports {
  const waiting: CaseReports['backlog'] = async (at) => {
    const sent = await queries.all<WaitingRow>(backlog, [lateBefore(at)]);
    const aged = sent.map((each) => ({ ...each, age: ageOf(workingDaysBetween(each.day, dayOf(at))) }));
    return {
      backlog: backlogAges.map((age) => ({ age, cases: casesIn(aged.filter((each) => each.age === age)) })),
      late: sent.reduce((sum, each) => sum + each.late, 0),
    };
  };
  return {
    backlog: waiting,
    async of(period, at) {
      const today = dayOf(at);
      const from = mondayOf(addDays(today, -periodDays[period]));
      const [now, sent, taken, perCountry] = await Promise.all([
        waiting(at),
        queries.all<SentRow>(received, [from, at]),
        queries.all<DecidedSpan>(decided, [from, at]),
        queries.all<CountryOutcomes>(outcomes, [from, at]),
      ]);
      const weekOf = (monday: CalendarDate): WeekCount => {
        const own = taken.filter((each) => mondayOf(each.until) === monday);
        return {
          monday,
          received: casesIn(sent.filter((each) => mondayOf(each.day) === monday)),
          decided: casesIn(own),
          medianDays: usualDaysOf(own),
        };
      };
      const weeks = daysBetween(from, mondayOf(today)) / 7 + 1;
      return {
        ...now,
        weeks: Array.from({ length: weeks }, (_, place) => weekOf(addDays(from, place * 7))),
        outcomes: perCountry,
        medianDays: usualDaysOf(taken),
      };
    },
  };
}
