import type { RequestView } from '../../../domain/casework/index.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import { icon } from '../../ui/icons.ts';
import type { JourneyProps } from '../../ui/journey-page.ts';
import { layout } from '../../ui/layout.ts';
import { answerForm, applicationPill, linkButton, nameOf } from '../../ui/parts.ts';
import { sentPanel } from '../sent-panel.ts';
import { askedDocuments, stageBanner } from '../stage-banner.ts';

export type RegisteredProps = JourneyProps<'registered'> & { readonly request: RequestView };

/** A login that waits for a number: where the request stands, and the ways on. No access until the number is there. */
export function registeredPage(props: RegisteredProps): Html {
  switch (props.page.stage) {
    case 'draft':
    case 'sent':
      return sentPage(props);
    case 'number':
      return numberPage(props);
    case 'refused':
      return overPage(props, 'refused', 'sent.known');
    case 'closed':
      return overPage(props, 'closed', 'closed.again');
  }
}

/** P9, inside the login: it can wait for the decision, in this browser as long as it lives, or go back to the application. */
function sentPage(props: RegisteredProps): Html {
  const { frame, application, request } = props;
  const { words } = frame;
  const name = nameOf(application, words.language);
  const title = words.say('sent.title');
  const question = request.stage.kind === 'action-needed' ? request.stage.question.question : null;
  return layout(frame, {
    title,
    body: html`${applicationPill(frame, application)}
<h1 class="done"><span class="ok-dot">${icon('check', 26)}</span>${title}</h1>
<p class="lede">${words.say('registered.lede', { application: name })}</p>
${question && html`${stageBanner(frame, request)}${askedDocuments(frame, question.documents)}<div class="row">${seeRequest(props, 'btn', words.say('sent.answer'))}</div>`}
${sentPanel(frame, request)}
<div class="row">${!question && seeRequest(props, 'btn', words.say('sent.see'))}<a class="linkish" href="${frame.path}">${words.say('sent.look')}</a></div>
<div class="row">${linkButton(frame, 'go-back', words.say('sent.known'))}${linkButton(frame, 'give-up', words.say('frame.returnTo', { application: name }))}</div>`,
  });
}

/** The number was found or given meanwhile: the login goes on where it stopped. */
function numberPage(props: RegisteredProps): Html {
  const { frame, application } = props;
  const { words } = frame;
  const name = nameOf(application, words.language);
  const title = words.say('decided.title');
  const go = html`<div class="row"><button class="btn">${words.say('decided.continue', { application: name })}</button></div>`;
  return layout(frame, {
    title,
    body: html`${applicationPill(frame, application)}
<h1 class="done"><span class="ok-dot">${icon('check', 26)}</span>${title}</h1>
<p class="lede">${words.say('decided.lede')}</p>
<ul class="bullets"><li>${words.say('linked.later')}</li><li>${words.mark('linked.kept', {}, ['/privacy'])}</li></ul>
${answerForm(frame, 'continue', go)}
<div class="row">${seeRequest(props, 'linkish', words.say('decided.see'))}</div>`,
  });
}

/** The request ended without a number: why is told with the request itself; the question for the number is open again. */
function overPage(
  props: RegisteredProps,
  stage: 'refused' | 'closed',
  again: 'sent.known' | 'closed.again',
): Html {
  const { frame, application, request } = props;
  const { words } = frame;
  const name = nameOf(application, words.language);
  const title = words.say(`${stage}.title`);
  return layout(frame, {
    title,
    body: html`${applicationPill(frame, application)}
<h1>${title}</h1>
<p class="lede">${words.say(`${stage}.lede`, { reference: request.reference })}</p>
<div class="row">${seeRequest(props, 'btn', words.say('sent.see'))}</div>
<div class="row">${linkButton(frame, 'go-back', words.say(again))}${linkButton(frame, 'give-up', words.say('frame.returnTo', { application: name }))}</div>`,
  });
}

/** On to the request: a POST, because it opens a session. */
function seeRequest({ frame }: RegisteredProps, style: string, label: Fragment): Html {
  return html`<form method="post" action="${frame.path}/request" novalidate class="inline"><input type="hidden" name="csrf" value="${frame.formToken}"><button class="${style}">${label}</button></form>`;
}
