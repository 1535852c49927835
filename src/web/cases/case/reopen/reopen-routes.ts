import { Hono } from 'hono';
import { withReason } from '../../../../domain/acting/index.ts';
import type { Web, WebEnv } from '../../../http/web-context.ts';
import { formAgain, troubleOf } from '../again.ts';
import { CASE, openCase, readSent } from '../case-context.ts';
import { settle } from '../settle.ts';
import { reopenErrors } from './reopen-errors.ts';
import { reopenPage } from './reopen-page.ts';

/** Opening a closed case again. */
export function reopenRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();

  routes.get(`${CASE}/reopen`, async (context) => {
    const opened = await openCase(web, context);
    if (opened instanceof Response) return opened;
    const again = await formAgain(opened, context, reopenErrors);
    return context.html(reopenPage(opened, again?.typed ?? {}, troubleOf(again)));
  });

  routes.post(`${CASE}/reopen`, async (context) => {
    const sent = await readSent(web, context);
    if (sent instanceof Response) return sent;
    const answer = await web.world.desk.reopenRequest({
      by: withReason(sent.by, sent.typed.reason ?? ''),
      case: sent.id,
      version: sent.version,
    });
    return settle(web, context, answer, { done: 'reopened', sent });
  });
  return routes;
}
