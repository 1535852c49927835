import { addDays } from '../../base/calendar.ts';
import type { CalendarDate } from '../../base/time.ts';
import {
  ageSpan,
  type CaseReport,
  casesOf,
  FEWEST_SHOWN,
  showOutcomes,
  type WeekCount,
} from '../../domain/case-reports/index.ts';
import { type ChartTable, chartFigure } from '../ui/charts/chart-figure.ts';
import { columnChart } from '../ui/charts/column-chart.ts';
import type { Series } from '../ui/charts/series.ts';
import { shareChart } from '../ui/charts/share-chart.ts';
import { asInWords, countryInWords } from '../ui/country-in-words.ts';
import type { Frame } from '../ui/frame.ts';
import { type Html, html } from '../ui/html.ts';
import { emptyQuery, listPath } from './list-query.ts';

export const chartNames = ['backlog', 'weeks', 'outcomes', 'handling'] as const;
export type ChartName = (typeof chartNames)[number];

/** One picture of a report: drawn, told in a sentence, and as rows. */
export type ReportChart = {
  readonly title: string;
  readonly finding: string;
  readonly categories: readonly string[];
  readonly series: readonly Series[];
  readonly table: ChartTable;
  readonly note?: string;
};

/** The four pictures of the work on cases. */
export const reportCharts: Readonly<
  Record<ChartName, (frame: Frame, report: CaseReport, today: CalendarDate) => ReportChart>
> = {
  backlog: backlogChart,
  weeks({ words }, { weeks }) {
    const received = weeks.reduce((sum, each) => sum + each.received, 0);
    const decided = weeks.reduce((sum, each) => sum + each.decided, 0);
    return {
      title: words.say('report.weeks'),
      finding: words.say(`report.weeks.${received > decided ? 'growing' : 'shrinking'}`, {
        received,
        decided,
      }),
      categories: weeks.map(dayAndMonth),
      series: [
        { name: words.say('report.received'), look: 'c1', values: weeks.map((each) => each.received) },
        { name: words.say('report.decided'), look: 'c2', values: weeks.map((each) => each.decided) },
      ],
      table: {
        head: [words.say('report.weekOf'), words.say('report.received'), words.say('report.decided')],
        rows: weeks.map((each) => [words.date(each.monday), each.received, each.decided]),
        links: weeks.map(({ monday }) => {
          const week = { from: monday, until: addDays(monday, 6) };
          return [
            listPath({ ...emptyQuery('all'), received: week }),
            listPath({ ...emptyQuery('decided'), decided: week }),
          ];
        }),
      },
    };
  },
  handling({ words }, { weeks, medianDays }) {
    return {
      title: words.say('report.handling'),
      finding:
        medianDays === null
          ? words.say('report.handling.none')
          : words.say('report.handling.finding', { days: medianDays }),
      categories: weeks.map(dayAndMonth),
      series: [{ name: words.say('report.days'), look: 'c1', values: weeks.map((each) => each.medianDays) }],
      table: {
        head: [words.say('report.weekOf'), words.say('report.days')],
        rows: weeks.map((each) => [words.date(each.monday), each.medianDays]),
      },
    };
  },
  outcomes(frame, { outcomes, weeks }) {
    const { words } = frame;
    const { countries, others } = showOutcomes(outcomes);
    const rows = [
      ...countries.map((each) => {
        const inWords = countryInWords(frame, each.country);
        return { ...each, inWords, name: inWords.country };
      }),
      ...(others
        ? [{ ...others, inWords: asInWords(words.say('report.others')), name: words.say('report.others') }]
        : []),
    ];
    const total = rows.reduce((sum, each) => sum + casesOf(each), 0);
    const [first] = rows;
    const decided = { from: weeks[0]?.monday ?? null, until: null };
    const kinds = [
      ['linked', 'c1'],
      ['newNumber', 'c3'],
      ['refused', 'c4'],
    ] as const;
    return {
      title: words.say('report.outcomes'),
      finding: first
        ? words.say('report.outcomes.finding', { total, ...first.inWords, count: casesOf(first) })
        : words.say('report.outcomes.none'),
      categories: rows.map(({ name }) => name),
      series: kinds.map(([kind, look]) => ({
        name: words.say(`report.outcome.${kind}`),
        look,
        values: rows.map((each) => each[kind]),
      })),
      table: {
        head: [words.say('report.country'), ...kinds.map(([kind]) => words.say(`report.outcome.${kind}`))],
        rows: rows.map((each) => [each.name, ...kinds.map(([kind]) => each[kind])]),
        links: countries.map(({ country }) =>
          kinds.map(([kind]) => {
            const outcome = kind === 'newNumber' ? 'new-number' : kind;
            return listPath({ ...emptyQuery('decided'), country, outcome, decided });
          }),
        ),
      },
      note: words.say('report.outcomes.note', { fewest: FEWEST_SHOWN }),
    };
  },
};

/** What waits now, by how long it waits. */
export function backlogChart(
  { words }: Frame,
  { backlog, late }: Pick<CaseReport, 'backlog' | 'late'>,
  today: CalendarDate,
): ReportChart {
  const total = backlog.reduce((sum, each) => sum + each.cases, 0);
  const categories = backlog.map(({ age }) => words.say(`report.age.${age}`));
  const old = backlog.find(({ age }) => age === 'over-10')?.cases ?? 0;
  const values = backlog.map(({ cases }) => cases);
  return {
    title: words.say('report.backlog'),
    finding: words.say('report.backlog.finding', { total, late, old }),
    categories,
    series: [{ name: words.say('report.cases'), look: 'c1', values }],
    table: {
      head: [words.say('report.age'), words.say('report.cases')],
      rows: categories.map((name, place) => [name, values[place] ?? 0]),
      links: backlog.map(({ age }) => [
        listPath({ ...emptyQuery('all', 'open'), received: ageSpan(age, today) }),
      ]),
    },
  };
}

/** A picture with everything around it. `csv` is where its numbers can be fetched. */
export function reportFigure(frame: Frame, name: ChartName, chart: ReportChart, csv: string | null): Html {
  const id = `chart-${name}`;
  const draw = name === 'outcomes' ? shareChart : columnChart;
  const hasNumbers = chart.series.some(({ values }) => values.some((value) => (value ?? 0) > 0));
  const picture = hasNumbers ? draw({ id, ...chart }) : html`<p>${frame.words.say('report.nothing')}</p>`;
  const { note } = chart;
  return chartFigure(frame, { id: name, ...chart, picture, csv, ...(note === undefined ? {} : { note }) });
}

/** `23/11`: short enough for the foot of a column, in every language of Belgium. */
function dayAndMonth({ monday }: WeekCount): string {
  const [, month, day] = monday.split('-');
  return `${day}/${month}`;
}
