import type { RequestView } from '../../../domain/casework/index.ts';
import type { FieldError } from '../../ui/form/error-summary.ts';
import { textField } from '../../ui/form/form-fields.ts';
import type { Frame } from '../../ui/frame.ts';
import { type Html, html } from '../../ui/html.ts';
import { banner, disclosure } from '../../ui/parts.ts';
import { requestForm, requestLayout } from '../request-layout.ts';

/** How asking for a code ended; in the address after the question, so that a reload asks nothing again. */
export const codeNotices = ['sent', 'too-soon', 'too-many'] as const;
export type CodeNotice = (typeof codeNotices)[number];

export type EmailProps = {
  readonly view: RequestView;
  readonly notice: CodeNotice | null;
  readonly errors?: readonly FieldError[];
  readonly typed?: string;
};

/** P7: the code that proves the e-mail address. It may be pasted, and filled in by the device. */
export function emailPage(frame: Frame, { view, notice, errors = [], typed = '' }: EmailProps): Html {
  const { words } = frame;
  const isDraft = view.stage.kind === 'draft';
  const change = isDraft ? '/request/questions/contact' : '/request/contact';
  const email = view.answers.pendingEmail ?? view.answers.email;
  return requestLayout(frame, {
    view,
    title: words.say('request.email.title'),
    back: change,
    errors,
    notice: noticeOf(frame, view, notice, change),
    body: html`<p class="lede">${email === null ? words.say('request.email.ledeNew') : words.mark('request.email.lede', { email })}</p>
${requestForm(
  frame,
  '/request/email',
  html`${textField(
    { frame, errors, typed: { code: typed } },
    {
      name: 'code',
      label: words.say('request.email.code'),
      width: 'short',
      inputmode: 'numeric',
      autocomplete: 'one-time-code',
      verbatim: true,
    },
  )}<div class="row"><button class="btn">${words.say('frame.continue')}</button></div>`,
)}
${disclosure(
  words.say('request.email.nothing'),
  html`<p>${words.mark('request.email.nothing.text', {}, [change])}</p>${requestForm(frame, '/request/email/again', html`<div class="row"><button class="btn sec">${words.say('request.email.again')}</button></div>`)}`,
  notice !== null,
)}`,
  });
}

/** A code that cannot arrive is more than how the last asking ended: without another address, none will. */
function noticeOf(
  { words }: Frame,
  view: RequestView,
  notice: CodeNotice | null,
  change: string,
): Html | null {
  if (view.codeCameBack)
    return banner(
      'warn',
      words.say('request.email.came-back'),
      html`<p><a class="btn sec" href="${change}">${words.say('request.email.change')}</a></p>`,
    );
  return notice && banner(notice === 'sent' ? 'ok' : 'warn', words.say(`request.email.${notice}`));
}
