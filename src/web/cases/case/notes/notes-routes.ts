import { Hono } from 'hono';
import type { Web, WebEnv } from '../../../http/web-context.ts';
import { formAgain, troubleOf } from '../again.ts';
import { CASE, openCase, readSent } from '../case-context.ts';
import { errorsAt } from '../keep-draft.ts';
import { settle } from '../settle.ts';
import { notesErrors } from './notes-errors.ts';
import { notesPage } from './notes-page.ts';

/** Notes of agents among themselves. */
export function notesRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();

  routes.get(`${CASE}/notes`, async (context) => {
    const opened = await openCase(web, context);
    if (opened instanceof Response) return opened;
    const again = await formAgain(opened, context, notesErrors);
    const note = again?.typed.note ?? '';
    return context.html(
      notesPage(opened, { note, trouble: troubleOf(again), done: context.req.query('done') }),
    );
  });

  routes.post(`${CASE}/notes`, async (context) => {
    const sent = await readSent(web, context);
    if (sent instanceof Response) return sent;
    const { note = '' } = sent.typed;
    const answer = await web.world.desk.addNote({ by: sent.by, case: sent.id, text: note });
    return settle(web, context, errorsAt(answer, 'note'), {
      done: 'noted',
      to: '/notes',
      sent,
    });
  });
  return routes;
}
