import type { OwnRight } from '../../../domain/access-request/index.ts';
import type { Application } from '../../../domain/application/index.ts';
import { rightByName } from '../../ui/access/wish-words.ts';
import { postedForm } from '../../ui/form/posted-form.ts';
import type { Frame } from '../../ui/frame.ts';
import { type Html, html } from '../../ui/html.ts';
import { accountLayout } from '../account-layout.ts';

/** Asks before somebody gives up a right of their own. */
export function giveUpPage(
  frame: Frame,
  { right, organisation }: OwnRight,
  applications: readonly Application[],
): Html {
  const { words } = frame;
  const back = '/account/access';
  const named = rightByName(right, applications, words);
  return accountLayout(frame, {
    title: words.say('access.giveUp.title', { right: named }),
    section: 'access',
    back,
    body: html`<p class="lede">${words.say('access.giveUp.text', { organisation: organisation.name })}</p>
${postedForm({ frame }, `/account/access/give-up/${right.id}`, html`<div class="row"><button class="btn danger">${words.say('access.giveUp')}</button><a class="btn sec" href="${back}">${words.say('account.confirm.not')}</a></div>`)}`,
  });
}
