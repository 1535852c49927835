import { type RefusalReason, refusalReasons } from '../../../../domain/casework/index.ts';
import type { KeptDocument } from '../../../../domain/documents/index.ts';
import { radioField } from '../../../ui/form/form-fields.ts';
import { type Fragment, type Html, html } from '../../../ui/html.ts';
import { facts } from '../../../ui/parts.ts';
import type { OpenedCase } from '../case-context.ts';
import { decisionPage } from '../evidence/evidence.ts';
import { letterArea, letterPreview } from '../letter.ts';
import { caseForm, DECISION_FORM, formButtons, hidden } from '../page/case-form.ts';
import { actionPage } from '../page/case-page.ts';
import { languageName } from '../page/language-words.ts';
import { noTrouble, type Trouble } from '../trouble.ts';

export type TypedRefusal = { readonly reason: RefusalReason; readonly text: string };

/** First: why. Goes by GET: nothing of it is personal. */
export function refuseWhyPage(
  opened: OpenedCase,
  { candidates, trouble = noTrouble, shown }: RefuseProps,
): Html {
  const { frame, path } = opened;
  const { words } = frame;
  const form = { frame, typed: {}, errors: trouble.errors };
  const choices = refusalReasons.map((value) => ({ value, label: words.say(`case.refusal.${value}`) }));
  return decisionPage(opened, {
    beside: { shown, typing: false },
    title: words.say('case.refuse.title'),
    trouble,
    body: html`${candidateWarning(opened, candidates)}<form method="get" action="${path}/refuse" novalidate>
${radioField(form, { name: 'reason', label: words.say('case.refuse.why'), choices })}
<div class="row"><button class="btn">${words.say('frame.continue')}</button><a href="${path}">${words.say('case.cancel')}</a></div></form>`,
  });
}

export type RefuseProps = {
  readonly candidates: number;
  readonly kept?: boolean;
  readonly trouble?: Trouble;
  /** The document that is looked at beside it. */
  readonly shown: KeptDocument | null;
};

/** Then: the text, with the legal remedy in it, in the language of the applicant. */
export function refusePage(
  opened: OpenedCase,
  { reason, text }: TypedRefusal,
  { candidates, kept = false, trouble = noTrouble, shown }: RefuseProps,
): Html {
  const { frame, path, view } = opened;
  const { words } = frame;
  return decisionPage(opened, {
    beside: { shown, typing: true },
    title: words.say('case.refuse.title'),
    trouble,
    body: html`${candidateWarning(opened, candidates)}
<div class="card">${facts([[words.say('case.reason.of'), words.say(`case.refusal.${reason}`)]])}<p><a href="${path}/refuse">${words.say('case.refuse.otherReason')}</a></p></div>
<p>${words.say('case.refuse.remedy')}</p>
${caseForm(
  opened,
  `${path}/refuse`,
  [
    hidden('reason', reason),
    letterArea(opened, { text, language: view.case.answers.language, kept, trouble }),
    formButtons(opened, { label: words.say('case.preview') }),
  ],
  DECISION_FORM,
)}`,
  });
}

/** Last: what the applicant gets, and what refusing does. */
export function refusePreviewPage(
  opened: OpenedCase,
  { reason, text }: TypedRefusal,
  candidates: number,
  trouble: Trouble = noTrouble,
): Html {
  const { frame, path, view } = opened;
  const { words } = frame;
  const { language, emailConfirmedAt } = view.case.answers;
  return actionPage(opened, {
    title: words.say('case.refuse.check'),
    trouble,
    body: html`${candidateWarning(opened, candidates)}
<div class="card">${facts([[words.say('case.reason.of'), words.say(`case.refusal.${reason}`)]])}</div>
${letterPreview(opened, text, language)}
<h2>${words.say('case.happens')}</h2>
<ul class="bullets"><li>${words.say('case.refuse.does')}</li><li>${words.say(emailConfirmedAt ? 'case.refuse.mail' : 'case.noMail', { language: languageName(words, language) })}</li></ul>
${caseForm(opened, `${path}/refuse`, html`${hidden('reason', reason)}${hidden('text', text)}<div class="row"><button class="btn danger" name="step" value="send">${words.say('case.refuse.do')}</button><button class="btn sec" name="step" value="change">${words.say('case.change')}</button><a href="${path}">${words.say('case.cancel')}</a></div>`)}`,
  });
}

function candidateWarning({ frame }: OpenedCase, count: number): Fragment {
  return count > 0 && html`<p class="warning">${frame.words.say('case.refuse.candidates', { count })}</p>`;
}
