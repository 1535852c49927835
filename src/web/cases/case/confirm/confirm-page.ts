import type { KeptDocument } from '../../../../domain/documents/index.ts';
import { textArea } from '../../../ui/form/form-fields.ts';
import { type Fragment, type Html, html } from '../../../ui/html.ts';
import { banner } from '../../../ui/parts.ts';
import { candidateCard } from '../candidates/candidate-card.ts';
import { compareTable } from '../candidates/compare-table.ts';
import type { LetteredCandidate } from '../candidates/find-candidates.ts';
import type { OpenedCase } from '../case-context.ts';
import { decisionPage } from '../evidence/evidence.ts';
import { proposalCard } from '../evidence/proposal-card.ts';
import { caseForm, DECISION_FORM } from '../page/case-form.ts';
import { languageName } from '../page/language-words.ts';
import type { Trouble } from '../trouble.ts';
import { firstLooks } from './first-looks.ts';

export type ConfirmProps = {
  readonly candidates: readonly LetteredCandidate[];
  readonly comment: string;
  readonly trouble: Trouble;
  readonly shown: KeptDocument | null;
};

/** What the first agent saw and why, for the second one: agree, or send back. Never for the first one. */
export function confirmPage(opened: OpenedCase, { candidates, comment, trouble, shown }: ConfirmProps): Html {
  const { words } = opened.frame;
  return decisionPage(opened, {
    beside: { shown, typing: mayDecide(opened) },
    title: words.say('case.confirm.title'),
    trouble,
    body: html`${hindrance(opened)}${proposalCard(opened)}${firstLooks(opened)}
${comparison(opened, candidates)}
${decision(opened, comment, trouble)}`,
  });
}

function mayDecide({ view, member }: OpenedCase): boolean {
  const { state } = view.case;
  return state.kind === 'to-confirm' && state.agent !== member.person;
}

/** The register beside the request: the person who is proposed apart from those who are not. */
function comparison(opened: OpenedCase, candidates: readonly LetteredCandidate[]): Html {
  const { words } = opened.frame;
  const { state } = opened.view.case;
  const proposal = state.kind === 'to-confirm' && state.proposal.kind === 'link' ? state.proposal : null;
  const isProposed = ({ person }: LetteredCandidate) => person.number.digits.reveal() === proposal?.number;
  const proposed = candidates.filter(isProposed);
  const others = candidates.filter((each) => !isProposed(each));
  const none = words.say(proposal === null ? 'case.candidates.none' : 'case.second.gone');
  const shown = proposal === null ? candidates : proposed;
  return html`<section aria-labelledby="compare"><h2 id="compare">${words.say(proposal === null ? 'case.compare' : 'case.second.proposed')}</h2>
${shown.length === 0 ? html`<p class="card">${none}</p>` : cards(opened, shown)}</section>
${
  proposal !== null &&
  others.length > 0 &&
  html`<section aria-labelledby="others"><h2 id="others">${words.say('case.second.others')}</h2>${cards(opened, others, words.say('case.second.others'))}</section>`
}`;
}

function cards(
  opened: OpenedCase,
  candidates: readonly LetteredCandidate[],
  which: string | null = null,
): Html {
  const { frame, view } = opened;
  return html`<p>${frame.words.mark('case.highlighted')}</p>${compareTable(frame, view.case, candidates, which)}<div class="candidates">${candidates.map((each) => candidateCard(opened, each, false))}</div>`;
}

function decision(opened: OpenedCase, comment: string, trouble: Trouble): Fragment {
  const { frame, view, path } = opened;
  const { words } = frame;
  const { state, answers } = view.case;
  if (state.kind !== 'to-confirm' || !mayDecide(opened)) return null;
  const linked = state.proposal.kind === 'link';
  const language = languageName(words, answers.language);
  const form = { frame, typed: { comment }, errors: trouble.errors };
  return html`<h2>${words.say('case.happens')}</h2>
<ul class="bullets"><li>${words.say(linked ? 'case.confirm.doesLink' : 'case.confirm.does')}</li><li>${words.say(answers.emailConfirmedAt ? 'case.confirm.mail' : 'case.noMail', { language })}</li></ul>
${caseForm(opened, `${path}/confirm`, html`<div class="row"><button class="btn" name="step" value="agree">${words.say('case.confirm.do')}</button></div>`)}
<h2>${words.say('case.sendBack.title')}</h2>
${caseForm(
  opened,
  `${path}/confirm`,
  [
    textArea(form, {
      name: 'comment',
      label: words.say('case.sendBack.comment'),
      hint: words.say('case.reason.hint'),
      rows: 3,
    }),
    html`<div class="row"><button class="btn sec" name="step" value="send-back">${words.say('case.sendBack.do')}</button><button class="btn sec" name="step" value="save">${words.say('case.save')}</button><a href="${path}">${words.say('case.cancel')}</a></div>`,
  ],
  DECISION_FORM,
)}`;
}

/** Why this agent cannot decide here: nothing waits, or the proposal is their own. */
function hindrance({ frame: { words }, view, member }: OpenedCase): Fragment {
  const { state } = view.case;
  if (state.kind !== 'to-confirm') return banner('info', words.say('case.confirm.notWaiting'));
  if (state.agent !== member.person) return null;
  return banner('warn', words.say('case.confirm.own'), html`<p>${words.say('case.confirm.own.text')}</p>`);
}
