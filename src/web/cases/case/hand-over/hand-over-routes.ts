import { Hono } from 'hono';
import type { Office } from '../../../../domain/casework/index.ts';
import type { Web, WebEnv } from '../../../http/web-context.ts';
import { selectField, textArea } from '../../../ui/form/form-fields.ts';
import { type Html, html } from '../../../ui/html.ts';
import { formAgain, troubleOf } from '../again.ts';
import { CASE, type OpenedCase, openCase, readSent } from '../case-context.ts';
import { draftOf } from '../draft.ts';
import { keepForLater } from '../keep-draft.ts';
import { caseForm, formButtons } from '../page/case-form.ts';
import { actionPage } from '../page/case-page.ts';
import { settle } from '../settle.ts';
import type { Trouble } from '../trouble.ts';

/** Handing a case over to a registration office, where the person has to come by. */
export function handOverRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();

  routes.get(`${CASE}/hand-over`, async (context) => {
    const opened = await openCase(web, context);
    if (opened instanceof Response) return opened;
    const again = await formAgain(opened, context);
    const typed = again?.typed ?? { reason: draftOf(opened.view, 'hand-over') ?? '' };
    const offices = await web.world.offices();
    return context.html(handOverPage(opened, offices, { typed, trouble: troubleOf(again) }));
  });

  routes.post(`${CASE}/hand-over`, async (context) => {
    const sent = await readSent(web, context);
    if (sent instanceof Response) return sent;
    const { office = '', reason = '', step } = sent.typed;
    if (step === 'save') return keepForLater(web, context, sent, { kind: 'hand-over', text: reason });
    const answer = await web.world.desk.handOver(sent.member, sent.id, sent.version, office, reason);
    return settle(web, context, answer, { done: 'handed-over', sent });
  });
  return routes;
}

type Typed = { readonly typed: Readonly<Record<string, string>>; readonly trouble: Trouble };

/** Which office, out of those that work with Sluis; says how there comes to be one where there is none yet. */
function handOverPage(opened: OpenedCase, offices: readonly Office[], { typed, trouble }: Typed): Html {
  const { frame, path } = opened;
  const { words } = frame;
  const form = { frame, typed, errors: trouble.errors };
  const office = { name: 'office', label: words.say('case.office'), hint: words.say('case.office.hint') };
  const choices = offices.map(({ organisation, name }) => ({ value: organisation, label: name }));
  return actionPage(opened, {
    title: words.say('case.handOver.title'),
    trouble,
    body:
      offices.length === 0
        ? html`<p class="card">${words.say('case.handOver.none')}</p><p><a class="btn" href="${path}">${words.say('case.backToCase')}</a></p>`
        : html`<p>${words.say('case.handOver.text')}</p>${caseForm(opened, `${path}/hand-over`, [
            selectField(form, { ...office, choices }),
            textArea(form, {
              name: 'reason',
              label: words.say('case.handOver.reason'),
              hint: words.say('case.handOver.reason.hint'),
              rows: 4,
            }),
            formButtons(opened, { label: words.say('case.handOver.do') }),
          ])}`,
  });
}
