import { type FormState, textField } from '../../ui/form/form-fields.ts';
import { postedForm } from '../../ui/form/posted-form.ts';
import type { Frame } from '../../ui/frame.ts';
import { type Html, html } from '../../ui/html.ts';
import { type Contact, unbroken } from '../../ui/journey-page.ts';
import { facts } from '../../ui/parts.ts';
import { resetPage } from '../reset-page.ts';

/** Somebody says that they lost every key: first what else there is, then by which address they are known. */
export function reportPage(form: FormState): Html {
  const { frame, errors } = form;
  const { words } = frame;
  return resetPage(frame, {
    key: 'lostKey.report.title',
    errors,
    body: html`<p class="lede">${words.say('lostKey.report.lede')}</p>
<section class="card"><h2>${words.say('lostKey.first')}</h2><p>${words.say('lostKey.first.text')}</p>
<div class="row"><a class="btn sec" href="/account">${words.say('lostKey.toAccount')}</a></div></section>
<section class="card"><h2>${words.say('lostKey.none')}</h2><p>${words.say('lostKey.none.text')}</p>
${postedForm(
  form,
  '/lost-key',
  html`${textField(form, { name: 'address', label: words.say('lostKey.address'), hint: words.say('lostKey.address.hint'), type: 'email', autocomplete: 'email', verbatim: true })}
<div class="row"><button class="btn">${words.say('lostKey.report.go')}</button></div>`,
)}</section>`,
  });
}

/** The answer to every report, whether the address is somebody's or not: the reference, and what happens next. */
export function reportedPage(frame: Frame, reference: string, contact: Contact): Html {
  const { words } = frame;
  return resetPage(frame, {
    key: 'lostKey.reported.title',
    body: html`<section class="card">${facts([[words.say('lostKey.reference'), html`<strong translate="no">${reference}</strong>`]])}</section>
<p class="lede">${words.say('lostKey.reported.call', unbroken(contact))}</p>
<h2>${words.say('lostKey.next')}</h2>
<ol><li>${words.say('lostKey.next.staff')}</li><li>${words.say('lostKey.next.day')}</li><li>${words.say('lostKey.next.link')}</li></ol>
<div class="row"><a class="btn sec" href="/">${words.say('lostKey.toStart')}</a></div>`,
  });
}
