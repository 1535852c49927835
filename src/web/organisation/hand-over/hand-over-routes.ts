import { Hono } from 'hono';
import { withReason } from '../../../domain/acting/index.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { html } from '../../ui/html.ts';
import { colleagueOf } from '../colleague-of.ts';
import { confirmPage } from '../confirm-page.ts';
import { namedAdministrator } from '../named-administrator.ts';
import { ORGANISATION, openedFresh, readFreshForm, showNotHere } from '../open-organisation.ts';
import { readReason } from '../read-reason.ts';
import { reasonForm, showReasonAgain } from '../reason-form.ts';

/** Where a step that did not come about is told. */
const told = {
  'not-allowed': 'not-allowed',
  gone: 'gone',
  'unknown-colleague': 'gone',
  same: 'already',
  already: 'already',
} as const;

/** Handing an administration over to a colleague, with what rests on it. */
export function handOverRoutes(web: Web): Hono<WebEnv> {
  const { appointments } = web.world;
  const routes = new Hono<WebEnv>();
  const address = `${ORGANISATION}/administrators/:administration/hand-over` as const;

  routes.get(address, async (context) => {
    const opened = await openedFresh(web, context);
    if (opened instanceof Response) return opened;
    const one = await namedAdministrator(web, context, opened);
    if (one === null) return showNotHere(web, context, opened);
    const { frame, at } = opened;
    const { words } = frame;
    if (!one.mayHandOver) return context.redirect(at('/administrators?done=not-allowed'), 303);
    const title = words.say('handOver.title');
    const colleague = await colleagueOf(web, context, opened, { title, keep: {} });
    if (colleague instanceof Response) return colleague;
    const to = `${colleague.givenNames} ${colleague.familyName}`.trim();
    return context.html(
      confirmPage(await reasonForm(web, context, opened), {
        title,
        section: 'administrators',
        action: `${context.req.path}?colleague=${colleague.relation}`,
        back: at('/administrators'),
        text: html`<p class="lede">${words.mark('handOver.text', { from: one.name, to })}</p>
<p>${words.say('handOver.resting')}</p>
<p><a href="${context.req.path}">${words.say('handOver.other')}</a></p>`,
        button: words.say('handOver.do'),
        isDanger: false,
      }),
    );
  });

  routes.post(address, async (context) => {
    const form = await readFreshForm(web, context);
    if (form instanceof Response) return form;
    const one = await namedAdministrator(web, context, form);
    if (one === null) return showNotHere(web, context, form);
    const asking = { title: form.frame.words.say('handOver.title'), keep: {} };
    const colleague = await colleagueOf(web, context, form, asking);
    if (colleague instanceof Response) return context.redirect(context.req.path, 303);
    const { reason, errors } = readReason(form.fields);
    if (errors.length > 0) return showReasonAgain(web, context, form, errors);
    const handed = await appointments.handOver({
      by: withReason(form.by, reason),
      organisation: form.administrator.organisation.id,
      administration: one.id,
      to: colleague.relation,
    });
    if (handed.kind !== 'handed-over')
      return context.redirect(form.at(`/administrators?done=${told[handed.kind]}`), 303);
    return context.redirect(
      handed.isOneself ? '/organisation' : form.at('/administrators?done=handed-over'),
      303,
    );
  });
  return routes;
}
