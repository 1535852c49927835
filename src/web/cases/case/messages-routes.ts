import { Hono } from 'hono';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { CASE, openCase, readSent } from './case-context.ts';
import { draftOf } from './draft.ts';
import { keepForLater } from './keep-draft.ts';
import { messagesPage } from './messages-page.ts';
import { type Settlement, settle } from './settle.ts';
import { noTrouble } from './trouble.ts';

/** Messages both ways. */
export function messagesRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();

  routes.get(`${CASE}/messages`, async (context) => {
    const opened = await openCase(web, context);
    if (opened instanceof Response) return opened;
    const draft = draftOf(opened.view, 'message');
    const done = context.req.query('done');
    return context.html(
      messagesPage(opened, { text: draft ?? '', kept: draft !== null, trouble: noTrouble, done }),
    );
  });

  routes.post(`${CASE}/messages`, async (context) => {
    const sent = await readSent(web, context);
    if (sent instanceof Response) return sent;
    const { text = '', step } = sent.typed;
    const again: Settlement['again'] = (opened, trouble) =>
      messagesPage(opened, { text, kept: false, trouble });
    if (step === 'save') return keepForLater(web, context, sent, { kind: 'message', text, again });
    const answer = await web.world.desk.write(sent.member, sent.id, sent.version, text);
    return settle(web, context, answer, { done: 'written', to: '/messages', again });
  });
  return routes;
}
