import type { PasskeyOptions } from '../../../domain/account-keys/index.ts';
import type { Application } from '../../../domain/application/index.ts';
import type { Frame } from '../../ui/frame.ts';
import { type Html, html } from '../../ui/html.ts';
import { layout } from '../../ui/layout.ts';
import { meansAdvice } from '../../ui/means-advice.ts';
import { applicationPill, banner, cancelButton, disclosure } from '../../ui/parts.ts';
import { passkeyForm, withoutPasskeys } from '../../ui/passkey-form.ts';
import { otherWays } from '../other-ways.ts';

/** How the last try ended; in the address after it, so that a reload tries nothing again. */
export const passkeyNotices = ['late', 'refused', 'unknown', 'ended', 'copied', 'not-accepted'] as const;
export type PasskeyNotice = (typeof passkeyNotices)[number];

type Props = {
  readonly application: Application;
  /** The address of the page, where the form is posted to. */
  readonly place: string;
  /** The address of the login, with all its tiles. */
  readonly back: string;
  readonly options: PasskeyOptions;
  readonly notice: PasskeyNotice | null;
};

/** A passkey of one's own: one button, and words where the browser has none. */
export function passkeyPage(frame: Frame, { application, place, back, options, notice }: Props): Html {
  const { words } = frame;
  const title = words.say('passkey.title');
  const told = notice && html`<p>${words.say(`passkey.notice.${notice}.text`)}</p>`;
  return layout(frame, {
    title,
    failed: notice !== null,
    body: html`${notice && banner('warn', words.say(`passkey.notice.${notice}`), told)}
${applicationPill(frame, application)}
<h1>${title}</h1>
<p class="lede">${words.say('passkey.lede')}</p>
${withoutPasskeys(frame)}
${passkeyForm(frame, { path: place, options, does: 'use', button: words.say('passkey.use') })}
${otherWays(frame, back)}
${disclosure(words.say('passkey.what'), html`<p>${words.say('passkey.what.text')}</p>`)}
${meansAdvice(words)}
${cancelButton(frame, application)}`,
  });
}
