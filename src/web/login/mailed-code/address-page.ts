import type { PasskeyOptions } from '../../../domain/account-keys/index.ts';
import type { Application } from '../../../domain/application/index.ts';
import { errorSummary } from '../../ui/form/error-summary.ts';
import { type FormState, textField } from '../../ui/form/form-fields.ts';
import { type Html, html } from '../../ui/html.ts';
import { layout } from '../../ui/layout.ts';
import { meansAdvice } from '../../ui/means-advice.ts';
import { applicationPill, cancelButton } from '../../ui/parts.ts';
import { passkeysToFillIn } from '../../ui/passkey-form.ts';
import { otherWays } from '../other-ways.ts';
import { codeForm } from './code-form.ts';

/** What both pages of a mailed code are made from. */
export type CodePageProps = {
  readonly kind: 'app-code' | 'email-code';
  readonly application: Application;
  /** The address of the page, where its forms are posted to. */
  readonly place: string;
  /** The address of the login, with all its tiles. */
  readonly back: string;
};

/** Where a passkey is posted to that the browser fills in; `null` where this login takes none. */
type FilledIn = { readonly place: string; readonly options: PasskeyOptions } | null;

/** Asks for the mail address of an account. What is answered does not say whether there is one. */
export function addressPage(form: FormState, props: CodePageProps & { readonly passkey: FilledIn }): Html {
  const { frame, errors } = form;
  const { kind, application, place, back, passkey } = props;
  const { words } = frame;
  const title = words.say(`codes.title.${kind}`);
  const field = textField(form, {
    name: 'address',
    label: words.say('codes.address'),
    hint: words.say('codes.address.hint'),
    type: 'email',
    autocomplete: passkey ? 'username webauthn' : 'username',
    verbatim: true,
  });
  return layout(frame, {
    title,
    failed: errors.length > 0,
    body: html`${errorSummary(frame, errors)}
${applicationPill(frame, application)}
<h1>${title}</h1>
<p class="lede">${words.say(`codes.lede.${kind}`)}</p>
${codeForm(frame, place, 'address', html`${field}<div class="row"><button class="btn">${words.say('codes.send')}</button></div>`)}
${otherWays(frame, back)}
${meansAdvice(words)}
${passkey && passkeysToFillIn(frame, passkey.place, passkey.options)}
${cancelButton(frame, application)}`,
  });
}
