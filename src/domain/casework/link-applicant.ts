import { correlationCode } from '../../base/correlation.ts';
import { Redacted } from '../../base/redacted.ts';
import { compareIdentity, type EidasLink, type PresentedIdentity } from '../identity-matching/index.ts';
import { type Person, type PersonId, personBehind, type RegisteredPerson } from '../person/index.ts';
import type { Case } from './model.ts';
import type { CaseworkContext } from './world.ts';

/**
 * Rolls the transaction back: the identifier leads to somebody else already, or the person has another eID of which the agent
 * did not say that it is the same person. Two applicants who race for one person get one link.
 */
export class AlreadyLinked extends Error {
  constructor() {
    super('this link would stand beside another one');
    this.name = 'AlreadyLinked';
  }
}

type Link = {
  readonly registered: RegisteredPerson;
  readonly agent: PersonId;
  /** The agent knows that the person has another eID already. */
  readonly despiteLink: boolean;
};

/** Ties the applicant's eID to the person whom the register holds; one live link per identifier, whoever comes first. */
export async function linkApplicant(
  context: CaseworkContext,
  one: Case,
  { registered, agent, despiteLink }: Link,
): Promise<Person> {
  const { stores, world, now } = context;
  const { randomness } = world;
  const person = await personBehind({ persons: stores.persons, randomness, at: now }, registered);
  const { identity } = one.applicant;
  const others = await stores.links.lockLiveOf(person.id);
  const isAnother = others.some((each) => each.identifier.reveal() !== identity?.identifier);
  if (isAnother && !despiteLink) throw new AlreadyLinked();
  if (identity === null) return person;
  const country = await stores.countries.find(identity.country);
  const link: EidasLink = {
    id: world.randomness.uuid(),
    country: identity.country,
    identifier: new Redacted(identity.identifier),
    persistence: country?.persistence ?? 'C',
    person: person.id,
    source: 'agent',
    decidedBy: agent,
    linkedAt: now,
    ended: null,
  };
  const kept = await stores.links.add(link);
  if (kept.kind === 'already-linked' && kept.link.person !== person.id) throw new AlreadyLinked();
  await stores.matching.forget(identity.identifier);
  await log(context, one, identity, registered);
  await stores.audit.record({
    kind: 'identity-matching.linked',
    actor: { kind: 'person', id: agent },
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
    },
    correlation: correlationCode(world.randomness.bytes(8)),
  });
  return person;
}

/** Implementing Regulation (EU) 2025/846 article 5: the values of both sides, and the complementary documents. */
async function log(
  { stores, world, now }: CaseworkContext,
  one: Case,
  identity: PresentedIdentity,
  registered: RegisteredPerson,
): Promise<void> {
  const documents = (await stores.documents.list(one.id)).filter((each) => each.rejected === null);
  const { year, month, day } = registered.birthDate;
  await stores.matching.log({
    at: now,
    country: identity.country,
    identifier: identity.identifier,
    outcome: 'matched',
    comparisons: compareIdentity(identity, registered),
    presented: {
      familyName: identity.familyName.latin,
      givenNames: identity.givenNames.latin,
      birthDate: identity.birthDate,
      birthPlace: identity.birthPlace ?? one.answers.birthPlace,
      sex: identity.sex ?? one.answers.sex,
      case: one.id,
      documents: documents.map(({ id, kind }) => `${kind} ${id}`).join(', '),
    },
    registered: {
      familyName: registered.familyName,
      givenNames: registered.givenNames,
      birthDate: [year, month, day].map((part) => part ?? '?').join('-'),
      birthPlace: registered.birthPlace,
      sex: registered.sex,
    },
    correlation: correlationCode(world.randomness.bytes(8)),
  });
}
