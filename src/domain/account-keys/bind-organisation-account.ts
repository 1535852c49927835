import type { Redacted } from '../../base/redacted.ts';
import { addingNeeds, addKey, newKey } from './add-key.ts';
import { act, type KeyHolder } from './world.ts';

/** An account at an organisation's provider, as the provider told it: who it is there, and the address by which its owner knows it. */
export type BindOrganisationAccount = {
  readonly by: KeyHolder;
  readonly issuer: string;
  readonly subject: Redacted<string>;
  readonly email: string;
};

/** `taken`: it leads to somebody else already. */
export type BoundAccount = { readonly kind: 'bound' | 'taken' | 'too-weak' };

/** Binds an account at an organisation's provider to whoever proved who they are otherwise, and said that it is theirs. */
export const bindOrganisationAccount = act(
  addingNeeds,
  async (context, { by, issuer, subject, email }: BindOrganisationAccount): Promise<BoundAccount> => {
    const fresh = newKey(context, by, email);
    if (fresh === null || fresh.binding.counts !== 'everywhere') return { kind: 'too-weak' };
    const { accountKeys } = context.stores;
    const held = await accountKeys.findOrganisationAccount(issuer, subject.reveal());
    if (held !== null) return { kind: held.person === by.person ? 'bound' : 'taken' };
    const added = await addKey(context, by, {
      key: { ...fresh, kind: 'organisation-account', provider: issuer },
      subject,
    });
    return { kind: added.kind === 'added' ? 'bound' : 'taken' };
  },
);
