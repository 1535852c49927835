import { postedForm } from '../ui/form/posted-form.ts';
import type { Frame } from '../ui/frame.ts';
import { type Fragment, type Html, html } from '../ui/html.ts';
import { accountLayout } from './account-layout.ts';

export type ConfirmProps = {
  readonly title: string;
  /** Where the form is posted to. */
  readonly action: string;
  /** The page that it was begun from. */
  readonly back: string;
  /** What follows from it. */
  readonly text: Fragment;
  readonly button: string;
  /** Taking away, rather than giving back. */
  readonly isDanger: boolean;
  /** It came back after a login: nothing was done yet. */
  readonly afterLogin: boolean;
};

/** A step that somebody confirms: what it does, and what follows. */
export function confirmPage(frame: Frame, props: ConfirmProps): Html {
  const { words } = frame;
  const { title, action, back, text, button, isDanger, afterLogin } = props;
  return accountLayout(frame, {
    title,
    section: 'keys',
    back,
    body: html`<p class="lede">${text}</p>
${afterLogin && html`<p>${words.say('account.confirm.afterLogin')}</p>`}
${postedForm({ frame }, action, html`<div class="row"><button class="btn${isDanger && ' danger'}">${button}</button><a class="btn sec" href="${back}">${words.say('account.confirm.not')}</a></div>`)}`,
  });
}
