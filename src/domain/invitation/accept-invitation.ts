import { correlationCode } from '../../base/correlation.ts';
import type { Language } from '../../base/language.ts';
import {
  addingNeeds,
  addKey,
  isTaken,
  newKey,
  type PasskeyCredential,
  type PasskeyFacts,
  type PasskeyWish,
  passkeyRulesIn,
  policiesFor,
} from '../account-keys/index.ts';
import {
  type Authentication,
  type MeansProvider,
  type PasskeyPolicy,
  passkeyTile,
} from '../login-means/index.ts';
import { newSubjectIdentifier, type Person } from '../person/index.ts';
import { caseworkApplicationId, type StaffRight, staffRightCodes } from '../staff/index.ts';
import { giveInvitedRight, givingNeeds } from './give-right.ts';
import { type Invitation, type InvitationSecret, type InvitationStanding, standingOf } from './model.ts';
import { type NameFault, readName } from './names.ts';
import { act, type InvitationContext } from './world.ts';

/** What was typed beside the passkey. */
export type TypedNames = { readonly givenNames: string; readonly familyName: string };
export type NameError = { readonly field: keyof TypedNames; readonly code: NameFault };

export type AcceptInvitation = {
  readonly secret: InvitationSecret;
  /** Not asked of somebody who is known here. */
  readonly names: TypedNames;
  readonly language: Language;
  /** The passkey, verified against the challenge of the invitation. */
  readonly credential: PasskeyCredential;
  readonly facts: PasskeyFacts;
};

export type AcceptedInvitation =
  | {
      readonly kind: 'accepted';
      readonly invitation: Invitation;
      readonly person: Person;
      /** The making of the passkey proves who they are, as its use does from now on. */
      readonly authentication: Authentication;
    }
  | { readonly kind: 'closed'; readonly standing: Exclude<InvitationStanding, 'open'> | 'unknown' }
  | { readonly kind: 'wrong'; readonly errors: readonly NameError[] }
  /** Somebody with a national number proves that they are who they are: no link of an operator makes a key for them. */
  | { readonly kind: 'log-in' }
  | { readonly kind: 'not-accepted'; readonly policy: PasskeyPolicy['kind'] };

/** Thrown to undo all that was done: another passkey of this device leads to somebody already. */
export class PasskeyTaken extends Error {
  override readonly name = 'PasskeyTaken';
}

/** What a device needs to make the passkey of an invitation. */
export const wishForInvited = act(
  ['invitations', 'accountKeys', 'meansProviders'],
  async ({ stores }, { secret }: { readonly secret: InvitationSecret }): Promise<PasskeyWish | null> => {
    const invitation = await stores.invitations.findBySecret(secret);
    if (invitation === null) return null;
    const { person, challenge, email, right } = invitation;
    const providers = await stores.meansProviders.list();
    return {
      kind: 'ready',
      challenge,
      userHandle: stores.accountKeys.userHandleOf(person),
      userName: email.reveal(),
      // Whoever is invited again lost their passkey, or has it still: either way this one comes in its place.
      known: [],
      asksForMaker: policiesOf(providers, right).some(({ kind }) => kind === 'listed'),
      attestationRoots: passkeyRulesIn(providers).attestationRoots,
    };
  },
);

/**
 * Somebody accepts an invitation with a new passkey: in one unit of work the person, their work relation, the right and the key are there,
 * and the link is used up. Where they were invited by this address before, they stay who they are, and the keys from then end.
 */
export const acceptInvitation = act(
  ['meansProviders', ...givingNeeds, ...addingNeeds],
  async (context, asked: AcceptInvitation): Promise<AcceptedInvitation> => {
    const { stores, world, now } = context;
    const invitation = await stores.invitations.hold(asked.secret);
    if (invitation === null) return { kind: 'closed', standing: 'unknown' };
    const standing = standingOf(invitation, now);
    if (standing !== 'open') return { kind: 'closed', standing };
    const known = await stores.persons.find(invitation.person);
    if (known !== null && known.number !== null) return { kind: 'log-in' };
    const named = known === null ? readNames(asked.names) : null;
    if (named?.kind === 'wrong') return named;
    const policies = policiesOf(await stores.meansProviders.list(), invitation.right);
    const against = policies.find((policy) => !isTaken(policy, asked.facts));
    if (against !== undefined) return { kind: 'not-accepted', policy: against.kind };
    const person = known ?? (await stores.persons.add(newcomer(context, invitation, named?.names)));
    const key = await bind(context, person, asked);
    const correlation = correlationCode(world.randomness.bytes(8));
    await giveInvitedRight(context, invitation, { person: person.id, by: 'staffkey', correlation });
    return {
      ...{ kind: 'accepted', invitation, person },
      authentication: {
        ...{ means: 'staffkey', assurance: 'substantial', at: now, country: null },
        ...{ tile: passkeyTile, key },
      },
    };
  },
);

/** Binds the passkey, in place of those that came with invitations before it. */
async function bind(
  context: InvitationContext<typeof addingNeeds>,
  { id }: Person,
  { language, credential, facts }: AcceptInvitation,
): Promise<string> {
  const { stores, now } = context;
  const former = (await stores.accountKeys.listOf(id)).filter(({ binding }) => binding.by === 'invitation');
  if (former.length > 0)
    await stores.accountKeys.end(
      former.map((each) => each.id),
      now,
      'replaced',
    );
  const by = { person: id, authority: { kind: 'invitation' }, language } as const;
  const fresh = newKey(context, by, '');
  if (fresh === null) throw new Error('an invitation binds no key');
  const key = { ...fresh, kind: 'passkey', passkey: facts } as const;
  const added = await addKey(context, by, { key, credential });
  if (added.kind === 'taken') throw new PasskeyTaken('a passkey of this device is known already');
  return key.id;
}

function readNames(
  typed: TypedNames,
): { readonly kind: 'names'; readonly names: TypedNames } | Extract<AcceptedInvitation, { kind: 'wrong' }> {
  const [givenNames, familyName] = [readName(typed.givenNames), readName(typed.familyName)];
  if (givenNames.kind === 'name' && familyName.kind === 'name')
    return { kind: 'names', names: { givenNames: givenNames.name, familyName: familyName.name } };
  const errors = (
    [
      ['givenNames', givenNames],
      ['familyName', familyName],
    ] as const
  ).flatMap(([field, read]) => (read.kind === 'wrong' ? [{ field, code: read.code }] : []));
  return { kind: 'wrong', errors };
}

/** Somebody of whom no register is asked: the operator vouches for who they are, and they say how they are called. */
function newcomer(
  { world, now }: InvitationContext<readonly []>,
  { person }: Invitation,
  names: TypedNames | undefined,
): Person {
  if (names === undefined) throw new Error('a newcomer has no names');
  const subject = newSubjectIdentifier(world.randomness.bytes(20));
  return { id: person, subject, number: null, ...names, since: now };
}

function policiesOf(providers: readonly MeansProvider[], right: StaffRight): readonly PasskeyPolicy[] {
  const wanted = { application: caseworkApplicationId, right: staffRightCodes[right] };
  return policiesFor(passkeyRulesIn(providers), [wanted]);
}
