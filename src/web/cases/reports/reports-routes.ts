import { Hono } from 'hono';
import { dayOf } from '../../../base/calendar.ts';
import { type ReportPeriod, reportPeriods, writeCsv } from '../../../domain/case-reports/index.ts';
import { staffPage } from '../../http/session/staff-page.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { chartNames, reportCharts } from '../report-charts.ts';
import { reportsPage } from './reports-page.ts';

/** `/cases/reports`: pictures of the work, and their numbers as files. */
export function reportsRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  routes.get('/cases/reports', async (context) => {
    const page = staffPage(web, context);
    const period: ReportPeriod = reportPeriods.find((each) => each === context.req.query('period')) ?? '90d';
    const report = await web.world.reports.of(period, page.now);
    const name = chartNames.find((each) => each === context.req.query('chart'));
    if (context.req.query('format') !== 'csv' || !name)
      return context.html(reportsPage(page, period, report));
    const { head, rows } = reportCharts[name](page.frame, report, dayOf(page.now)).table;
    return context.body(writeCsv([head, ...rows]), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="sluis-${name}-${period}.csv"`,
    });
  });
  return routes;
}
