import type { ShownJoin } from '../../../domain/joining/index.ts';
import type { StaffPage } from '../../http/session/staff-page.ts';
import type { TextKey } from '../../texts/index.ts';
import { errorSummary, type FieldError } from '../../ui/form/error-summary.ts';
import { type FormState, textArea, textField } from '../../ui/form/form-fields.ts';
import { postedForm } from '../../ui/form/posted-form.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import { banner, dateTag } from '../../ui/parts.ts';
import { afterLoginBanner } from '../../ui/staff/after-login-banner.ts';
import { staffLayout } from '../../ui/staff/staff-layout.ts';
import { proposerOf } from '../proposer-of.ts';

export const joinOutcomes = ['proposed', 'already', 'joined', 'refused', 'undo', 'undone', 'kept'] as const;

export type JoinsProps = {
  readonly joins: readonly ShownJoin[];
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
  readonly afterLogin: boolean;
  /** What this case lead just did. */
  readonly done: (typeof joinOutcomes)[number] | null;
};

/** Who may be known twice, and a form to say so. One's own proposals stand there too: somebody else decides on them. */
export function joinsPage(page: StaffPage, { joins, typed, errors, afterLogin, done }: JoinsProps): Html {
  const { frame, member } = page;
  const { words } = frame;
  const title = words.say('joins.title');
  const form: FormState = { frame, typed, errors };
  return staffLayout(frame, {
    member,
    section: 'joins',
    title,
    failed: errors.length > 0,
    body: html`${errorSummary(frame, errors)}${afterLogin && afterLoginBanner(frame)}${done && banner(done === 'already' ? 'info' : 'ok', words.say(`joins.done.${done}`))}<h1>${title}</h1>
<p class="lede">${words.say('joins.lede')}</p>
<h2>${words.say('joins.list')}</h2>
${joins.length === 0 ? html`<p>${words.say('joins.none')}</p>` : queue(page, joins)}
<h2>${words.say('joins.propose')}</h2>
<p>${words.say('joins.propose.text')}</p>
${postedForm(
  page,
  '/cases/joins',
  html`${number(form, 'kept', 'joins.kept')}
${number(form, 'other', 'joins.other')}
${textArea(form, { name: 'reason', rows: 4, label: words.say('joins.reason'), hint: words.say('joins.reason.hint') })}
<div class="row"><button class="btn">${words.say('joins.propose.button')}</button></div>`,
)}`,
  });
}

function number(
  form: FormState,
  name: 'kept' | 'other',
  key: TextKey & ('joins.kept' | 'joins.other'),
): Html {
  const { words } = form.frame;
  return textField(form, {
    name,
    label: words.say(key),
    hint: words.say('joins.number.hint'),
    width: 'number',
    inputmode: 'numeric',
    autocomplete: 'off',
    verbatim: true,
  });
}

function queue(page: StaffPage, joins: readonly ShownJoin[]): Html {
  const { words } = page.frame;
  const headings = ['joins.persons', 'joins.state', 'joins.proposedBy', 'joins.since', 'joins.next'] as const;
  const rows = joins.map(({ join, names }) => {
    const both = `${names.get(join.kept) ?? '–'} · ${names.get(join.other) ?? '–'}`;
    const cell = (heading: (typeof headings)[number], content: Fragment) =>
      html`<td data-label="${words.say(heading)}">${content}</td>`;
    return html`<tr><th scope="row"><span translate="no">${both}</span></th>
${cell('joins.state', words.say(`joins.state.${join.state}`))}
${cell('joins.proposedBy', proposerOf({ join, names }, words.say('joins.operator')))}
${cell('joins.since', dateTag(page.frame, join.proposedAt))}
${cell('joins.next', html`<a href="/cases/joins/${join.id}">${words.say('joins.look')}<span class="vh">: ${both}</span></a>`)}</tr>`;
  });
  return html`<div class="scroll stack" role="region" tabindex="0" aria-label="${words.say('joins.list')}"><table class="list"><thead><tr>${headings.map((heading) => html`<th scope="col">${words.say(heading)}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;
}
