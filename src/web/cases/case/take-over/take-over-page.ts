import { textArea } from '../../../ui/form/form-fields.ts';
import { type Html, html } from '../../../ui/html.ts';
import type { OpenedCase } from '../case-context.ts';
import { caseForm } from '../page/case-form.ts';
import { actionPage } from '../page/case-page.ts';
import type { Trouble } from '../trouble.ts';

/** Why somebody takes over what another agent has in hand. */
export function takeOverPage(
  opened: OpenedCase,
  typed: Readonly<Record<string, string>>,
  trouble: Trouble,
): Html {
  const { frame, path } = opened;
  const { words } = frame;
  const form = { frame, typed, errors: trouble.errors };
  return actionPage(opened, {
    title: words.say('case.takeOver.title'),
    trouble,
    body: html`<p>${words.say('case.takeOver.text')}</p>${caseForm(opened, `${path}/take-over`, [
      textArea(form, {
        name: 'reason',
        label: words.say('case.takeOver.reason'),
        hint: words.say('case.reason.hint'),
        rows: 2,
      }),
      html`<div class="row"><button class="btn">${words.say('case.takeOver')}</button><a href="${path}">${words.say('case.cancel')}</a></div>`,
    ])}`,
  });
}
