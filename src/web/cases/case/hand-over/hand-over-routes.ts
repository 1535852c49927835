import { Hono } from 'hono';
import { withReason } from '../../../../domain/acting/index.ts';
import type { Web, WebEnv } from '../../../http/web-context.ts';
import { formAgain, troubleOf } from '../again.ts';
import { CASE, openCase, readSent } from '../case-context.ts';
import { draftOf } from '../draft.ts';
import { keepForLater } from '../keep-draft.ts';
import { settle } from '../settle.ts';
import { handOverErrors } from './hand-over-errors.ts';
import { handOverPage } from './hand-over-page.ts';

/** Handing a case over to a registration office, where the person has to come by. */
export function handOverRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();

  routes.get(`${CASE}/hand-over`, async (context) => {
    const opened = await openCase(web, context);
    if (opened instanceof Response) return opened;
    const again = await formAgain(opened, context, handOverErrors);
    const typed = again?.typed ?? { reason: draftOf(opened.view, 'hand-over') ?? '' };
    const offices = await web.world.offices();
    return context.html(handOverPage(opened, offices, { typed, trouble: troubleOf(again) }));
  });

  routes.post(`${CASE}/hand-over`, async (context) => {
    const sent = await readSent(web, context);
    if (sent instanceof Response) return sent;
    const { office = '', reason = '', step } = sent.typed;
    if (step === 'save') return keepForLater(web, context, sent, { kind: 'hand-over', text: reason });
    const answer = await web.world.desk.handOverToOffice({
      by: withReason(sent.by, reason),
      case: sent.id,
      version: sent.version,
      office,
    });
    return settle(web, context, answer, { done: 'handed-over', sent });
  });
  return routes;
}
