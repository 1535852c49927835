import { type Fragment, type Html, html } from '../../../ui/html.ts';
import type { OpenedCase } from '../case-context.ts';

/** The form of a decision: buttons beside it, that look at a document, send what is typed in it along. */
export const DECISION_FORM = 'decision-form';

/** A form about a case: carries the token of the session and the version of the case that the agent sees. */
export function caseForm({ frame, view }: OpenedCase, action: string, content: Fragment, name = ''): Html {
  return html`<form method="post"${name === DECISION_FORM && html` id="${DECISION_FORM}"`} action="${action}" novalidate${name && html` class="${name}"`}><input type="hidden" name="csrf" value="${frame.formToken}"><input type="hidden" name="version" value="${view.case.version}">${content}</form>`;
}

/** A value that goes along with a form. */
export function hidden(name: string, value: string): Html {
  return html`<input type="hidden" name="${name}" value="${value}">`;
}

/** The buttons under every form in which something is written: go on, keep it for later, leave it. */
export function formButtons(
  { frame, path }: OpenedCase,
  {
    label,
    danger = false,
    saving = true,
  }: { readonly label: string; readonly danger?: boolean; readonly saving?: boolean },
): Html {
  const { words } = frame;
  return html`<div class="row"><button class="btn${danger && ' danger'}" name="step" value="go">${label}</button>${saving && html`<button class="btn sec" name="step" value="save">${words.say('case.save')}</button>`}<a href="${path}">${words.say('case.cancel')}</a></div>`;
}
