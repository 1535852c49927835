import { MINUTE } from '../../base/time.ts';
import type { RequestView } from '../../domain/casework/index.ts';
import { webSessionLives } from '../../login/index.ts';
import { errorSummary, type FieldError } from '../ui/form/error-summary.ts';
import type { Frame } from '../ui/frame.ts';
import { type Fragment, type Html, html } from '../ui/html.ts';
import { icon } from '../ui/icons.ts';
import { layout } from '../ui/layout.ts';
import { requestTimeout } from './request-timeout.ts';

/** The page was asked for just now; when a session was last used is kept to the minute. */
const LEFT = webSessionLives.applicant.idle - MINUTE;

export type RequestLayoutProps = {
  readonly view: RequestView;
  readonly title: string;
  /** Where "Back" leads; `null` on a page that nothing comes before. */
  readonly back: string | null;
  readonly errors?: readonly FieldError[];
  readonly failed?: boolean;
  readonly notice?: Fragment;
  readonly above?: Fragment;
  readonly body: Fragment;
};

/** A page of one's own request: which one it is and the way out on top, then back, errors, the h1. */
export function requestLayout(frame: Frame, props: RequestLayoutProps): Html {
  const { view, title, back, errors = [], failed = false, notice, above, body } = props;
  const { words } = frame;
  return layout(frame, {
    title,
    failed: failed || errors.length > 0,
    body: html`<div class="acting"><p>${words.mark('request.reference', { reference: view.reference })}</p>${requestForm(frame, '/request/leave', html`<button class="linkish">${words.say('request.leave')}</button>`)}</div>
${back !== null && backLink(frame, back)}
${errorSummary(frame, errors)}${notice}
${above}<h1>${title}</h1>
${body}
${requestTimeout(frame, LEFT)}`,
  });
}

/** Back, above the h1, where nothing has to be forgotten. */
export function backLink({ words }: Frame, path: string): Html {
  return html`<p class="back"><a class="linkish" href="${path}">${icon('back', 20)}${words.say('frame.back')}</a></p>`;
}

/** A form of a request, with the token of its session. */
export function requestForm(frame: Frame, action: string, content: Fragment): Html {
  return html`<form method="post" action="${action}" novalidate><input type="hidden" name="csrf" value="${frame.formToken}">${content}</form>`;
}
