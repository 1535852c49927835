import { Hono } from 'hono';
import type { Web, WebContext, WebEnv } from '../../../http/web-context.ts';
import { textArea } from '../../../ui/form/form-fields.ts';
import { type Html, html } from '../../../ui/html.ts';
import { showDeskRefusal } from '../../refusals.ts';
import { formAgain, troubleOf } from '../again.ts';
import { CASE, type OpenedCase, openCase, readSent } from '../case-context.ts';
import { caseForm } from '../page/case-form.ts';
import { actionPage } from '../page/case-page.ts';
import { settle } from '../settle.ts';
import type { Trouble } from '../trouble.ts';

/** Taking a case, giving it back, and taking it over from another agent. */
export function holdRoutes(web: Web): Hono<WebEnv> {
  const { desk } = web.world;
  const routes = new Hono<WebEnv>();

  routes.post(`${CASE}/take`, async (context) => {
    const sent = await readSent(web, context);
    if (sent instanceof Response) return sent;
    const answer = await desk.assign(sent.member, [sent.id], sent.member.person);
    if ('kind' in answer) return showDeskRefusal(web, context, answer);
    return context.redirect(`/cases/${sent.id}${answer.assigned.length > 0 ? '?done=taken' : ''}`, 303);
  });

  routes.post(`${CASE}/release`, async (context) => {
    const sent = await readSent(web, context);
    if (sent instanceof Response) return sent;
    const answer = await desk.release(sent.member, sent.id, sent.version);
    return settle(web, context, answer, { done: 'released', sent, page: `/cases/${sent.id}` });
  });

  routes.get(`${CASE}/take-over`, (context) => showTakeOver(web, context));

  routes.post(`${CASE}/take-over`, async (context) => {
    const sent = await readSent(web, context);
    if (sent instanceof Response) return sent;
    const { reason = '' } = sent.typed;
    const answer = await desk.takeOver(sent.member, sent.id, reason);
    return settle(web, context, answer, { done: 'taken-over', sent });
  });
  return routes;
}

async function showTakeOver(web: Web, context: WebContext): Promise<Response> {
  const opened = await openCase(web, context);
  if (opened instanceof Response) return opened;
  const again = await formAgain(opened, context);
  return context.html(takeOverPage(opened, again?.typed ?? {}, troubleOf(again)));
}

function takeOverPage(opened: OpenedCase, typed: Readonly<Record<string, string>>, trouble: Trouble): Html {
  const { frame, path } = opened;
  const { words } = frame;
  const form = { frame, typed, errors: trouble.errors };
  return actionPage(opened, {
    title: words.say('case.takeOver.title'),
    trouble,
    body: html`<p>${words.say('case.takeOver.text')}</p>${caseForm(opened, `${path}/take-over`, [
      textArea(form, {
        name: 'reason',
        label: words.say('case.takeOver.reason'),
        hint: words.say('case.reason.hint'),
        rows: 2,
      }),
      html`<div class="row"><button class="btn">${words.say('case.takeOver')}</button><a href="${path}">${words.say('case.cancel')}</a></div>`,
    ])}`,
  });
}
