import { exportFormats, exportReasons } from '../../../domain/matching-log/index.ts';
import type { StaffPage } from '../../http/session/staff-page.ts';
import { errorSummary, type FieldError } from '../../ui/form/error-summary.ts';
import { type FormState, radioField, textField } from '../../ui/form/form-fields.ts';
import { postedForm } from '../../ui/form/posted-form.ts';
import { type Html, html } from '../../ui/html.ts';
import { afterLoginBanner } from '../../ui/staff/after-login-banner.ts';
import { staffLayout } from '../../ui/staff/staff-layout.ts';

export type MatchingLogProps = {
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
  readonly afterLogin: boolean;
};

/** Writes out what was compared for one person: by reference, or by a number that stays out of the address. */
export function matchingLogPage(page: StaffPage, { typed, errors, afterLogin }: MatchingLogProps): Html {
  const { frame, member } = page;
  const { words } = frame;
  const title = words.say('matchingLog.title');
  const form: FormState = { frame, typed: { format: 'json', ...typed }, errors };
  const reasons = exportReasons.map((value) => ({ value, label: words.say(`matchingLog.reason.${value}`) }));
  const formats = exportFormats.map((value) => ({ value, label: words.say(`matchingLog.format.${value}`) }));
  return staffLayout(frame, {
    member,
    section: 'matching-log',
    title,
    failed: errors.length > 0,
    body: html`${errorSummary(frame, errors)}${afterLogin && afterLoginBanner(frame)}<h1>${title}</h1>
<p class="lede">${words.say('matchingLog.lede')}</p>
<p>${words.say('matchingLog.withheld')}</p>
${postedForm(
  page,
  '/cases/matching-log',
  html`${textField(form, { name: 'reference', label: words.say('counter.reference'), hint: words.say('matchingLog.reference.hint'), width: 'number', autocomplete: 'off', verbatim: true })}
${textField(form, { name: 'number', label: words.say('counter.new.number'), hint: words.say('matchingLog.number.hint'), width: 'number', inputmode: 'numeric', autocomplete: 'off', verbatim: true })}
${radioField(form, { name: 'reason', label: words.say('matchingLog.reason'), choices: reasons })}
${radioField(form, { name: 'format', label: words.say('matchingLog.format'), choices: formats })}
<div class="row"><button class="btn">${words.say('matchingLog.button')}</button></div>`,
)}`,
  });
}
