import { type Html, html } from '../../../ui/html.ts';
import type { OpenedCase } from '../case-context.ts';
import { actionPage } from '../page/case-page.ts';

/** The candidate that was chosen is not among those of the register any more. */
export function goneCandidatePage(opened: OpenedCase): Html {
  const { words } = opened.frame;
  return actionPage(opened, {
    title: words.say('case.gone'),
    body: html`<p>${words.say('case.gone.text')}</p><div class="row"><a class="btn" href="${opened.path}">${words.say('case.backToCompare')}</a></div>`,
  });
}
