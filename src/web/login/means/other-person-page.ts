import { type Html, html } from '../../ui/html.ts';
import type { JourneyProps } from '../../ui/journey-page.ts';
import { layout } from '../../ui/layout.ts';
import { answerForm, applicationPill, cancelButton } from '../../ui/parts.ts';

/** Somebody else than is logged in in this browser proved who they are: which of them goes on is said here, and by nothing else. It names neither. */
export function otherPersonPage({ frame, application }: JourneyProps<'other-person'>): Html {
  const { words } = frame;
  const title = words.say('otherPerson.title');
  const back = html`<button class="btn">${words.say('otherPerson.back')}</button>`;
  const go = html`<button class="btn sec">${words.say('otherPerson.go')}</button>`;
  return layout(frame, {
    title,
    failed: true,
    body: html`${applicationPill(frame, application)}
<h1>${title}</h1>
<p class="lede">${words.say('otherPerson.text')}</p>
<div class="row">${answerForm(frame, 'go-back', back)}${answerForm(frame, 'continue', go)}</div>
${cancelButton(frame, application)}`,
  });
}
