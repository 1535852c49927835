import { Hono } from 'hono';
import type { Web, WebEnv } from '../../../http/web-context.ts';
import { textArea } from '../../../ui/form/form-fields.ts';
import { type Html, html } from '../../../ui/html.ts';
import { formAgain, troubleOf } from '../again.ts';
import { CASE, type OpenedCase, openCase, readSent } from '../case-context.ts';
import { caseForm, formButtons } from '../page/case-form.ts';
import { actionPage } from '../page/case-page.ts';
import { settle } from '../settle.ts';
import type { Trouble } from '../trouble.ts';

/** Opening a closed case again. */
export function reopenRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();

  routes.get(`${CASE}/reopen`, async (context) => {
    const opened = await openCase(web, context);
    if (opened instanceof Response) return opened;
    const again = await formAgain(opened, context);
    return context.html(reopenPage(opened, again?.typed ?? {}, troubleOf(again)));
  });

  routes.post(`${CASE}/reopen`, async (context) => {
    const sent = await readSent(web, context);
    if (sent instanceof Response) return sent;
    const answer = await web.world.desk.reopen(sent.member, sent.id, sent.version, sent.typed.reason ?? '');
    return settle(web, context, answer, { done: 'reopened', sent });
  });
  return routes;
}

function reopenPage(opened: OpenedCase, typed: Readonly<Record<string, string>>, trouble: Trouble): Html {
  const { frame, path } = opened;
  const { words } = frame;
  const form = { frame, typed, errors: trouble.errors };
  return actionPage(opened, {
    title: words.say('case.reopen.title'),
    trouble,
    body: html`<p>${words.say('case.reopen.text')}</p>${caseForm(opened, `${path}/reopen`, [
      textArea(form, {
        name: 'reason',
        label: words.say('case.reopen.reason'),
        hint: words.say('case.reopen.reason.hint'),
        rows: 4,
      }),
      formButtons(opened, { label: words.say('case.reopen.do'), saving: false }),
    ])}`,
  });
}
