import { MINUTE } from '../../../../base/time.ts';
import type { StaffMember, StaffPath } from '../../../../domain/staff/index.ts';
import type { Frame } from '../../../ui/frame.ts';
import { type Fragment, type Html, html } from '../../../ui/html.ts';
import { layout } from '../../../ui/layout.ts';
import { loggedInByInWords } from '../../../ui/means-words.ts';
import { staffLayout } from '../../../ui/staff/staff-layout.ts';

export type AgainProps = {
  /** Where the login leads back to. */
  readonly to: StaffPath;
  /** Whether a form that was sent is kept until then. */
  readonly keeps: boolean;
  readonly now: Date;
};

/** Before a dangerous step: why another login is asked, the means of the last one first, and what becomes of what was typed. */
export function loginTooOldPage(frame: Frame, member: StaffMember, props: AgainProps): Html {
  const { words } = frame;
  const title = words.say('staff.again');
  const minutes = Math.floor((props.now.getTime() - member.authenticatedAt.getTime()) / MINUTE);
  const { loggedInBy } = member;
  return staffLayout(frame, {
    member,
    section: null,
    title,
    body: html`<h1>${title}</h1>
<p class="lede">${words.say('staff.again.text', { minutes })}</p>
${kept(frame, props)}
<div class="row"><a class="btn" href="${wayTo(props.to, loggedInBy !== undefined)}">${loggedInBy === undefined ? words.say('staff.again.do') : words.say('staff.again.by', { means: loggedInByInWords(words, loggedInBy) })}</a>${loggedInBy !== undefined && html`<a class="btn sec" href="${wayTo(props.to, false)}">${words.say('staff.again.other')}</a>`}<a href="${placeOf(props.to)}">${words.say('staff.again.cancel')}</a></div>`,
  });
}

/** The session is over, here or in another window: why, and the way back in. */
export function sessionOverPage(frame: Frame, props: AgainProps): Html {
  const { words } = frame;
  const title = words.say('staff.over');
  return layout(frame, {
    title,
    body: html`<h1>${title}</h1>
<p class="lede">${words.say('staff.over.text')}</p>
${kept(frame, props)}
<div class="row"><a class="btn" href="${wayTo(props.to, false)}">${words.say('staff.login')}</a></div>`,
  });
}

function kept({ words }: Frame, { keeps }: AgainProps): Fragment {
  return keeps
    ? html`<p>${words.say('staff.again.kept')}</p>`
    : html`<p>${words.say('staff.again.back')}</p>`;
}

function wayTo(to: StaffPath, bySame: boolean): string {
  return `/staff/login?fresh=1${bySame ? '&by=same' : ''}&to=${encodeURIComponent(to)}`;
}

/** The page from which the step was begun: the case, or the part of the menu. */
function placeOf(to: StaffPath): string {
  const [, area = 'cases', id = ''] = (to.split('?')[0] ?? '').split('/');
  return /^[0-9a-f-]{36}$/.test(id) ? `/${area}/${id}` : `/${area}`;
}
