import type { ShownReset } from '../../../domain/key-reset/index.ts';
import type { StaffPage } from '../../http/session/staff-page.ts';
import { errorSummary, type FieldError } from '../../ui/form/error-summary.ts';
import { type FormState, textArea, textField } from '../../ui/form/form-fields.ts';
import { postedForm } from '../../ui/form/posted-form.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import { banner, dateTag } from '../../ui/parts.ts';
import { afterLoginBanner } from '../../ui/staff/after-login-banner.ts';
import { staffLayout } from '../../ui/staff/staff-layout.ts';
import { RESETS } from '../reset-form.ts';

export const resetOutcomes = ['proposed', 'agreed', 'refused', 'withdrawn', 'already'] as const;

export type ResetsProps = {
  readonly resets: readonly ShownReset[];
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
  readonly afterLogin: boolean;
  /** What this member of staff just did. */
  readonly done: (typeof resetOutcomes)[number] | null;
};

/** Resets of keys: those under way, those that ended, and a form to propose one. */
export function resetsPage(page: StaffPage, { resets, typed, errors, afterLogin, done }: ResetsProps): Html {
  const { frame, member } = page;
  const { words } = frame;
  const title = words.say('resets.title');
  const form: FormState = { frame, typed, errors };
  return staffLayout(frame, {
    member,
    section: 'resets',
    title,
    failed: errors.length > 0,
    body: html`${errorSummary(frame, errors)}${afterLogin && afterLoginBanner(frame)}${done && banner(done === 'already' ? 'info' : 'ok', words.say(`resets.done.${done}`))}<h1>${title}</h1>
<p class="lede">${words.say('resets.lede')}</p>
<h2>${words.say('resets.list')}</h2>
${resets.length === 0 ? html`<p>${words.say('resets.none')}</p>` : table(page, resets)}
<h2>${words.say('resets.propose')}</h2>
<p>${words.say('resets.propose.text')}</p>
${postedForm(
  page,
  RESETS,
  html`${textField(form, { name: 'who', label: words.say('resets.who'), hint: words.say('resets.who.hint'), width: 'number', autocomplete: 'off', verbatim: true })}
${textArea(form, { name: 'reason', rows: 4, label: words.say('resets.reason'), hint: words.say('resets.reason.hint') })}
<div class="row"><button class="btn">${words.say('resets.propose.button')}</button></div>`,
)}`,
  });
}

function table(page: StaffPage, resets: readonly ShownReset[]): Html {
  const { words } = page.frame;
  const headings = [
    'resets.person',
    'resets.state',
    'resets.proposedBy',
    'resets.since',
    'resets.next',
  ] as const;
  const rows = resets.map(({ reset, standing, names }) => {
    const name = names.get(reset.person) ?? '–';
    const cell = (heading: (typeof headings)[number], content: Fragment) =>
      html`<td data-label="${words.say(heading)}">${content}</td>`;
    return html`<tr><th scope="row"><span translate="no">${name}</span></th>
${cell('resets.state', words.say(`resets.state.${standing}`))}
${cell('resets.proposedBy', names.get(reset.proposedBy) ?? '–')}
${cell('resets.since', dateTag(page.frame, reset.proposedAt))}
${cell('resets.next', html`<a href="${RESETS}/${reset.id}">${words.say('resets.look')}<span class="vh">: ${name}</span></a>`)}</tr>`;
  });
  return html`<div class="scroll stack" role="region" tabindex="0" aria-label="${words.say('resets.list')}"><table class="list"><thead><tr>${headings.map((heading) => html`<th scope="col">${words.say(heading)}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;
}
