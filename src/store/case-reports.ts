import type { CalendarDate } from '../base/time.ts';
import { DAY, later } from '../base/time.ts';
import {
  type BacklogAge,
  backlogAges,
  type CaseReports,
  type CountryOutcomes,
  type ReportPeriod,
} from '../domain/case-reports/index.ts';
import type { StoreContext } from './context.ts';
import type { Statement } from './statement.ts';

const days: Readonly<Record<ReportPeriod, number>> = { '30d': 30, '90d': 90, '365d': 365 };

/** Weekdays up to a day, counted from a Monday in Belgium: those between two days are the difference. */
const weekdays = (moment: string) => {
  const day = `((${moment} at time zone 'Europe/Brussels')::date - date '1970-01-05')`;
  return `(${day} / 7 * 5 + least(${day} % 7, 5))`;
};
const monday = (moment: string) =>
  `to_char(date_trunc('week', ${moment} at time zone 'Europe/Brussels'), 'YYYY-MM-DD')`;
const worked = `greatest(1, ${weekdays('decided_at')} - ${weekdays('submitted_at')})`;

const backlog: Statement = {
  name: 'case_reports.backlog',
  readsOnly: true,
  text: `with waiting as (
      select greatest(0, ${weekdays('$1::timestamptz')} - ${weekdays('submitted_at')}) as days, target_at < $1 as late
      from cases where is_open and submitted_at is not null
    )
    select case when days <= 2 then '0-2' when days <= 5 then '3-5' when days <= 10 then '6-10' else 'over-10' end as age,
      count(*)::int as cases, (count(*) filter (where late))::int as late
    from waiting group by 1`,
};
const weeks: Statement = {
  name: 'case_reports.weeks',
  readsOnly: true,
  text: `with mondays as (
      select to_char(each, 'YYYY-MM-DD') as monday
      from generate_series(date_trunc('week', $1::timestamptz at time zone 'Europe/Brussels'),
        $2::timestamptz at time zone 'Europe/Brussels', interval '1 week') each
    ), received as (
      select ${monday('submitted_at')} as monday, count(*)::int as cases from cases
      where submitted_at >= $1::timestamptz - interval '7 days' and submitted_at <= $2 group by 1
    ), decided as (
      select ${monday('decided_at')} as monday, count(*)::int as cases,
        (percentile_disc(0.5) within group (order by ${worked}))::int as median
      from cases
      where decided_at >= $1::timestamptz - interval '7 days' and decided_at <= $2 and submitted_at is not null group by 1
    )
    select monday, coalesce(received.cases, 0) as received, coalesce(decided.cases, 0) as decided, decided.median
    from mondays left join received using (monday) left join decided using (monday) order by monday`,
};
const outcomes: Statement = {
  name: 'case_reports.outcomes',
  readsOnly: true,
  text: `select country, (count(*) filter (where outcome = 'linked'))::int as linked,
      (count(*) filter (where outcome = 'new-number'))::int as "newNumber",
      (count(*) filter (where outcome = 'refused'))::int as refused
    from cases where decided_at >= $1 and decided_at <= $2 and outcome is not null group by country order by country`,
};
const median: Statement = {
  name: 'case_reports.median',
  readsOnly: true,
  text: `select (percentile_disc(0.5) within group (order by ${worked}))::int as median
    from cases where decided_at >= $1 and decided_at <= $2 and submitted_at is not null`,
};

type AgeRow = { age: BacklogAge; cases: number; late: number };
type WeekRow = { monday: CalendarDate; received: number; decided: number; median: number | null };

/** Counts over all cases: only the columns for lists are read, nothing sealed. */
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
      const from = later(at, -days[period] * DAY);
      const [now, perWeek, perCountry, half] = await Promise.all([
        waiting(at),
        queries.all<WeekRow>(weeks, [from, at]),
        queries.all<CountryOutcomes>(outcomes, [from, at]),
        queries.first<{ median: number | null }>(median, [from, at]),
      ]);
      return {
        ...now,
        weeks: perWeek.map(({ monday: day, received, decided, median: medianDays }) => ({
          monday: day,
          received,
          decided,
          medianDays,
        })),
        outcomes: perCountry,
        medianDays: half?.median ?? null,
      };
    },
  };
}
