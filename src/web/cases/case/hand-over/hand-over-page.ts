import type { Office } from '../../../../domain/casework/index.ts';
import { selectField, textArea } from '../../../ui/form/form-fields.ts';
import { type Html, html } from '../../../ui/html.ts';
import type { OpenedCase } from '../case-context.ts';
import { caseForm, formButtons } from '../page/case-form.ts';
import { actionPage } from '../page/case-page.ts';
import type { Trouble } from '../trouble.ts';

type Typed = { readonly typed: Readonly<Record<string, string>>; readonly trouble: Trouble };

/** Which office, out of those that work with Sluis; says how there comes to be one where there is none yet. */
export function handOverPage(
  opened: OpenedCase,
  offices: readonly Office[],
  { typed, trouble }: Typed,
): Html {
  const { frame, path } = opened;
  const { words } = frame;
  const form = { frame, typed, errors: trouble.errors };
  const office = { name: 'office', label: words.say('case.office'), hint: words.say('case.office.hint') };
  const choices = offices.map(({ organisation, name }) => ({ value: organisation, label: name }));
  return actionPage(opened, {
    title: words.say('case.handOver.title'),
    trouble,
    body:
      offices.length === 0
        ? html`<p class="card">${words.say('case.handOver.none')}</p><p><a class="btn" href="${path}">${words.say('case.backToCase')}</a></p>`
        : html`<p>${words.say('case.handOver.text')}</p>${caseForm(opened, `${path}/hand-over`, [
            selectField(form, { ...office, choices }),
            textArea(form, {
              name: 'reason',
              label: words.say('case.handOver.reason'),
              hint: words.say('case.handOver.reason.hint'),
              rows: 4,
            }),
            formButtons(opened, { label: words.say('case.handOver.do') }),
          ])}`,
  });
}
