import { nearestLanguage } from '../../../../base/language.ts';
import type { CalendarDate } from '../../../../base/time.ts';
import type { Case, CaseMessage } from '../../../../domain/casework/index.ts';
import { documentKinds } from '../../../../domain/documents/index.ts';
import { defaultTemplate, isTemplateKey, type SentMail } from '../../../../domain/notification/index.ts';
import { type Fragment, type Html, html } from '../../../ui/html.ts';
import { timeTag } from '../../../ui/parts.ts';
import { actionsOf } from '../case-actions.ts';
import type { OpenedCase } from '../case-context.ts';
import { letterArea } from '../letter.ts';
import { caseForm } from '../page/case-form.ts';
import { tabPage } from '../page/case-page.ts';
import { actorName, agentName } from '../page/people-words.ts';
import type { Trouble } from '../trouble.ts';

export type MessagesProps = {
  readonly text: string;
  readonly kept: boolean;
  readonly trouble: Trouble;
  readonly done?: string | undefined;
};

/** What agent and applicant wrote to each other, the mails that went out, and a message that asks for nothing. */
export function messagesPage(opened: OpenedCase, { text, kept, trouble, done }: MessagesProps): Html {
  const { frame, view, member, path } = opened;
  const { words } = frame;
  const mayWrite = actionsOf(view, member).includes('write');
  const { language } = view.case.answers;
  return tabPage(opened, {
    tab: 'messages',
    title: words.say('case.tab.messages'),
    trouble,
    done,
    body: html`<h2>${words.say('case.tab.messages')}</h2>
${view.messages.length === 0 && html`<p>${words.say('case.messages.none')}</p>`}
<ol class="letters">${view.messages.map((message) => letter(opened, message))}</ol>
${
  mayWrite &&
  html`<section aria-labelledby="write"><h2 id="write">${words.say('case.write.title')}</h2><p>${words.say('case.write.text')} <a href="${path}/ask">${words.say('case.write.ask')}</a></p>
${caseForm(opened, `${path}/messages`, [
  letterArea(opened, { text, language, kept, trouble }),
  html`<div class="row"><button class="btn" name="step" value="go">${words.say('case.write.do')}</button><button class="btn sec" name="step" value="save">${words.say('case.save')}</button></div>`,
])}</section>`
}
${mails(opened)}`,
  });
}

function letter({ frame, view }: OpenedCase, { id, from, text, at, question }: CaseMessage): Html {
  const { words } = frame;
  const mine = from.kind === 'agent';
  const who = mine ? agentName(words, view.names, from.agent) : actorName(words, view.names, from);
  return html`<li class="card letter${mine && ' ours'}"><p class="letter-head"><strong translate="no">${who}</strong> ${timeTag(words, at)}</p>
<p class="value" dir="auto"${mine && html` lang="${view.case.answers.language}"`}>${text}</p>${question && asked(frame, question, dueOnOf(view.case, id))}</li>`;
}

/** The last day to answer this question, when it is the one that the case waits for. */
function dueOnOf({ state }: Case, question: string): CalendarDate | null {
  return state.kind === 'waiting' && state.question === question ? state.dueOn : null;
}

function asked(
  { words }: OpenedCase['frame'],
  { documents, answeredAt }: NonNullable<CaseMessage['question']>,
  dueOn: CalendarDate | null,
): Html {
  const named = documents.flatMap((each) => {
    const kind = documentKinds.find((known) => known === each);
    return kind ? [words.say(`case.doc.${kind}`)] : [];
  });
  const state = answeredAt
    ? html`<span class="tag ok">${words.say('case.question.answered', { date: words.date(answeredAt) })}</span>`
    : html`<span class="tag wait">${dueOn === null ? words.say('case.question.unanswered') : words.say('case.question.open', { date: words.date(dueOn) })}</span>`;
  return html`<p>${state}${named.length > 0 && html` ${words.say('case.question.documents', { documents: words.list(named) })}`}</p>`;
}

function mails({ frame, view }: OpenedCase): Fragment {
  const { words } = frame;
  if (view.mails.length === 0) return null;
  const rows = view.mails.map((mail) => {
    const state = mail.bounced
      ? html`<span class="tag err">${words.say('case.mail.bounced', { code: mail.bounced.code })}</span>`
      : mail.sentAt
        ? html`<span class="tag ok">${words.say('case.mail.sent')}</span>`
        : html`<span class="tag wait">${words.say('case.mail.waiting')}</span>`;
    return html`<li><b>${mailSubject(frame, mail, view.case.reference)}</b> ${state}<small>${timeTag(words, mail.sentAt ?? mail.createdAt)}</small></li>`;
  });
  return html`<section aria-labelledby="mails"><h2 id="mails">${words.say('case.mails')}</h2><p>${words.say('case.mails.text')}</p><ol class="timeline">${rows}</ol></section>`;
}

/** The subject that Sluis brings along for this mail, in the language of the page. */
function mailSubject({ words }: OpenedCase['frame'], { template }: SentMail, reference: string): string {
  if (!isTemplateKey(template)) return words.say('case.mail');
  return defaultTemplate(template, nearestLanguage(words.language)).subject.replaceAll(
    '{reference}',
    reference,
  );
}
