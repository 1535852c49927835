import type { PasskeyOptions } from '../../../domain/account-keys/index.ts';
import { type KeyReset, lastDayOf } from '../../../domain/key-reset/index.ts';
import { type FormState, textField } from '../../ui/form/form-fields.ts';
import type { Frame } from '../../ui/frame.ts';
import { type Html, html } from '../../ui/html.ts';
import { banner } from '../../ui/parts.ts';
import { passkeyForm, withoutPasskeys } from '../../ui/passkey-form.ts';
import { resetPage } from '../reset-page.ts';

/** How the last try ended. */
export const bindNotices = ['refused', 'taken', 'not-accepted', 'late'] as const;
export type BindNotice = (typeof bindNotices)[number];

export type BindProps = {
  readonly reset: Pick<KeyReset, 'expiresAt'>;
  readonly options: PasskeyOptions;
  readonly notice: BindNotice | null;
};

/** The link of a reset: what follows from it, a name, and a button that lets the device make the new passkey. */
export function bindPage(form: FormState, { reset, options, notice }: BindProps): Html {
  const { frame, errors } = form;
  const { words, path } = frame;
  const fields = textField(form, {
    name: 'name',
    label: words.say('lostKey.name'),
    hint: words.say('lostKey.name.hint'),
    autocomplete: 'off',
  });
  return resetPage(frame, {
    key: 'lostKey.bind.title',
    errors,
    notice: notice && banner('warn', words.say(`lostKey.notice.${notice}`)),
    body: html`<p class="lede">${words.say('lostKey.bind.lede')}</p>
<p>${words.label('lostKey.bind.until')} ${words.date(lastDayOf(reset))}</p>
${withoutPasskeys(frame)}
${passkeyForm(frame, { path, options, does: 'make', button: words.say('lostKey.bind.go'), fields })}`,
  });
}

/** The new key is there. */
export function boundPage(frame: Frame): Html {
  const { words } = frame;
  return resetPage(frame, {
    key: 'lostKey.bound.title',
    body: html`<p class="lede">${words.say('lostKey.bound.text')}</p>
<div class="row"><a class="btn" href="/account">${words.say('lostKey.toAccount')}</a></div>`,
  });
}
