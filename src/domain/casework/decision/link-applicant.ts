import { correlationCode } from '../../../base/correlation.ts';
import { Redacted } from '../../../base/redacted.ts';
import { type ActingPerson, actorOf } from '../../acting/index.ts';
import type { EidasLink } from '../../identity-matching/index.ts';
import {
  knownBehind,
  type Person,
  type PersonId,
  personBehind,
  type RegisteredPerson,
} from '../../person/index.ts';
import type { Case, SecondReason } from '../case/model.ts';
import { tellingNeeds, tellPerson } from '../case/tell-person.ts';
import type { Context } from '../case/world.ts';
import { logMatching, matchingLogNeeds } from './log-matching.ts';
import { secondNeeded } from './second-needed.ts';

/**
 * Rolls the transaction back: the identifier leads to somebody else already, or the person has another eID of which nobody
 * said that it is the same person. Two applicants who race for one person get one link.
 */
export class AlreadyLinked extends Error {
  constructor() {
    super('this link would stand beside another one');
    this.name = 'AlreadyLinked';
  }
}

export const weighingNeeds = ['persons', 'links', 'entrusted'] as const;
export const linkNeeds = [
  ...(['persons', 'links', 'countries', 'audit'] as const),
  ...tellingNeeds,
  ...matchingLogNeeds,
] as const;

/** What is known of a person of the register to whom an applicant may be tied, with the person locked until the transaction ends. */
export type WeighedTie = {
  readonly needs: readonly SecondReason[];
  /** Live links of other eIDs to that person. */
  readonly beside: readonly string[];
};

/** Weighs whether one member of staff may tie the applicant to this person. */
export async function weighTie(
  { stores, now }: Context<typeof weighingNeeds>,
  one: Case,
  { registered, by }: { readonly registered: RegisteredPerson; readonly by: ActingPerson },
): Promise<WeighedTie> {
  const person = await knownBehind(stores.persons, registered);
  const others = person === null ? [] : await linksBeside(stores, one, person);
  const entrusted = person === null ? new Set() : await stores.entrusted.among([person.id], now);
  const tie = { registered, by, isLinked: others.length > 0, isEntrusted: entrusted.size > 0 };
  return { needs: secondNeeded(one, tie), beside: others.map(({ id }) => id) };
}

async function linksBeside({ links }: Context<['links']>['stores'], { applicant }: Case, person: Person) {
  const live = await links.lockLiveOf(person.id);
  return live.filter(({ identifier }) => identifier.reveal() !== applicant.identity?.identifier);
}

type Link = {
  readonly registered: RegisteredPerson;
  /** Who links, or agrees with whoever proposed it. */
  readonly by: ActingPerson;
  readonly proposedBy: PersonId | null;
  /** Live links of which was said that they are the same person's. */
  readonly beside: readonly string[];
};

/** Who the applicant is, and at how many addresses that person was told of the new eID; `null` where there is no eID. */
export type Linked = { readonly person: PersonId; readonly told: number | null };

/** Ties the applicant's eID to the person whom the register holds; one live link per identifier, whoever comes first. */
export async function linkApplicant(
  context: Context<typeof linkNeeds>,
  one: Case,
  tie: Link,
): Promise<Linked> {
  const { stores, world, now } = context;
  const { randomness } = world;
  const { registered, by } = tie;
  const person = await personBehind({ persons: stores.persons, randomness, at: now }, registered);
  const { identity } = one.applicant;
  const others = await linksBeside(stores, one, person);
  if (identity === null) return { person: person.id, told: null };
  if (others.some(({ id }) => !tie.beside.includes(id))) throw new AlreadyLinked();
  const told = await tellPerson(context, person, {
    template: 'eid-linked',
    reference: one.reference,
    path: '/help',
    about: one.id,
  });
  const country = await stores.countries.find(identity.country);
  const link: EidasLink = {
    id: world.randomness.uuid(),
    country: identity.country,
    identifier: new Redacted(identity.identifier),
    persistence: country?.persistence ?? 'C',
    person: person.id,
    source: 'agent',
    decidedBy: by.person,
    linkedAt: now,
    ended: null,
  };
  const kept = await stores.links.add(link);
  if (kept.kind === 'already-linked' && kept.link.person !== person.id) throw new AlreadyLinked();
  await stores.matching.forget(identity.identifier);
  await logMatching(context, one, { identity, registered });
  await stores.audit.record({
    kind: 'identity-matching.linked',
    actor: actorOf(by),
    subject: { kind: 'person', id: person.id },
    concerned: [
      { way: 'changed', person: person.id },
      { way: 'changed', applicantOf: one.id },
    ],
    purpose: 'identity-matching',
    details: {
      country: link.country,
      link: kept.kind === 'added' ? link.id : kept.link.id,
      source: link.source,
      persistence: link.persistence,
      case: one.id,
      proposedBy: tie.proposedBy,
      told,
    },
    correlation: correlationCode(world.randomness.bytes(8)),
  });
  return { person: person.id, told };
}
