import { Hono } from 'hono';
import { dayOf } from '../../../base/calendar.ts';
import { isLanguage } from '../../../base/language.ts';
import { staffOf } from '../../http/session/staff-context.ts';
import { showProblem } from '../../http/show-problem.ts';
import type { Web, WebContext, WebEnv } from '../../http/web-context.ts';
import { caseIn } from '../case-in.ts';
import { slipPage } from './slip-page.ts';

/** What an officer prints and hands over. */
export function slipRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();

  routes.get('/office/case/:id/slip', (context) => showSlip(web, context));
  return routes;
}

async function showSlip(web: Web, context: WebContext): Promise<Response> {
  const one = await caseIn(web, context);
  if (one === null) return showProblem(web, context, { problem: { kind: 'not-found' } });
  const officer = staffOf(context);
  const { settings, clock } = web.world;
  const offices = await web.world.offices();
  // In the language of the person, or another one that the officer picks at the top.
  const asked = context.req.query('lang');
  const language = isLanguage(asked) ? asked : one.answers.language;
  const frame = web.frames({ language, path: `/office/case/${one.id}/slip` });
  return context.html(
    slipPage(frame, {
      one,
      office: officer.organisationName,
      place: offices.find(({ organisation }) => organisation === officer.organisation)?.place ?? null,
      address: `${settings.origin}/request`,
      telephone: settings.contact.telephone,
      today: dayOf(clock()),
    }),
  );
}
