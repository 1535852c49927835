import { textArea } from '../../../ui/form/form-fields.ts';
import { type Html, html } from '../../../ui/html.ts';
import type { OpenedCase } from '../case-context.ts';
import { caseForm, formButtons } from '../page/case-form.ts';
import { actionPage } from '../page/case-page.ts';
import type { Trouble } from '../trouble.ts';

/** Why a closed case is opened again. */
export function reopenPage(
  opened: OpenedCase,
  typed: Readonly<Record<string, string>>,
  trouble: Trouble,
): Html {
  const { frame, path } = opened;
  const { words } = frame;
  const form = { frame, typed, errors: trouble.errors };
  return actionPage(opened, {
    title: words.say('case.reopen.title'),
    trouble,
    body: html`<p>${words.say('case.reopen.text')}</p>${caseForm(opened, `${path}/reopen`, [
      textArea(form, {
        name: 'reason',
        label: words.say('case.reopen.reason'),
        hint: words.say('case.reopen.reason.hint'),
        rows: 4,
      }),
      formButtons(opened, { label: words.say('case.reopen.do'), saving: false }),
    ])}`,
  });
}
