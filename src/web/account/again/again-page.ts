import { MINUTE } from '../../../base/time.ts';
import type { AccountOwner, AccountPath } from '../../../domain/account/index.ts';
import type { Frame } from '../../ui/frame.ts';
import { type Html, html } from '../../ui/html.ts';
import { layout } from '../../ui/layout.ts';
import { accountLayout } from '../account-layout.ts';
import { freshLoginPath } from '../owner.ts';

export type AgainProps = {
  /** Where the login leads back to. */
  readonly to: AccountPath;
  /** Whether a form that was sent is kept until then. */
  readonly keeps: boolean;
  readonly now: Date;
};

/** Before a dangerous step: why another login is asked, and what becomes of what was typed. */
export function loginTooOldPage(frame: Frame, { authentication }: AccountOwner, props: AgainProps): Html {
  const { words } = frame;
  const title = words.say('account.again');
  const minutes = Math.floor((props.now.getTime() - authentication.at.getTime()) / MINUTE);
  return accountLayout(frame, {
    title,
    section: 'home',
    body: html`<p class="lede">${words.say('account.again.text', { minutes })}</p>
${kept(frame, props)}
<div class="row"><a class="btn" href="${freshLoginPath(props.to)}">${words.say('account.again.do')}</a><a href="${placeOf(props.to)}">${words.say('account.again.cancel')}</a></div>`,
  });
}

/** The session is over, here or in another window: why, and the way back in. */
export function sessionOverPage(frame: Frame, props: AgainProps): Html {
  const { words } = frame;
  const title = words.say('account.over');
  return layout(frame, {
    title,
    body: html`<h1>${title}</h1>
<p class="lede">${words.say('account.over.text')}</p>
${kept(frame, props)}
<div class="row"><a class="btn" href="${freshLoginPath(props.to)}">${words.say('account.login')}</a></div>`,
  });
}

function kept({ words }: Frame, { keeps }: AgainProps): Html {
  return html`<p>${words.say(keeps ? 'account.again.kept' : 'account.again.back')}</p>`;
}

/** The part of the account from which the step was begun. */
function placeOf(to: AccountPath): string {
  return to.split('?')[0]?.split('/').slice(0, 3).join('/') ?? '/account';
}
