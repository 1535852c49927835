import { Hono } from 'hono';
import { withReason } from '../../../domain/acting/index.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { html } from '../../ui/html.ts';
import { confirmPage } from '../confirm-page.ts';
import { namedAdministrator } from '../named-administrator.ts';
import { ORGANISATION, openedFresh, readFreshForm, showNotHere } from '../open-organisation.ts';
import { readReason } from '../read-reason.ts';
import { reasonForm, showReasonAgain } from '../reason-form.ts';

/** The legal representative takes an administration over, with what rests on it. */
export function takeOverRoutes(web: Web): Hono<WebEnv> {
  const { appointments } = web.world;
  const routes = new Hono<WebEnv>();
  const address = `${ORGANISATION}/administrators/:administration/take-over` as const;

  routes.get(address, async (context) => {
    const opened = await openedFresh(web, context);
    if (opened instanceof Response) return opened;
    const one = await namedAdministrator(web, context, opened);
    if (one === null) return showNotHere(web, context, opened);
    const { frame, at } = opened;
    const { words } = frame;
    if (!one.mayTakeOver) return context.redirect(at('/administrators?done=not-allowed'), 303);
    return context.html(
      confirmPage(await reasonForm(web, context, opened), {
        title: words.say('takeOver.title'),
        section: 'administrators',
        action: context.req.path,
        back: at('/administrators'),
        text: html`<p class="lede">${words.mark('takeOver.text', { name: one.name })}</p>
<p>${words.say('takeOver.others')}</p>`,
        button: words.say('takeOver.do'),
        isDanger: true,
      }),
    );
  });

  routes.post(address, async (context) => {
    const form = await readFreshForm(web, context);
    if (form instanceof Response) return form;
    const one = await namedAdministrator(web, context, form);
    if (one === null) return showNotHere(web, context, form);
    const { reason, errors } = readReason(form.fields);
    if (errors.length > 0) return showReasonAgain(web, context, form, errors);
    const taken = await appointments.handOver({
      by: withReason(form.by, reason),
      organisation: form.administrator.organisation.id,
      administration: one.id,
      to: 'oneself',
    });
    const done =
      taken.kind === 'handed-over' ? 'taken-over' : taken.kind === 'not-allowed' ? taken.kind : 'gone';
    return context.redirect(form.at(`/administrators?done=${done}`), 303);
  });
  return routes;
}
