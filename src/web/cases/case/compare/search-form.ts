import type { CalendarDate } from '../../../../base/time.ts';
import type { ManualSearch } from '../../../../domain/candidates/index.ts';
import { type DeskError, readDate } from '../../../../domain/casework/index.ts';
import { dateField, textArea, textField } from '../../../ui/form/form-fields.ts';
import { type Html, html } from '../../../ui/html.ts';
import type { OpenedCase } from '../case-context.ts';
import { caseForm } from '../page/case-form.ts';
import type { Trouble } from '../trouble.ts';

/** The search by hand: a name or a birth date, and why. Sent by POST, because names do not belong in addresses. */
export function searchForm(
  opened: OpenedCase,
  typed: Readonly<Record<string, string>>,
  { errors }: Trouble,
): Html {
  const { frame, path } = opened;
  const { words } = frame;
  const form = { frame, typed, errors };
  const open = Object.keys(typed).length > 0 || errors.length > 0;
  return html`<details class="card search-by-hand"${open && html` open`}><summary>${words.say('case.search')}</summary><div class="inside">
<p>${words.say('case.search.text')}</p>
${caseForm(opened, `${path}/search`, [
  textField(form, {
    name: 'familyName',
    label: words.say('number.familyName'),
    autocomplete: 'off',
    verbatim: true,
  }),
  textField(form, {
    name: 'givenNames',
    label: words.say('number.givenNames'),
    optional: true,
    autocomplete: 'off',
    verbatim: true,
  }),
  dateField(form, { name: 'birthDate', label: words.say('number.birthDate'), optional: true }),
  textArea(form, {
    name: 'reason',
    label: words.say('case.search.reason'),
    hint: words.say('case.reason.hint'),
    rows: 2,
  }),
  html`<div class="row"><button class="btn sec">${words.say('case.search.do')}</button></div>`,
])}</div></details>`;
}

export type TypedSearch =
  | { readonly kind: 'search'; readonly search: ManualSearch }
  | { readonly kind: 'wrong'; readonly errors: readonly DeskError[] };

/** Reads what was typed; whether it asks for somebody is said by the desk. */
export function readTypedSearch(typed: Readonly<Record<string, string>>, today: CalendarDate): TypedSearch {
  const date = readDate(typed, 'birthDate', { today, century: 'past' });
  if (date.kind === 'wrong' && date.code !== 'empty')
    return { kind: 'wrong', errors: [{ field: 'birthDate', code: 'not-a-date' }] };
  const birthDate = date.kind === 'value' ? date.value : '';
  const field = (name: string) => (typed[name] ?? '').replace(/\s+/g, ' ').trim();
  const search = { familyName: field('familyName'), givenNames: field('givenNames'), birthDate };
  if (search.familyName.length < 2 && search.birthDate === '')
    return { kind: 'wrong', errors: [{ field: 'familyName', code: 'empty' }] };
  const long = (['familyName', 'givenNames'] as const).find((name) => [...search[name]].length > 80);
  return long ? { kind: 'wrong', errors: [{ field: long, code: 'too-long' }] } : { kind: 'search', search };
}
