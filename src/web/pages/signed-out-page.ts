import type { Frame } from '../ui/frame.ts';
import { type Html, html } from '../ui/html.ts';
import { icon } from '../ui/icons.ts';
import { layout } from '../ui/layout.ts';

export type SignedOutProps = {
  /** The application that logged out, by name; `null` when it did not say which it is. */
  readonly application: string | null;
  /** Applications in which the person may still be logged in, by name. */
  readonly others: readonly string[];
};

/** P16: logged out here; elsewhere perhaps not. */
export function signedOutPage(frame: Frame, { application, others }: SignedOutProps): Html {
  const { words } = frame;
  const title =
    application === null ? words.say('signedOut.title') : words.say('signedOut.titleOf', { application });
  const rest = html`<h2>${words.say('signedOut.others')}</h2><ul class="bullets">${others.map((name) => html`<li translate="no">${name}</li>`)}</ul><p>${words.say('signedOut.others.text')}</p>`;
  return layout(frame, {
    title,
    body: html`<h1 class="done"><span class="ok-dot">${icon('check', 26)}</span>${title}</h1>
${others.length > 0 ? rest : html`<p class="lede">${words.say('signedOut.done')}</p>`}`,
  });
}
