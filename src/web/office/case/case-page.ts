import { type Case, displayName, isOpen } from '../../../domain/casework/index.ts';
import type { StaffMember } from '../../../domain/staff/index.ts';
import type { PlainKey } from '../../texts/values.ts';
import { copyable } from '../../ui/copyable.ts';
import { errorSummary } from '../../ui/form/error-summary.ts';
import { type FormState, textArea, textField } from '../../ui/form/form-fields.ts';
import type { Frame } from '../../ui/frame.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import { banner, countryOfTheWorld, facts, timeTag } from '../../ui/parts.ts';
import { comparedFields, requestValue } from '../../ui/staff/request-values.ts';
import { staffLayout } from '../../ui/staff/staff-layout.ts';
import { stateTag } from '../../ui/staff/state-tag.ts';

/** What was done just before, told once. */
export const officeDone = ['opened', 'recorded', 'proposed'] as const;
type OfficeDone = (typeof officeDone)[number] | null;

/** What was done just before, and whether the officer has to say how they made sure who it is. */
export type OfficeStanding = { readonly done: OfficeDone; readonly asksWhy: boolean };

const labels: Readonly<Record<(typeof comparedFields)[number], PlainKey>> = {
  familyName: 'counter.new.familyName',
  givenNames: 'counter.new.givenNames',
  previousNames: 'counter.case.previousNames',
  birthDate: 'counter.new.birthDate',
  birthPlace: 'request.birth.place',
  sex: 'request.sex.choice',
  nationality: 'request.nationality.first',
  address: 'counter.new.address',
};

/** A case as an officer sees it: who asks, where it stands, and what the office can do. Nothing of the register or of agents. */
export function officeCasePage(
  form: FormState,
  member: StaffMember,
  one: Case,
  { done, asksWhy }: OfficeStanding,
): Html {
  const { frame, errors } = form;
  const { words } = frame;
  const title = displayName(one.applicant);
  return staffLayout(frame, {
    member,
    section: 'office',
    title: words.say('counter.title'),
    failed: errors.length > 0,
    body: html`${errorSummary(frame, errors)}${doneBanner(frame, one, done)}<p><a href="/office">${words.say('counter.case.back')}</a></p>
<section class="idbar"><h1 translate="no">${title}</h1><dl>
<div><dt>${words.say('counter.case.state')}</dt><dd>${stateTag(frame, one.state.kind, one.state.kind === 'decided' ? one.state.outcome.kind : null)}</dd></div>
<div><dt>${words.say('counter.case.opened')}</dt><dd>${timeTag(words, one.openedAt)}</dd></div>
<div><dt>${words.say('counter.case.eid')}</dt><dd>${countryOfTheWorld(frame, one.applicant.country)}</dd></div></dl></section>
<div class="two"><section class="card">${applicantFacts(frame, one)}</section>
<div><section class="card"><h2>${words.say('counter.print')}</h2>${copyable(frame, one.reference)}<p><a class="btn sec" href="/office/case/${one.id}/slip">${words.say('counter.slip')}</a></p></section>
<section class="card"><h2>${words.say('counter.case.next')}</h2>${whatNext(form, one, { member, asksWhy })}</section></div></div>`,
  });
}

function doneBanner({ words }: Frame, one: Case, done: OfficeDone): Fragment {
  if (done === 'recorded' || done === 'proposed') return banner('ok', words.say(`counter.${done}`));
  if (done !== 'opened') return null;
  const text = one.state.kind === 'decided' ? 'counter.opened.settled' : 'counter.opened.sent';
  return banner('ok', words.say('counter.opened'), html`<p>${words.say(text)}</p>`);
}

function applicantFacts(frame: Frame, one: Case): Html {
  const { words } = frame;
  const { document } = one.answers;
  const rows = comparedFields.map(
    (field) => [words.say(labels[field]), requestValue(frame, one, field)] as const,
  );
  const paper =
    document &&
    html`${words.say(`request.document.${document.type}`)} <span translate="no">${document.number}</span><br>${countryOfTheWorld(frame, document.issuedBy)}, ${document.expiresOn === null ? words.say('request.document.noEnd') : `${words.say('request.document.documentExpires').toLowerCase()} ${words.date(document.expiresOn)}`}`;
  return facts(
    [...rows, [words.say('counter.new.document'), paper] as const]
      .filter(([, value]) => value)
      .map(([name, value]) => [name, value]),
  );
}

type Officer = { readonly member: StaffMember; readonly asksWhy: boolean };

function whatNext(form: FormState, one: Case, { member, asksWhy }: Officer): Fragment {
  const { words } = form.frame;
  // A case that this office opened may be another one's to go on with.
  if (one.state.kind === 'handed-over' && one.handedTo === member.organisation)
    return html`<p>${words.label('counter.case.office')} <strong translate="no">${one.state.office}</strong></p>${recordForm(form, one, asksWhy)}`;
  if (one.state.kind === 'to-confirm' && one.state.agent === member.person)
    return html`<p>${words.say('counter.case.second')}</p>`;
  return html`<p>${words.say(isOpen(one.state) ? 'counter.case.agents' : 'counter.case.closed')}</p>`;
}

function recordForm(form: FormState, one: Case, asksWhy: boolean): Html {
  const { frame } = form;
  const { words } = frame;
  return html`<form method="post" action="/office/case/${one.id}" novalidate><input type="hidden" name="csrf" value="${frame.formToken}"><input type="hidden" name="version" value="${one.version}">
<p>${words.say('counter.case.record.text')}</p>
${textField(form, { name: 'number', label: words.say('counter.new.number'), hint: words.say('counter.new.number.hint'), width: 'number', inputmode: 'numeric', autocomplete: 'off', verbatim: true })}
${asksWhy && textArea(form, { name: 'because', label: words.say('counter.case.because'), hint: words.say('counter.case.because.hint'), rows: 3 })}
<div class="row"><button class="btn">${words.say('counter.case.record.button')}</button></div></form>`;
}
