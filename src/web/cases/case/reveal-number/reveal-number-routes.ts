import { Hono } from 'hono';
import { formatNationalNumber, maskNationalNumber } from '../../../../domain/person/index.ts';
import type { Web, WebContext, WebEnv } from '../../../http/web-context.ts';
import { textArea } from '../../../ui/form/form-fields.ts';
import { type Html, html } from '../../../ui/html.ts';
import { facts } from '../../../ui/parts.ts';
import { showDeskRefusal } from '../../refusals.ts';
import { formAgain, leadToForm } from '../again.ts';
import { chosenIn } from '../candidates/chosen.ts';
import type { LetteredCandidate } from '../candidates/find-candidates.ts';
import { CASE, type OpenedCase, openCase, readSent } from '../case-context.ts';
import { caseForm } from '../page/case-form.ts';
import { actionPage } from '../page/case-page.ts';
import { errorsInWords, noTrouble, type Trouble } from '../trouble.ts';

/** The number of a candidate in full: only with a reason, which stands in the history of the case. */
export function numberRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  const open = async (context: WebContext) => {
    const opened = await openCase(web, context);
    if (opened instanceof Response) return opened;
    const candidate = await chosenIn(opened, context);
    return candidate instanceof Response ? candidate : { opened, candidate };
  };

  routes.get(`${CASE}/number/:choice`, async (context) => {
    const at = await open(context);
    if (at instanceof Response) return at;
    const { opened, candidate } = at;
    const again = await formAgain(opened, context);
    const reason = again?.typed.reason ?? '';
    if (again?.step !== 'shown')
      return context.html(askPage(opened, candidate, reason, again?.trouble ?? noTrouble));
    // Each time that the page with the number is asked for is a look of its own.
    const { member, view, frame } = opened;
    const answer = await web.world.desk.revealNumber(member, view.case.id, candidate.person.number, reason);
    if (answer.kind === 'done') return context.html(numberPage(opened, candidate));
    if (answer.kind !== 'wrong') return showDeskRefusal(web, context, answer);
    const trouble = { errors: errorsInWords(frame.words, answer.errors), obstacle: null };
    return context.html(askPage(opened, candidate, reason, trouble));
  });

  routes.post(`${CASE}/number/:choice`, async (context) => {
    const sent = await readSent(web, context);
    return sent instanceof Response ? sent : leadToForm(web, context, sent, { errors: [], step: 'shown' });
  });
  return routes;
}

function askPage(opened: OpenedCase, candidate: LetteredCandidate, reason: string, trouble: Trouble): Html {
  const { frame, path } = opened;
  const { words } = frame;
  const form = { frame, typed: { reason }, errors: trouble.errors };
  return actionPage(opened, {
    title: words.say('case.number.title'),
    trouble,
    body: html`${candidateFacts(opened, candidate, maskNationalNumber(candidate.person.number))}
${caseForm(opened, `${path}/number/${candidate.sealed}`, [
  textArea(form, {
    name: 'reason',
    label: words.say('case.number.reason'),
    hint: words.say('case.reason.hint'),
    rows: 2,
  }),
  html`<div class="row"><button class="btn">${words.say('case.number.show')}</button><a href="${path}">${words.say('case.cancel')}</a></div>`,
])}`,
  });
}

function numberPage(opened: OpenedCase, candidate: LetteredCandidate): Html {
  const { words } = opened.frame;
  return actionPage(opened, {
    title: words.say('case.number.title'),
    body: html`${candidateFacts(opened, candidate, formatNationalNumber(candidate.person.number))}
<p>${words.say('case.number.shown')}</p>`,
  });
}

function candidateFacts({ frame }: OpenedCase, { person }: LetteredCandidate, number: string): Html {
  const { words } = frame;
  return html`<div class="card">${facts([
    [
      words.say('case.registeredName'),
      html`<span translate="no">${person.givenNames} ${person.familyName}</span>`,
    ],
    [words.say('case.number'), html`<span class="num" translate="no">${number}</span>`],
  ])}</div>`;
}
