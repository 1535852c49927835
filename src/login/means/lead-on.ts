import { weakestOf } from '../../domain/assurance/index.ts';
import { type Authentication, isEnough, loginMeans } from '../../domain/login-means/index.ts';
import { newPerson, type Person, personBehind } from '../../domain/person/index.ts';
import type { AttemptState, StateOf } from '../attempt.ts';
import type { PageContext, StepContext } from '../step.ts';
import { identify, identifyingNeeds } from '../steps/4-identity-matching.ts';
import { recognisedAs, recognisingNeeds } from '../steps/6-capacity.ts';
import type { Proof, Proves } from './proof.ts';

export const provingNeeds = ['register', 'persons', ...identifyingNeeds, ...recognisingNeeds] as const;
type Context = StepContext<typeof provingNeeds>;

/** A proof that is enough for this login, and what it counts for. */
type Judged = { readonly kind: 'enough'; readonly proof: Proof; readonly authentication: Authentication };

/** The one place where a proof leads on, whatever it was proved by. */
export async function leadOn(context: Context, proof: Proof): Promise<AttemptState> {
  const judged = judge(context, proof);
  return judged.kind === 'enough' ? follow(context, judged) : judged;
}

/**
 * What a proof counts for here: nothing for more than was proved, nor for more than its means may reach; and what is not enough for this
 * application leads to its page.
 */
export function judge(
  { tiles, attempt, application }: Pick<PageContext, 'tiles' | 'attempt' | 'application'>,
  proof: Proof,
): Judged | StateOf<'stopped'> {
  const tile = tiles.find(({ code }) => code === proof.tile);
  if (!tile?.means.includes(proof.means) || !mayProve(proof)) return notAccepted(proof);
  const authentication = authenticationOf(proof);
  if (!isEnough(authentication, attempt.request.means, application.assurance)) {
    const { means, assurance } = authentication;
    return { kind: 'stopped', problem: { kind: 'means-too-weak', means, assurance } };
  }
  return { kind: 'enough', proof, authentication };
}

/** On to who that is. */
export async function follow(
  context: Context,
  { proof, authentication }: Omit<Judged, 'kind'>,
): Promise<AttemptState> {
  const { proves } = proof;
  if (proves.kind === 'identity') return identify(context, proves.identity, authentication);
  const person = await personOf(context, proves);
  if (person === 'ended') return { kind: 'stopped', problem: { kind: 'number-ended' } };
  return person === null
    ? notAccepted(proof)
    : recognisedAs(context, { person: person.id, authentication }, false);
}

function notAccepted({ tile }: Proof): StateOf<'stopped'> {
  return { kind: 'stopped', problem: { kind: 'means-not-accepted', tile } };
}

/** A means says no more than the table says of it: one's own means never tells who somebody is, but which account is theirs. */
function mayProve({ means, proves }: Proof): boolean {
  const most = loginMeans[means].proves;
  return proves.kind === most || (most === 'number' && proves.kind === 'account');
}

function authenticationOf({ tile, means, assurance, at, proves }: Proof): Authentication {
  const most = loginMeans[means].assurance;
  // What only tells that an account is somebody's is never worth more than substantial, whatever bound it.
  const highest = proves.kind === 'account' ? weakestOf('substantial', most) : most;
  const base = { means, assurance: weakestOf(assurance, highest), at, country: null, tile };
  if (proves.kind === 'identity') return { ...base, country: proves.identity.country };
  if (proves.kind === 'number') return base;
  return { ...base, key: proves.key, organisation: proves.organisation };
}

/** Whose account or number it is. A number that nobody has here yet makes its owner known. */
async function personOf(
  { stores, world, now }: Context,
  proves: Exclude<Proves, { kind: 'identity' }>,
): Promise<Person | 'ended' | null> {
  const { persons, register } = stores;
  if (proves.kind === 'account') return persons.find(proves.person);
  const { randomness } = world;
  const registered = await register.findByNumber(proves.number);
  if (registered) return personBehind({ persons, randomness, at: now }, registered, proves.number);
  if (await register.hasEnded(proves.number)) return 'ended';
  const known = await persons.findByNumber(proves.number);
  return known ?? persons.add(newPerson(proves, randomness, now));
}
