import { textArea } from '../../ui/form-fields.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import { banner } from '../../ui/parts.ts';
import { candidateCard } from './candidate-card.ts';
import type { OpenedCase } from './case-context.ts';
import { caseForm } from './case-form.ts';
import { actionPage } from './case-page.ts';
import { compareTable } from './compare-table.ts';
import type { LetteredCandidate } from './find-candidates.ts';
import { languageName } from './language-words.ts';
import { proposalCard } from './proposal-card.ts';
import { remarkWarning, requestCard } from './request-card.ts';
import type { Trouble } from './trouble.ts';

export type ConfirmProps = {
  readonly candidates: readonly LetteredCandidate[];
  readonly comment: string;
  readonly trouble: Trouble;
};

/** What the first agent saw and why, for the second one: agree, or send back. Never for the first one. */
export function confirmPage(opened: OpenedCase, { candidates, comment, trouble }: ConfirmProps): Html {
  const { frame, view } = opened;
  const { words } = frame;
  return actionPage(opened, {
    title: words.say('case.confirm.title'),
    trouble,
    body: html`${hindrance(opened)}${proposalCard(opened)}${remarkWarning(opened)}
<section aria-labelledby="compare"><h2 id="compare">${words.say('case.compare')}</h2>
${
  candidates.length === 0
    ? html`<p class="card">${words.say('case.candidates.none')}</p>`
    : html`<p>${words.mark('case.highlighted')}</p>${compareTable(frame, view.case, candidates)}<div class="candidates">${candidates.map((each) => candidateCard(opened, each, false))}</div>`
}</section>${requestCard(opened)}
${decision(opened, comment, trouble)}`,
  });
}

function decision(opened: OpenedCase, comment: string, trouble: Trouble): Fragment {
  const { frame, view, member, path } = opened;
  const { words } = frame;
  const { state, answers } = view.case;
  if (state.kind !== 'to-confirm' || state.agent === member.person) return null;
  const linked = state.proposal.kind === 'link';
  const language = languageName(words, answers.language);
  const form = { frame, typed: { comment }, errors: trouble.errors };
  return html`<h2>${words.say('case.happens')}</h2>
<ul class="bullets"><li>${words.say(linked ? 'case.confirm.doesLink' : 'case.confirm.does')}</li><li>${words.say(answers.emailConfirmedAt ? 'case.confirm.mail' : 'case.noMail', { language })}</li></ul>
${caseForm(opened, `${path}/confirm`, html`<div class="row"><button class="btn" name="step" value="agree">${words.say('case.confirm.do')}</button></div>`)}
<h2>${words.say('case.sendBack.title')}</h2>
${caseForm(opened, `${path}/confirm`, [
  textArea(form, {
    name: 'comment',
    label: words.say('case.sendBack.comment'),
    hint: words.say('case.reason.hint'),
    rows: 3,
  }),
  html`<div class="row"><button class="btn sec" name="step" value="send-back">${words.say('case.sendBack.do')}</button><button class="btn sec" name="step" value="save">${words.say('case.save')}</button><a href="${path}">${words.say('case.cancel')}</a></div>`,
])}`;
}

/** Why this agent cannot decide here: nothing waits, or the proposal is their own. */
function hindrance({ frame: { words }, view, member }: OpenedCase): Fragment {
  const { state } = view.case;
  if (state.kind !== 'to-confirm') return banner('info', words.say('case.confirm.notWaiting'));
  if (state.agent !== member.person) return null;
  return banner('warn', words.say('case.confirm.own'), html`<p>${words.say('case.confirm.own.text')}</p>`);
}
