import { Hono } from 'hono';
import { withReason } from '../../../domain/acting/index.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { html } from '../../ui/html.ts';
import { confirmPage } from '../confirm-page.ts';
import { namedAdministrator } from '../named-administrator.ts';
import { ORGANISATION, openedFresh, readFreshForm, showNotHere } from '../open-organisation.ts';
import { readReason } from '../read-reason.ts';
import { reasonForm, showReasonAgain } from '../reason-form.ts';

/** Ending an administration: somebody else’s, or one’s own. */
export function endAdministratorRoutes(web: Web): Hono<WebEnv> {
  const { appointments } = web.world;
  const routes = new Hono<WebEnv>();
  const address = `${ORGANISATION}/administrators/:administration/end` as const;

  routes.get(address, async (context) => {
    const opened = await openedFresh(web, context);
    if (opened instanceof Response) return opened;
    const one = await namedAdministrator(web, context, opened);
    if (one === null) return showNotHere(web, context, opened);
    const { frame, at, administrator } = opened;
    const { words } = frame;
    if (!one.mayEnd) return context.redirect(at('/administrators?done=not-allowed'), 303);
    const names = { name: one.name, organisation: administrator.organisation.name };
    const own = one.isOneself;
    const text = own
      ? words.say('endAdministrator.own.text', names)
      : words.say('endAdministrator.text', names);
    return context.html(
      confirmPage(await reasonForm(web, context, opened), {
        title: words.say(own ? 'endAdministrator.own' : 'endAdministrator.title'),
        section: 'administrators',
        action: context.req.path,
        back: at('/administrators'),
        text: html`<p class="lede">${text}</p>
${one.mayHandOver && html`<p>${words.mark('endAdministrator.resting', {}, [at(`/administrators/${one.id}/hand-over`)])}</p>`}`,
        button: words.say(own ? 'endAdministrator.own.do' : 'endAdministrator.do'),
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
    const ended = await appointments.endAdministration({
      by: withReason(form.by, reason),
      organisation: form.administrator.organisation.id,
      administration: one.id,
    });
    // Whoever ended their own may administer nothing here any more.
    if (ended.kind === 'ended' && ended.isOneself) return context.redirect('/organisation', 303);
    return context.redirect(form.at(`/administrators?done=${ended.kind}`), 303);
  });
  return routes;
}
