import { Hono } from 'hono';
import {
  type AcceptedWork,
  parseWorkInvitationId,
  type WorkInvitations,
} from '../../../domain/work-invitation/index.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { answererIn, type InvitationAnswered } from '../invited.ts';
import { readOwnForm } from '../own-form.ts';

/** From a login of somebody who may act for nobody: an invitation to work for an organisation is answered, and the login goes on. */
export function answerInvitationRoutes(web: Web): Hono<WebEnv> {
  const { world } = web;
  const routes = new Hono<WebEnv>();

  routes.post('/login/:id/invitation', async (context) => {
    const form = await readOwnForm(web, context);
    if (form instanceof Response) return form;
    const path = `/login/${form.id}`;
    const view = await world.login.show(form.id, world.bindBrowser(form.secret));
    const by = view.kind === 'page' ? answererIn(view) : null;
    const invitation = parseWorkInvitationId(form.fields.get('invitation') ?? '');
    const answer = (['accept', 'refuse'] as const).find((each) => each === form.fields.get('answer'));
    if (by === null || invitation === null || answer === undefined) return context.redirect(path, 303);
    const answered = await world.workInvitations[answer]({ ...by, invitation });
    return context.redirect(`${path}?answered=${cameTo(answered)}`, 303);
  });

  return routes;
}

/** What came of an answer, as the page of the login tells it. */
function cameTo(answered: AcceptedWork | Awaited<ReturnType<WorkInvitations['refuse']>>): InvitationAnswered {
  switch (answered.kind) {
    case 'begun':
      return answered.leftOut > 0 ? 'partly' : 'begun';
    case 'refused':
    case 'too-weak':
      return answered.kind;
    default:
      return 'not-taken';
  }
}
