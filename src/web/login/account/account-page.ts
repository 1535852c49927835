import { type Html, html } from '../../ui/html.ts';
import type { JourneyProps } from '../../ui/journey-page.ts';
import { layout } from '../../ui/layout.ts';
import { applicationPill, linkButton } from '../../ui/parts.ts';

/** Asks whoever came with an account of their organisation, and then proved who they are, whether the account is theirs from now on. */
export function accountPage({ frame, application, page }: JourneyProps<'account'>): Html {
  const { words, formToken } = frame;
  const { email, organisation } = page;
  const title = words.say('account.bind.title');
  return layout(frame, {
    title,
    body: html`${applicationPill(frame, application)}
<h1>${title}</h1>
<p class="lede">${words.mark('account.bind.lede', { email, organisation })}</p>
<ul class="bullets"><li>${words.say('account.bind.next')}</li><li>${words.say('account.bind.alone', { organisation })}</li><li>${words.say('account.bind.undo')}</li></ul>
<p>${words.say('account.bind.notYours')}</p>
<form method="post" action="${frame.path}/account" novalidate><input type="hidden" name="csrf" value="${formToken}"><div class="row"><button class="btn">${words.say('account.bind.yes')}</button></div></form>
${linkButton(frame, 'continue', words.say('account.bind.no'))}`,
  });
}
