import type { KeptDocument } from '../../../../domain/documents/index.ts';
import { textArea } from '../../../ui/form/form-fields.ts';
import { type Html, html } from '../../../ui/html.ts';
import type { OpenedCase } from '../case-context.ts';
import { caseForm, formButtons } from '../page/case-form.ts';
import { actionPage } from '../page/case-page.ts';
import { noTrouble, type Trouble } from '../trouble.ts';

/** Why a document cannot be used: told to the applicant. */
export function rejectDocumentPage(
  opened: OpenedCase,
  document: KeptDocument,
  {
    typed = {},
    trouble = noTrouble,
  }: { readonly typed?: Readonly<Record<string, string>>; readonly trouble?: Trouble } = {},
): Html {
  const { frame, path } = opened;
  const { words } = frame;
  return actionPage(opened, {
    title: words.say('case.reject.title', { document: words.say(`case.doc.${document.kind}`) }),
    trouble,
    body: html`<p>${words.say('case.reject.text')}</p>${caseForm(
      opened,
      `${path}/documents/${document.id}/reject`,
      [
        textArea(
          { frame, typed, errors: trouble.errors },
          {
            name: 'reason',
            label: words.say('case.reject.reason'),
            hint: words.say('case.reject.hint'),
            rows: 3,
          },
        ),
        formButtons(opened, { label: words.say('case.reject.do'), saving: false }),
      ],
    )}`,
  });
}
