import { Hono } from 'hono';
import type { Web, WebEnv } from '../../../http/web-context.ts';
import { formAgain, troubleOf } from '../again.ts';
import { CASE, openCase, readSent } from '../case-context.ts';
import { draftOf } from '../draft.ts';
import { keepForLater } from '../keep-draft.ts';
import { settle } from '../settle.ts';
import { messagesErrors } from './messages-errors.ts';
import { messagesPage } from './messages-page.ts';

/** Messages both ways. */
export function messagesRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();

  routes.get(`${CASE}/messages`, async (context) => {
    const opened = await openCase(web, context);
    if (opened instanceof Response) return opened;
    const draft = draftOf(opened.view, 'message');
    const done = context.req.query('done');
    const again = await formAgain(opened, context, messagesErrors);
    const text = again?.typed.text ?? draft ?? '';
    const kept = again === null && draft !== null;
    return context.html(messagesPage(opened, { text, kept, trouble: troubleOf(again), done }));
  });

  routes.post(`${CASE}/messages`, async (context) => {
    const sent = await readSent(web, context);
    if (sent instanceof Response) return sent;
    const { text = '', step } = sent.typed;
    if (step === 'save') return keepForLater(web, context, sent, { kind: 'message', text });
    const answer = await web.world.desk.writeMessage({
      by: sent.by,
      case: sent.id,
      version: sent.version,
      text,
    });
    return settle(web, context, answer, { done: 'written', to: '/messages', sent });
  });
  return routes;
}
