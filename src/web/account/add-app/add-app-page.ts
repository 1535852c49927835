import type { AppSetup } from '../../../domain/account-keys/index.ts';
import { copyable } from '../../ui/copyable.ts';
import { type FormState, textField } from '../../ui/form/form-fields.ts';
import { postedForm } from '../../ui/form/posted-form.ts';
import { type Html, html } from '../../ui/html.ts';
import { disclosure } from '../../ui/parts.ts';
import { qrCode } from '../../ui/qr-code.ts';
import { accountLayout } from '../account-layout.ts';

/** An authenticator app: what it reads or what is typed into it, and the code that it shows then. */
export function addAppPage(form: FormState, path: string, { secret, address }: AppSetup): Html {
  const { frame, errors } = form;
  const { words } = frame;
  const code = {
    name: 'code',
    label: words.say('account.app.code'),
    hint: words.say('account.app.code.hint'),
    width: 'short',
    inputmode: 'numeric',
    autocomplete: 'one-time-code',
    verbatim: true,
  } as const;
  const name = { name: 'name', label: words.say('account.add.name'), autocomplete: 'off' } as const;
  return accountLayout(frame, {
    title: words.say('account.app'),
    section: 'keys',
    back: '/account/keys',
    errors,
    body: html`<p class="lede">${words.say('account.app.lede')}</p>
${qrCode(address.reveal(), words.say('account.app.qr'))}
${disclosure(words.say('account.app.type'), html`<p>${words.say('account.app.type.text')}</p>${copyable(frame, secret.reveal())}`)}
${postedForm({ frame }, path, html`${textField(form, code)}${textField(form, { ...name, hint: words.say('account.add.name.hint') })}<div class="row"><button class="btn">${words.say('account.app.do')}</button></div>`)}`,
  });
}
