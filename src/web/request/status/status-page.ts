import type { RequestView } from '../../../domain/casework/index.ts';
import { textArea } from '../../ui/form/form-fields.ts';
import type { Frame } from '../../ui/frame.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import { banner, disclosure, facts, nameOf } from '../../ui/parts.ts';
import { answerCards } from '../answer-cards.ts';
import { askedList } from '../asked-list.ts';
import { documentsTitle } from '../documents-title.ts';
import { keptBanner } from '../request-banners.ts';
import { contactRows } from '../request-facts.ts';
import { requestForm, requestLayout } from '../request-layout.ts';
import { stageBanner } from '../stage-banner.ts';
import { addForm, answerForm } from './answer-part.ts';
import { endPart } from './end-part.ts';
import { messageList } from './message-list.ts';
import { numberCard } from './number-card.ts';
import type { DoneNotice, StatusProps } from './status-props.ts';
import { statusSteps } from './status-steps.ts';

/** Stages in which somebody still works on it, or waits. */
const goingOn: readonly RequestView['stage']['kind'][] = [
  'draft',
  'in-progress',
  'action-needed',
  'answered',
  'replied',
  'handed-over',
];

/** P10: where the request stands, who acts, what was said and told, and the ways to do something about it. */
export function statusPage(frame: Frame, props: StatusProps): Html {
  const { view, errors = [] } = props;
  const { words } = frame;
  const isOver = !goingOn.includes(view.stage.kind);
  const isReplied = view.stage.kind === 'answered' || view.stage.kind === 'replied';
  const reference = html`<p class="lede">${
    view.submittedAt
      ? words.mark('status.sentOn', { reference: view.reference, date: words.date(view.submittedAt) })
      : words.mark('request.reference', { reference: view.reference })
  }</p>`;
  return requestLayout(frame, {
    view,
    title: words.say('status.title'),
    back: null,
    errors,
    notice: html`${doneBanner(frame, props.notice)}${props.isKept && keptBanner(frame)}`,
    body: html`${reference}
${stageBanner(frame, view)}
${askedList(frame, view)}
${view.stage.kind === 'action-needed' && answerForm(frame, props)}
${isReplied && addForm(frame, props)}
${endPart(frame, props)}
${numberCard(frame, props)}
<h2>${words.say('status.progress')}</h2>
${statusSteps(frame, view)}
${goOn(frame, view)}
<h2>${words.say('status.messages')}</h2>
${messageList(frame, view)}
${view.stage.kind !== 'action-needed' && !isReplied && !isOver && disclosure(words.say('status.write'), writeForm(frame, props), errors.length > 0 || props.isKept)}
${(view.mayUpload || view.documents.length > 0) && html`<p class="row"><a href="/request/documents">${documentsTitle(frame, view)}</a></p>`}
<section class="card"><div class="card-head"><h2>${words.say('status.contact')}</h2>${!isOver && html`<a href="/request/contact">${words.say('request.change')}<span class="vh">: ${words.say('status.contact')}</span></a>`}</div>${facts(contactRows(frame, view.answers))}${!isOver && view.answers.pendingEmail !== null && html`<p>${words.mark('status.pendingEmail', { email: view.answers.pendingEmail }, ['/request/email'])}</p>`}</section>
${disclosure(words.say('status.told'), answerCards(frame, { ...view, pages: view.pages.filter((page) => page !== 'contact') }, false))}
${view.mayWithdraw && html`<p class="row end"><a class="linkish" href="/request/withdraw">${words.say('status.withdraw')}</a></p>`}`,
  });
}

function doneBanner({ words }: Frame, notice: DoneNotice | null): Fragment {
  if (notice === null) return null;
  if (notice !== 'not-now') return banner('ok', words.say(`status.done.${notice}`));
  return banner(
    'warn',
    words.say('status.done.not-now'),
    html`<p>${words.say('status.done.not-now.text')}</p>`,
  );
}

function writeForm(frame: Frame, { errors = [], typed = {} }: StatusProps): Html {
  const { words } = frame;
  return requestForm(
    frame,
    '/request/reply',
    html`${textArea({ frame, errors, typed }, { name: 'text', label: words.say('status.write'), hint: words.say('status.write.hint'), rows: 4 })}<div class="row"><button class="btn sec">${words.say('status.write.send')}</button></div>`,
  );
}

/** Back to where the person wanted to be: the login there asks for nothing any more. Then the organisation's part. */
function goOn({ words }: Frame, { stage, application }: RequestView): Fragment {
  if (!['number-assigned', 'linked', 'matched'].includes(stage.kind)) return null;
  const go =
    application?.homeUri != null &&
    html`<section class="card"><p>${words.say('status.continue.text')}</p><p><a class="btn" href="${application.homeUri}" rel="noreferrer">${words.say('status.continue', { application: nameOf(application, words.language) })}</a></p></section>`;
  return html`${go}<h2>${words.say('status.access')}</h2><p>${words.mark('status.access.text', {}, ['/help/belgian-company', '/help/foreign-company'])}</p>`;
}
