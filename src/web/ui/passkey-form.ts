import type { PasskeyOptions } from '../../domain/account-keys/index.ts';
import type { Frame } from './frame.ts';
import { type Fragment, type Html, html } from './html.ts';

type PasskeyFormProps = {
  /** Where what the browser says is posted to, in the field `response`. */
  readonly path: string;
  readonly options: PasskeyOptions;
  /** `make` one, or `use` one. */
  readonly does: 'make' | 'use';
  readonly button: string;
  /** What is asked for beside it, and what goes along. */
  readonly fields?: Fragment;
};

/**
 * A form with which a browser makes or uses a passkey. Its button shows where the browser can; what stands in `withoutPasskeys` shows where it
 * cannot, and without script.
 */
export function passkeyForm(
  frame: Frame,
  { path, options, does, button, fields = null }: PasskeyFormProps,
): Html {
  const { words } = frame;
  const said = (['cancelled', 'known', 'failed'] as const).map(
    (each) => html`<p data-said="${each}" hidden>${words.say(`passkey.said.${each}`)}</p>`,
  );
  return html`<form method="post" action="${path}" data-passkey="${does}" data-options="${JSON.stringify(options)}">
<input type="hidden" name="csrf" value="${frame.formToken}"><input type="hidden" name="response" value="">${fields}
<div class="row"><button class="btn" hidden>${button}</button></div>
<div role="status"><p data-said="asking" hidden>${words.say('passkey.said.asking')}</p>${said}</div>
</form>
${passkeyScript(frame)}`;
}

/** Passkeys among what the browser fills in: a field on the page has `webauthn` in its `autocomplete`. */
export function passkeysToFillIn(frame: Frame, path: string, options: PasskeyOptions): Html {
  return html`<form method="post" action="${path}" data-passkey="use" data-fill data-options="${JSON.stringify(options)}" hidden><input type="hidden" name="csrf" value="${frame.formToken}"><input type="hidden" name="response" value=""></form>
${passkeyScript(frame)}`;
}

/** Why there is no button: until the script says that the browser can. */
export function withoutPasskeys({ words }: Frame): Html {
  return html`<div class="banner info" data-without-passkeys><p class="banner-title">${words.say('passkey.without')}</p><p>${words.say('passkey.without.text')}</p></div>`;
}

function passkeyScript({ asset }: Frame): Html {
  return html`<script type="module" src="${asset('passkey.js')}"></script>`;
}
