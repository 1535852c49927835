import type { PasskeyPolicy } from '../login-means/index.ts';
import { addingNeeds, addKey, newKey } from './add-key.ts';
import { bindingBy } from './binding.ts';
import { readKeyName } from './key-name.ts';
import type { PasskeyFacts } from './model.ts';
import { isTaken, passkeyRulesIn, policiesFor, type RightWanted } from './passkey-policy.ts';
import type { PasskeyCredential } from './ports.ts';
import { act, type KeyHolder } from './world.ts';

/** What a passkey is made with. */
export type PasskeyWish = {
  readonly kind: 'ready';
  /** Unguessable, base64url; the same until a passkey was made with it or it is over. */
  readonly challenge: string;
  readonly userHandle: string;
  /** As the device shows it: the person's name. */
  readonly userName: string;
  /** Credentials that the person has already: their device makes no second one. */
  readonly known: readonly string[];
  /** Whether the maker of the authenticator must vouch for its model, and under which roots (PEM). */
  readonly asksForMaker: boolean;
  readonly attestationRoots: readonly string[];
};

export type BeginPasskey = {
  readonly by: KeyHolder;
  /** Rights for which it is wanted, whose policies hold too. */
  readonly rights?: readonly RightWanted[];
};

/** What a device needs to make a passkey for somebody. */
export const beginPasskey = act(
  ['accountKeys', 'keySetups', 'persons', 'meansProviders'],
  async (context, asked: BeginPasskey): Promise<PasskeyWish | { readonly kind: 'too-weak' }> => {
    const { stores, world, now } = context;
    const { person } = asked.by;
    if (bindingBy(asked.by.authority) === null) return { kind: 'too-weak' };
    const rules = passkeyRulesIn(await stores.meansProviders.list());
    const known = await stores.persons.find(person);
    const challenge = await stores.keySetups.keep(person, 'passkey', world.randomness.token(), now);
    return {
      kind: 'ready',
      challenge,
      userHandle: stores.accountKeys.userHandleOf(person),
      userName: known === null ? '' : `${known.givenNames} ${known.familyName}`.trim(),
      known: await stores.accountKeys.credentialsOf(person),
      asksForMaker: policiesFor(rules, asked.rights).some(({ kind }) => kind === 'listed'),
      attestationRoots: rules.attestationRoots,
    };
  },
);

/** A passkey that was verified against the challenge under way. */
export type BindPasskey = BeginPasskey & {
  /** As typed. */
  readonly name: string;
  /** Against which it was verified. */
  readonly challenge: string;
  readonly credential: PasskeyCredential;
  readonly facts: PasskeyFacts;
};

export type BoundPasskey =
  | { readonly kind: 'bound' }
  /** Another one of this device leads to somebody already. */
  | { readonly kind: 'taken' }
  | { readonly kind: 'too-weak' }
  /** Which policy does not take it. */
  | { readonly kind: 'not-accepted'; readonly policy: PasskeyPolicy['kind'] }
  /** Made too long ago, or with what another page has used up. */
  | { readonly kind: 'late' }
  | { readonly kind: 'wrong'; readonly code: 'empty' | 'too-long' };

/** Binds a passkey that was verified to somebody; the challenge serves once. */
export const bindPasskey = act(
  ['keySetups', 'meansProviders', ...addingNeeds],
  async (context, asked: BindPasskey): Promise<BoundPasskey> => {
    const { stores, now } = context;
    const { by, credential, facts } = asked;
    const name = readKeyName(asked.name);
    if (name.kind === 'wrong') return name;
    const fresh = newKey(context, by, name.name);
    if (fresh === null) return { kind: 'too-weak' };
    const rules = passkeyRulesIn(await stores.meansProviders.list());
    const against = policiesFor(rules, asked.rights).find((policy) => !isTaken(policy, facts));
    if (against !== undefined) return { kind: 'not-accepted', policy: against.kind };
    const underWay = await stores.keySetups.find(by.person, 'passkey', now);
    if (underWay !== asked.challenge) return { kind: 'late' };
    await stores.keySetups.take(by.person, 'passkey', now);
    const key = { ...fresh, kind: 'passkey', passkey: facts } as const;
    const added = await addKey(context, by, { key, credential });
    return { kind: added.kind === 'added' ? 'bound' : 'taken' };
  },
);
