import { type ActingPerson, isOneself } from '../../acting/index.ts';
import {
  knownBehind,
  type NationalNumber,
  type PersonId,
  parseNationalNumber,
  type RegisteredPerson,
} from '../../person/index.ts';
import type { Case } from '../case/model.ts';
import type { Context } from '../case/world.ts';
import { isAbout } from './about-whom.ts';

export const ownCaseNeeds = ['persons', 'links', 'register'] as const;
type OwnContext = Pick<Context<typeof ownCaseNeeds>, 'stores' | 'now'>;
type Who = Pick<ActingPerson, 'person'>;

/**
 * Whether the case is about this person (SECURITY.md): by the eID, by the number that is named or that the case holds, or by
 * names and birth date, whichever way the case came in.
 */
export async function isOwnCase(
  { stores, now }: OwnContext,
  one: Pick<Case, 'applicant' | 'state'>,
  who: Who,
  named: NationalNumber | null = null,
): Promise<boolean> {
  const { identity } = one.applicant;
  const { state } = one;
  if (state.kind === 'decided' && state.outcome.kind !== 'refused' && isOneself(who, state.outcome.person))
    return true;
  for (const number of [named, proposedNumber(state, now)])
    if (number !== null && (await isUnder({ stores }, number, who))) return true;
  const link = identity && (await stores.links.findLive(identity.country, identity.identifier));
  if (link && isOneself(who, link.person)) return true;
  const registered = await registeredAs({ stores }, who.person);
  return registered !== null && isAbout(one.applicant, registered);
}

/** Whether this number is theirs, however it was replaced meanwhile. */
async function isUnder(
  { stores }: Pick<OwnContext, 'stores'>,
  number: NationalNumber,
  who: Who,
): Promise<boolean> {
  const registered = await stores.register.findByNumber(number);
  const known =
    registered === null
      ? await stores.persons.findByNumber(number)
      : await knownBehind(stores.persons, registered, number);
  return known !== null && isOneself(who, known.id);
}

/** What the register holds of somebody whom Sluis knows. */
export async function registeredAs(
  { stores }: Pick<Context<['persons', 'register']>, 'stores'>,
  person: PersonId,
): Promise<RegisteredPerson | null> {
  const own = await stores.persons.find(person);
  return own?.number ? stores.register.findByNumber(own.number) : null;
}

/** The number of a link that waits for a second agent. */
export function proposedNumber(state: Case['state'], now: Date): NationalNumber | null {
  if (state.kind !== 'to-confirm' || state.proposal.kind !== 'link') return null;
  const parsed = parseNationalNumber(state.proposal.number, now);
  return parsed.kind === 'parsed' ? parsed.number : null;
}
