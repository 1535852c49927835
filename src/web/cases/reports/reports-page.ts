import { dayOf } from '../../../base/calendar.ts';
import { type CaseReport, type ReportPeriod, reportPeriods } from '../../../domain/case-reports/index.ts';
import type { StaffPage } from '../../http/session/staff-page.ts';
import { selectField } from '../../ui/form/form-fields.ts';
import { type Html, html } from '../../ui/html.ts';
import { staffLayout } from '../../ui/staff/staff-layout.ts';
import { emptyQuery, listPath } from '../list-query.ts';
import { type ChartName, chartNames, reportCharts, reportFigure } from '../report-charts.ts';

/** C9: four pictures of the work, over a period that one can choose. */
export function reportsPage(
  { frame, member, now }: StaffPage,
  period: ReportPeriod,
  report: CaseReport,
): Html {
  const { words } = frame;
  const title = words.say('report.title');
  const choices = reportPeriods.map((value) => ({ value, label: words.say(`report.period.${value}`) }));
  const form = { frame, typed: { period }, errors: [] };
  return staffLayout(frame, {
    member,
    section: 'reports',
    title,
    body: html`<h1>${title}</h1>
<p class="lede">${words.say('report.lede')}</p>
<form method="get" action="/cases/reports" class="filters">${selectField(form, { name: 'period', label: words.say('report.period'), choices, without: true })}<button class="btn sec">${words.say('report.show')}</button></form>
${chartNames.map((name) => part(name))}`,
  });

  function part(name: ChartName): Html {
    const chart = reportCharts[name](frame, report, dayOf(now));
    const csv = `/cases/reports?format=csv&chart=${name}&period=${period}`;
    return html`<section class="card"><h2>${chart.title}</h2>${reportFigure(frame, name, chart, csv)}${name === 'backlog' && html`<p><a href="${listPath({ ...emptyQuery('all', 'open'), late: true })}">${words.say('report.late', { count: report.late })}</a></p>`}</section>`;
  }
}
