import { Hono } from 'hono';
import { withReason } from '../../../../domain/acting/index.ts';
import type { Web, WebContext, WebEnv } from '../../../http/web-context.ts';
import { formAgain, troubleOf } from '../again.ts';
import { CASE, openCase, readSent } from '../case-context.ts';
import { settle } from '../settle.ts';
import { takeOverErrors } from './take-over-errors.ts';
import { takeOverPage } from './take-over-page.ts';

/** Taking a case over from another agent, with a reason. */
export function takeOverRoutes(web: Web): Hono<WebEnv> {
  const { desk } = web.world;
  const routes = new Hono<WebEnv>();

  routes.get(`${CASE}/take-over`, (context) => showTakeOver(web, context));

  routes.post(`${CASE}/take-over`, async (context) => {
    const sent = await readSent(web, context);
    if (sent instanceof Response) return sent;
    const { reason = '' } = sent.typed;
    const answer = await desk.takeOverCase({ by: withReason(sent.by, reason), case: sent.id });
    return settle(web, context, answer, { done: 'taken-over', sent });
  });
  return routes;
}

async function showTakeOver(web: Web, context: WebContext): Promise<Response> {
  const opened = await openCase(web, context);
  if (opened instanceof Response) return opened;
  const again = await formAgain(opened, context, takeOverErrors);
  return context.html(takeOverPage(opened, again?.typed ?? {}, troubleOf(again)));
}
