import { correlationCode } from '../../base/correlation.ts';
import { Redacted } from '../../base/redacted.ts';
import { readSixDigits } from '../../base/typed/six-digits.ts';
import { addingNeeds, addKey, newKey } from './add-key.ts';
import { bindingBy } from './binding.ts';
import { mailCode, mailingNeeds, type SentCode } from './mail-code.ts';
import { act, type KeyHolder } from './world.ts';

/** `address`: parsed. */
export type ProveAddress = { readonly by: KeyHolder; readonly address: Redacted<string> };

/** Mails a code to an address that somebody says is theirs. */
export const beginAddress = act(
  mailingNeeds,
  async (context, { by, address }: ProveAddress): Promise<SentCode | { readonly kind: 'too-weak' }> => {
    if (bindingBy(by.authority)?.counts !== 'everywhere') return { kind: 'too-weak' };
    const purpose = { kind: 'address', person: by.person } as const;
    const { language } = by;
    const reference = correlationCode(context.world.randomness.bytes(8));
    return mailCode(context, { purpose, address, network: null, language, reference, hasAccount: true });
  },
);

export type ConfirmedAddress =
  | { readonly kind: 'bound' | 'too-weak' }
  /** It is proven for another account; both are the same mailbox, and only one account can be found by it. */
  | { readonly kind: 'taken' }
  | {
      readonly kind: 'wrong';
      readonly code: 'empty' | 'digits' | 'not-right';
      readonly triesLeft: number | null;
    };

/** Proves an address by the code that was mailed there. `code`: as typed. */
export const confirmAddress = act(
  ['addressCodes', ...addingNeeds],
  async (
    context,
    { by, address, code: typed }: ProveAddress & { readonly code: string },
  ): Promise<ConfirmedAddress> => {
    const { stores, now } = context;
    const code = readSixDigits(typed);
    if (code.kind === 'wrong') return { ...code, triesLeft: null };
    const text = address.reveal();
    const fresh = newKey(context, by, text);
    if (fresh === null || fresh.binding.counts !== 'everywhere') return { kind: 'too-weak' };
    const purpose = { kind: 'address', person: by.person } as const;
    const checked = await stores.addressCodes.check(purpose, text, code.code, now);
    if (checked.kind === 'wrong') return { ...checked, code: 'not-right' };
    await stores.addressCodes.useUp(purpose, now);
    const held = await stores.accountKeys.findAddress(text);
    if (held !== null) return { kind: held.person === by.person ? 'bound' : 'taken' };
    // Two accounts may prove one mailbox at the same moment: the second one is told.
    const added = await addKey(context, by, {
      key: { ...fresh, name: '', kind: 'email', address: new Redacted(text) },
    });
    return { kind: added.kind === 'added' ? 'bound' : 'taken' };
  },
);
