import { errorSummary } from '../../ui/form/error-summary.ts';
import { type FormState, textField } from '../../ui/form/form-fields.ts';
import type { Frame } from '../../ui/frame.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import { layout } from '../../ui/layout.ts';
import { applicationPill, banner, cancelButton, disclosure } from '../../ui/parts.ts';
import { otherWays } from '../other-ways.ts';
import type { CodePageProps } from './address-page.ts';
import { codeForm } from './code-form.ts';
import type { CodeNotice } from './mailed-code-errors.ts';

type Props = CodePageProps & { readonly address: string; readonly notice: CodeNotice | null };

/** Takes the code of the mail, and beside it the one of the app where that is asked for. They may be pasted, and filled in by the device. */
export function codesPage(form: FormState, props: Props): Html {
  const { frame, errors } = form;
  const { kind, application, place, back, address, notice } = props;
  const { words } = frame;
  const title = words.say(`codes.enter.${kind}`);
  return layout(frame, {
    title,
    failed: errors.length > 0 || notice?.kind === 'wait',
    body: html`${errorSummary(frame, errors)}${noticeOf(frame, notice)}
${applicationPill(frame, application)}
<h1>${title}</h1>
<p class="lede">${words.mark('codes.enter.lede', { email: address })}</p>
${codeForm(frame, place, 'codes', html`${fields(form, kind)}<div class="row"><button class="btn">${words.say('frame.continue')}</button></div>`)}
${disclosure(
  words.say('codes.nothing'),
  html`<p>${words.say('codes.nothing.text')}</p>${codeForm(frame, place, 'again', html`<div class="row"><button class="btn sec">${words.say('codes.again')}</button><a class="btn sec" href="${place}?address=other">${words.say('codes.other')}</a></div>`)}`,
)}
${otherWays(frame, back)}
${cancelButton(frame, application)}`,
  });
}

function fields(form: FormState, kind: Props['kind']): Fragment {
  const { words } = form.frame;
  const code = { width: 'short', verbatim: true } as const;
  return html`${textField(form, {
    ...code,
    name: 'mail-code',
    label: words.say('codes.mail'),
    inputmode: 'numeric',
    autocomplete: 'one-time-code',
  })}${
    kind === 'app-code' &&
    textField(form, {
      ...code,
      name: 'app-code',
      label: words.say('codes.app'),
      hint: words.say('codes.app.hint'),
      autocomplete: 'one-time-code',
    })
  }`;
}

function noticeOf({ words }: Frame, notice: CodeNotice | null): Fragment {
  if (notice === null || notice.kind === 'sent') return null;
  const moment = words.moment(new Date(notice.until ?? 0));
  const text = html`<p>${words.say(`codes.notice.${notice.kind}.text`, { moment })}</p>`;
  return banner('warn', words.say(`codes.notice.${notice.kind}`), text);
}
