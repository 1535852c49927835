import type { KeyReset } from '../../domain/key-reset/index.ts';
import type { Frame } from '../ui/frame.ts';
import { type Fragment, html } from '../ui/html.ts';
import { banner } from '../ui/parts.ts';

/** Members of staff are about to reset the keys of whoever is logged in: since when, and how to stop it. */
export function resetBanner({ words }: Frame, reset: KeyReset | null): Fragment {
  if (reset === null) return null;
  const since = words.moment(reset.proposedAt);
  return banner(
    'warn',
    words.say('account.reset'),
    html`<p>${words.say('account.reset.text', { since })}</p><p><a class="btn" href="/account/keys/reset">${words.say('account.reset.stop')}</a></p>`,
  );
}
