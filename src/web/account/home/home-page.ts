import type { AccountOwner, AccountView } from '../../../domain/account/index.ts';
import type { ListedKeys } from '../../../domain/account-keys/index.ts';
import type { KeyReset } from '../../../domain/key-reset/index.ts';
import type { WorkInvitationView } from '../../../domain/work-invitation/index.ts';
import { invitedLine } from '../../ui/access/invited-line.ts';
import type { Frame } from '../../ui/frame.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import { banner, facts, timeTag } from '../../ui/parts.ts';
import { accountLayout } from '../account-layout.ts';
import { loggedInBy } from '../logged-in-by.ts';
import { resetBanner } from '../reset-banner.ts';

export type HomeProps = AccountView & {
  readonly ways: Pick<ListedKeys, 'hasTooFew'>;
  readonly reset: KeyReset | null;
  /** What waits for an answer. */
  readonly invited: readonly WorkInvitationView[];
};

/** A1: who somebody is here, how they logged in, and what they should look after. */
export function homePage(
  frame: Frame,
  { authentication }: AccountOwner,
  { name, ways, reset, invited }: HomeProps,
): Html {
  const { words } = frame;
  const title = words.say('account.title');
  return accountLayout(frame, {
    title,
    section: 'home',
    notice: html`${resetBanner(frame, reset)}${invitedLine(frame, invited)}${warning(frame, ways)}`,
    body: html`<p class="lede">${words.say('account.lede')}</p>
<section class="card"><h2>${words.say('account.you')}</h2>
${facts([
  [words.say('account.name'), html`<span translate="no">${name}</span>`],
  [words.say('account.by'), loggedInBy(frame, authentication)],
  [words.say('account.level'), words.say(`level.${authentication.assurance}`)],
  [words.say('account.since'), timeTag(words, authentication.at)],
])}</section>`,
  });
}

function warning({ words }: Frame, { hasTooFew }: HomeProps['ways']): Fragment {
  if (!hasTooFew) return null;
  return banner('info', words.say('account.short'), html`<p>${words.say('account.short.text')}</p>`);
}
