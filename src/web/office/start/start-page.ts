import type { OfficePage } from '../../../domain/casework/index.ts';
import type { StaffMember } from '../../../domain/staff/index.ts';
import { errorSummary } from '../../ui/form/error-summary.ts';
import { type FormState, textField } from '../../ui/form/form-fields.ts';
import { type Html, html } from '../../ui/html.ts';
import { staffLayout } from '../../ui/staff/staff-layout.ts';
import type { OfficeQuery } from '../office-query.ts';
import { officeList } from './office-list.ts';

export type StartProps = { readonly query: OfficeQuery; readonly found: OfficePage };

/** Where an officer begins: somebody with a reference, somebody without, and the cases of the office. */
export function officeStartPage(form: FormState, member: StaffMember, { query, found }: StartProps): Html {
  const { frame, errors } = form;
  const { words } = frame;
  const title = words.say('counter.title');
  return staffLayout(frame, {
    member,
    section: 'office',
    title,
    failed: errors.length > 0,
    body: html`${errorSummary(frame, errors)}<h1>${title}</h1>
<p class="lede">${words.say('counter.lede')} <span translate="no">${member.organisationName}</span></p>
<div class="pair"><section class="card"><h2>${words.say('counter.find')}</h2><p>${words.say('counter.find.text')}</p>
<form method="post" action="/office/find" novalidate><input type="hidden" name="csrf" value="${frame.formToken}">
${textField(form, { name: 'reference', label: words.say('counter.reference'), hint: words.say('counter.reference.hint'), width: 'number', autocomplete: 'off', verbatim: true })}
<div class="row"><button class="btn">${words.say('counter.find.button')}</button></div></form></section>
<section class="card"><h2>${words.say('counter.new')}</h2><p>${words.say('counter.new.text')}</p>
<div class="row"><a class="btn sec" href="/office/new">${words.say('counter.new')}</a></div></section></div>
${officeList(frame, query, found)}`,
  });
}
