import { nearestLanguage } from '../../../../base/language.ts';
import type { CalendarDate } from '../../../../base/time.ts';
import { documentKinds } from '../../../../domain/documents/index.ts';
import { type AskKey, askKeys, defaultTemplate } from '../../../../domain/notification/index.ts';
import { dateField, radioField } from '../../../ui/form/form-fields.ts';
import { type Html, html } from '../../../ui/html.ts';
import { facts } from '../../../ui/parts.ts';
import type { OpenedCase } from '../case-context.ts';
import { letterArea, letterPreview } from '../letter.ts';
import { caseForm, formButtons, hidden } from '../page/case-form.ts';
import { actionPage } from '../page/case-page.ts';
import { languageName } from '../page/language-words.ts';
import { noTrouble, type Trouble } from '../trouble.ts';

/** A question to the applicant as it stands in the form. */
export type TypedQuestion = {
  readonly template: AskKey;
  readonly dueOn: CalendarDate;
  readonly text: string;
  readonly documents: readonly string[];
};

/** First: about what, and by when. Goes by GET: nothing of it is personal. */
export function askAboutPage(
  opened: OpenedCase,
  typed: Readonly<Record<string, string>>,
  trouble: Trouble,
): Html {
  const { frame, path } = opened;
  const { words } = frame;
  const form = { frame, typed, errors: trouble.errors };
  const choices = askKeys.map((value) => ({
    value,
    label: defaultTemplate(value, nearestLanguage(words.language)).subject,
  }));
  return actionPage(opened, {
    title: words.say('case.ask.title'),
    trouble,
    body: html`<form method="get" action="${path}/ask" novalidate>
${radioField(form, { name: 'template', label: words.say('case.ask.about'), choices })}
${dateField(form, { name: 'dueOn', label: words.say('case.ask.dueOn'), hint: words.say('case.ask.dueOn.hint') })}
<div class="row"><button class="btn">${words.say('frame.continue')}</button><a href="${path}">${words.say('case.cancel')}</a></div></form>`,
  });
}

/** Then: the text in the language of the applicant, and the documents that are needed. */
export function askPage(
  opened: OpenedCase,
  question: TypedQuestion,
  { kept = false, trouble = noTrouble }: { readonly kept?: boolean; readonly trouble?: Trouble } = {},
): Html {
  const { frame, path, view } = opened;
  const { words } = frame;
  const boxes = documentKinds.map((kind, index) => {
    const id = index === 0 ? 'documents' : `documents-${kind}`;
    return html`<div class="radio"><input type="checkbox" id="${id}" name="documents" value="${kind}"${question.documents.includes(kind) && html` checked`}><label for="${id}">${words.say(`case.doc.${kind}`)}</label></div>`;
  });
  return actionPage(opened, {
    title: words.say('case.ask.title'),
    trouble,
    body: html`<div class="card">${questionFacts(opened, question)}<p><a href="${path}/ask">${words.say('case.ask.change')}</a></p></div>
${caseForm(opened, `${path}/ask`, [
  hidden('template', question.template),
  hidden('dueOn', question.dueOn),
  letterArea(opened, { text: question.text, language: view.case.answers.language, kept, trouble }),
  html`<fieldset class="field"><legend>${words.say('case.ask.documents')} <span class="optional">${words.say('form.optional')}</span></legend>${boxes}</fieldset>`,
  formButtons(opened, { label: words.say('case.preview') }),
])}`,
  });
}

/** Last: the question as the applicant gets it, before it is sent. */
export function askPreviewPage(opened: OpenedCase, question: TypedQuestion): Html {
  const { frame, path, view } = opened;
  const { words } = frame;
  const { language } = view.case.answers;
  const fields = [
    hidden('template', question.template),
    hidden('dueOn', question.dueOn),
    hidden('text', question.text),
    question.documents.map((kind) => hidden('documents', kind)),
  ];
  return actionPage(opened, {
    title: words.say('case.preview.title'),
    body: html`<div class="card">${questionFacts(opened, question)}</div>
${letterPreview(opened, question.text, language)}
<p>${words.say(view.case.answers.emailConfirmedAt ? 'case.ask.mail' : 'case.noMail', { language: languageName(words, language) })}</p>
${caseForm(opened, `${path}/ask`, html`${fields}<div class="row"><button class="btn" name="step" value="send">${words.say('case.ask.do')}</button><button class="btn sec" name="step" value="change">${words.say('case.change')}</button><a href="${path}">${words.say('case.cancel')}</a></div>`)}`,
  });
}

function questionFacts({ frame }: OpenedCase, { template, dueOn, documents }: TypedQuestion): Html {
  const { words } = frame;
  const named = documents.flatMap((each) => {
    const kind = documentKinds.find((known) => known === each);
    return kind ? [words.say(`case.doc.${kind}`)] : [];
  });
  const language = nearestLanguage(words.language);
  return facts([
    [words.say('case.ask.about'), defaultTemplate(template, language).subject],
    [words.say('case.ask.dueOn'), html`<time datetime="${dueOn}">${words.date(dueOn)}</time>`],
    ...(named.length > 0 ? [[words.say('case.ask.documents'), words.list(named)] as const] : []),
  ]);
}
