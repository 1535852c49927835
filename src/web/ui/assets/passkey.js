// Passkeys: asks the browser for one, or to make one, and sends what it says with the form. Without this script the page says why not, and
// what else there is. No innerHTML, no eval, nothing is kept.

const bytesOf = (text) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));
const textOf = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** What browsers without `parse…OptionsFromJSON` want: the same with bytes. */
const withBytes = (options) => ({
  ...options,
  challenge: bytesOf(options.challenge),
  ...(options.user && { user: { ...options.user, id: bytesOf(options.user.id) } }),
  ...(options.excludeCredentials && {
    excludeCredentials: options.excludeCredentials.map((each) => ({ ...each, id: bytesOf(each.id) })),
  }),
});

/** What the server reads, and nothing besides. */
const written = ({ id, response }) => {
  const names = ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle'];
  const told = names.flatMap((name) => (response[name] ? [[name, textOf(response[name])]] : []));
  const transports = response.getTransports?.();
  const parts = { ...Object.fromEntries(told), ...(transports && { transports }) };
  return JSON.stringify({ id, rawId: id, type: 'public-key', response: parts });
};

let waiting = null;

/** Only one question to the browser at a time: the one in a field makes room for the one of a button. */
async function ask(form, isConditional) {
  waiting?.abort();
  waiting = new AbortController();
  const { signal } = waiting;
  const publicKey = withBytes(JSON.parse(form.dataset.options));
  const isMaking = form.dataset.passkey === 'make';
  const credential = isMaking
    ? await navigator.credentials.create({ publicKey, signal })
    : await navigator.credentials.get({
        publicKey,
        signal,
        ...(isConditional && { mediation: 'conditional' }),
      });
  if (!credential) return;
  form.elements.response.value = written(credential);
  // What is asked for beside it, such as a name, was checked before; the button that was pressed has no part in it.
  form.submit();
}

/** Says in words how it ended: `cancelled`, `known` (this device has one already), or `failed`. */
function say(form, what) {
  for (const words of form.querySelectorAll('[data-said]')) words.hidden = words.dataset.said !== what;
}

for (const form of document.querySelectorAll('form[data-passkey]')) {
  if (!window.PublicKeyCredential) continue;
  const button = form.querySelector('button');
  for (const words of document.querySelectorAll('[data-without-passkeys]')) words.hidden = true;
  if (button) button.hidden = false;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (!form.reportValidity()) return;
    say(form, 'asking');
    try {
      await ask(form, false);
    } catch ({ name }) {
      if (name === 'AbortError') return;
      say(form, name === 'InvalidStateError' ? 'known' : name === 'NotAllowedError' ? 'cancelled' : 'failed');
    }
  });
  // Passkeys among what the browser fills in; where nobody takes one, nothing is said.
  if ('fill' in form.dataset && (await PublicKeyCredential.isConditionalMediationAvailable?.()))
    ask(form, true).catch(() => {});
}
