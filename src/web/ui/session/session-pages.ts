import { MINUTE } from '../../../base/time.ts';
import type { PersonSessionKind } from '../../../login/index.ts';
import type { Frame } from '../frame.ts';
import { type Fragment, type Html, html } from '../html.ts';
import { layout } from '../layout.ts';

/** Around the pages of one session: whose they are, and where a login to them begins. */
export type SessionPageProps = { readonly kind: PersonSessionKind; readonly login: string };

export type AgainProps = SessionPageProps & {
  /** Whether a form that was sent is kept until then. */
  readonly keeps: boolean;
};

/** A page without a session: what is the case, and the login. */
export function outsidePage(frame: Frame, what: 'stopped' | 'left', { kind, login }: SessionPageProps): Html {
  const { words } = frame;
  const title = words.say(`${kind}.${what}`);
  return layout(frame, {
    title,
    body: html`<h1>${title}</h1>
<p class="lede">${words.say(`${kind}.${what}.text`)}</p>
<div class="row"><a class="btn" href="${login}">${words.say('account.login')}</a><a class="btn sec" href="/">${words.say('account.toStart')}</a></div>`,
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
<div class="row"><a class="btn" href="${props.login}">${words.say('account.login')}</a></div>`,
  });
}

/** Before a dangerous step: why another login is asked, and what becomes of what was typed. */
export function loginTooOld(
  frame: Frame,
  props: AgainProps & { readonly loggedInAt: Date; readonly now: Date; readonly back: string },
): { readonly title: string; readonly body: Fragment } {
  const { words } = frame;
  const minutes = Math.floor((props.now.getTime() - props.loggedInAt.getTime()) / MINUTE);
  return {
    title: words.say('account.again'),
    body: html`<p class="lede">${words.say(`${props.kind}.again.text`, { minutes })}</p>
${kept(frame, props)}
<div class="row"><a class="btn" href="${props.login}">${words.say('account.again.do')}</a><a href="${props.back}">${words.say('account.again.cancel')}</a></div>`,
  };
}

function kept({ words }: Frame, { keeps }: AgainProps): Html {
  return html`<p>${words.say(keeps ? 'account.again.kept' : 'account.again.back')}</p>`;
}
