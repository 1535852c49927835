import { Hono } from 'hono';
import { writeCsv } from '../../../domain/case-reports/index.ts';
import {
  type AskedLog,
  exportFormats,
  exportReasons,
  matchingRows,
} from '../../../domain/matching-log/index.ts';
import { parseNationalNumber } from '../../../domain/person/index.ts';
import type { FormFields } from '../../http/read-form.ts';
import { leadToStaffForm, staffFormAgain } from '../../http/session/staff-again.ts';
import { actingOf } from '../../http/session/staff-context.ts';
import { staffPage } from '../../http/session/staff-page.ts';
import { askFreshLogin, readStaffForm, requireFresh, requireStaff } from '../../http/session/web-session.ts';
import { showProblem } from '../../http/show-problem.ts';
import type { Web, WebContext, WebEnv } from '../../http/web-context.ts';
import { sayErrors } from '../../ui/form/error-words.ts';
import { matchingLogErrors } from './matching-log-errors.ts';
import { matchingLogPage } from './matching-log-page.ts';

const PATH = '/cases/matching-log';

/** `/cases/matching-log`: for leads, after a fresh login. The number is posted and stands in no address. */
export function matchingLogRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  routes.use(PATH, requireStaff(web, 'case-lead'));
  routes.get(PATH, requireFresh(web), async (context) => {
    const page = staffPage(web, context);
    const again = await staffFormAgain(web, context);
    const errors = sayErrors(page.frame.words, again?.told.errors ?? [], matchingLogErrors);
    const afterLogin = again?.told.afterLogin === true;
    return context.html(matchingLogPage(page, { typed: again?.typed ?? {}, errors, afterLogin }));
  });
  routes.post(PATH, async (context) => {
    const form = await readStaffForm(web, context);
    if (form instanceof Response) return form;
    const login = await askFreshLogin(web, context, form);
    if (login) return login;
    return answer(web, context, form.fields);
  });
  return routes;
}

type Wrong = { readonly field: string; readonly code: string };

async function answer(web: Web, context: WebContext, fields: FormFields): Promise<Response> {
  const page = staffPage(web, context);
  const typed = {
    reference: (fields.get('reference') ?? '').trim(),
    number: (fields.get('number') ?? '').trim(),
    reason: fields.get('reason') ?? '',
    format: fields.get('format') ?? '',
  };
  const again = (errors: readonly Wrong[]) => leadToStaffForm(web, context, typed, { errors });
  const asked = readAsked(typed, page.now);
  const reason = exportReasons.find((each) => each === typed.reason);
  const wrong = [
    ...('code' in asked ? [asked] : []),
    ...(reason ? [] : [{ field: 'reason', code: 'choose' }]),
  ];
  if ('code' in asked || !reason) return again(wrong);
  const format = exportFormats.find((each) => each === typed.format) ?? 'json';
  const exported = await web.world.matchingLog.exportLog({
    by: actingOf(context),
    of: asked,
    reason,
    format,
  });
  if (exported.kind === 'not-allowed') return showProblem(web, context, { problem: { kind: 'not-found' } });
  if (exported.kind === 'unknown') return again([{ field: 'reference', code: 'no-log' }]);
  const { entries } = exported;
  const body =
    format === 'csv' ? writeCsv(matchingRows(entries)) : `${JSON.stringify({ entries }, null, 2)}\n`;
  return context.body(body, 200, {
    'content-type': format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8',
    'content-disposition': `attachment; filename="matching-log.${format}"`,
  });
}

/** Exactly one of both: a reference, or a number. */
function readAsked(
  typed: { readonly reference: string; readonly number: string },
  now: Date,
): AskedLog | Wrong {
  if ((typed.reference === '') === (typed.number === '')) return { field: 'reference', code: 'one-of-both' };
  if (typed.number === '') return { reference: typed.reference };
  const parsed = parseNationalNumber(typed.number, now);
  return parsed.kind === 'parsed' ? { number: parsed.number } : { field: 'number', code: parsed.reason };
}
