import { type Fragment, type Html, html } from '../../../ui/html.ts';
import { countryIn, facts } from '../../../ui/parts.ts';
import { comparedFields, requestValue } from '../../../ui/staff/request-values.ts';
import type { OpenedCase } from '../case-context.ts';

import { languageName } from '../page/language-words.ts';

/** What the applicant told and what the eID proved. */
export function requestCard({ frame, view }: OpenedCase): Html {
  const { words } = frame;
  const { case: one } = view;
  const { answers, reason, submittedAt } = one;
  const { document } = answers;
  const rows: (readonly [string, Fragment])[] = comparedFields.map((field) => [
    words.say(`case.field.${field}`),
    requestValue(frame, one, field) || words.say('case.none'),
  ]);
  if (document)
    rows.push([
      words.say('case.document'),
      html`${words.say(`case.document.${document.type}`)} <span translate="no">${document.number}</span>, ${countryIn(frame, document.issuedBy)}<small>${document.expiresOn === null ? words.say('request.document.noEnd') : words.say('case.document.until', { date: words.date(document.expiresOn) })}</small>`,
    ]);
  if (answers.email)
    rows.push([
      words.say('case.email'),
      html`<span translate="no">${answers.email}</span><small>${words.say(answers.emailConfirmedAt ? 'case.email.confirmed' : 'case.email.notConfirmed')}</small>`,
    ]);
  if (answers.telephone)
    rows.push([words.say('case.telephone'), html`<span translate="no">${answers.telephone}</span>`]);
  rows.push([words.say('case.language'), languageName(words, answers.language)]);
  rows.push([words.say('case.reason'), words.say(`case.reason.${reason}`)]);
  if (submittedAt) rows.push([words.say('case.submitted'), words.moment(submittedAt)]);
  return html`<section class="card" aria-labelledby="request"><h2 id="request">${words.say('case.told')}</h2>
${facts(rows)}</section>`;
}

/** What the applicant says is wrong in what the eID delivered: to be read before anything is compared. */
export function remarkWarning({ frame, view }: OpenedCase): Fragment {
  const { remark } = view.case.answers;
  if (!remark) return null;
  return html`<div class="warning"><p><strong>${frame.words.say('case.remark')}</strong></p><p class="value" dir="auto">${remark}</p></div>`;
}
