import { type FormState, textField } from '../../ui/form/form-fields.ts';
import { postedForm } from '../../ui/form/posted-form.ts';
import { type Html, html } from '../../ui/html.ts';
import { accountLayout } from '../account-layout.ts';

/** A mail address of one's own: first the address, then, on the same page, the code that was mailed there. */
export function addAddressPage(form: FormState, path: string, isSent: boolean): Html {
  const { frame, errors } = form;
  const { words } = frame;
  return accountLayout(frame, {
    title: words.say('account.address'),
    section: 'keys',
    back: '/account/keys',
    errors,
    body: isSent ? codePart(form, path) : addressPart(form, path),
  });
}

function addressPart(form: FormState, path: string): Html {
  const { frame } = form;
  const { words } = frame;
  const field = textField(form, {
    name: 'address',
    label: words.say('codes.address'),
    type: 'email',
    autocomplete: 'email',
    verbatim: true,
  });
  return html`<p class="lede">${words.say('account.address.lede')}</p>
${postedForm({ frame }, path, html`${field}<div class="row"><button class="btn">${words.say('codes.send')}</button></div>`)}`;
}

function codePart(form: FormState, path: string): Html {
  const { frame, typed } = form;
  const { words } = frame;
  const field = textField(form, {
    name: 'code',
    label: words.say('codes.mail'),
    width: 'short',
    inputmode: 'numeric',
    autocomplete: 'one-time-code',
    verbatim: true,
  });
  const address = typed.address ?? '';
  return html`<p class="lede">${words.mark('account.address.sent', { email: address })}</p>
${postedForm({ frame }, path, html`<input type="hidden" name="address" value="${address}"><input type="hidden" name="sent" value="yes">${field}<div class="row"><button class="btn">${words.say('frame.continue')}</button><a class="btn sec" href="${path}">${words.say('codes.other')}</a></div>`)}`;
}
