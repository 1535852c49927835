import { errorSummary, type FieldError } from '../ui/form/error-summary.ts';
import { postedForm } from '../ui/form/posted-form.ts';
import type { Frame } from '../ui/frame.ts';
import { type Fragment, type Html, html } from '../ui/html.ts';
import { icon } from '../ui/icons.ts';
import { layout } from '../ui/layout.ts';
import { sessionTimeout } from '../ui/timeout.ts';

/** The parts of an account, in the order of its menu. */
const sections = [
  { name: 'home', path: '/account' },
  { name: 'keys', path: '/account/keys' },
  { name: 'access', path: '/account/access' },
  { name: 'acting', path: '/account/acting' },
  { name: 'invitations', path: '/account/invitations' },
  { name: 'sessions', path: '/account/sessions' },
] as const;
export type AccountSection = (typeof sections)[number]['name'];

export type AccountLayoutProps = {
  readonly title: string;
  /** Which part of the menu this page belongs to. */
  readonly section: AccountSection;
  /** Where "Back" leads, on a page below one of the menu. */
  readonly back?: string;
  readonly errors?: readonly FieldError[];
  readonly notice?: Fragment;
  readonly body: Fragment;
};

/** A page of one's own account: the parts and the way out on top, then back, errors, the h1. */
export function accountLayout(frame: Frame, props: AccountLayoutProps): Html {
  const { words } = frame;
  const { title, back, errors = [], notice, body } = props;
  return layout(
    { ...frame, ends: null },
    {
      title: `${title} – ${words.say('account.area')}`,
      failed: errors.length > 0,
      body: html`<div class="acting">${menu(frame, props.section)}${postedForm({ frame }, '/account/leave', html`<button class="linkish">${words.say('account.leave')}</button>`)}</div>
${back !== undefined && html`<p class="back"><a class="linkish" href="${back}">${icon('back', 20)}${words.say('frame.back')}</a></p>`}
${errorSummary(frame, errors)}${notice}
<h1>${title}</h1>
${body}
${sessionTimeout(frame, 'account')}`,
    },
  );
}

function menu({ words }: Frame, current: AccountSection): Html {
  const items = sections.map(
    ({ name, path }) =>
      html`<li><a href="${path}"${name === current && html` aria-current="page"`}>${words.say(`account.nav.${name}`)}</a></li>`,
  );
  return html`<nav class="parts" aria-label="${words.say('account.nav')}"><ul>${items}</ul></nav>`;
}
