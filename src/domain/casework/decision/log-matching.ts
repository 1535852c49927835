import { correlationCode } from '../../../base/correlation.ts';
import { compareIdentity, type PresentedIdentity } from '../../identity-matching/index.ts';
import { type RegisteredPerson, writeBirthDate } from '../../person/index.ts';
import type { Case } from '../case/model.ts';
import type { Context } from '../case/world.ts';

export const matchingLogNeeds = ['documents', 'matching'] as const;

/**
 * Implementing Regulation (EU) 2025/846 article 5: how the work on a case ended, with the values of both sides and the complementary
 * documents. A request that was refused was compared with nobody in particular.
 */
export async function logMatching(
  { stores, world, now }: Context<typeof matchingLogNeeds>,
  one: Case,
  {
    identity,
    registered,
  }: { readonly identity: PresentedIdentity; readonly registered: RegisteredPerson | null },
): Promise<void> {
  const documents = (await stores.documents.list(one.id)).filter((each) => each.rejected === null);
  await stores.matching.log({
    at: now,
    country: identity.country,
    identifier: identity.identifier,
    outcome: registered === null ? 'unmatched' : 'matched',
    comparisons: registered === null ? [] : compareIdentity(identity, registered),
    presented: {
      familyName: identity.familyName.latin,
      givenNames: identity.givenNames.latin,
      birthDate: identity.birthDate,
      birthPlace: identity.birthPlace ?? one.answers.birthPlace,
      sex: identity.sex ?? one.answers.sex,
      case: one.id,
      documents: documents.map(({ id, kind }) => `${kind} ${id}`).join(', '),
    },
    registered: registered && {
      familyName: registered.familyName,
      givenNames: registered.givenNames,
      birthDate: writeBirthDate(registered.birthDate),
      birthPlace: registered.birthPlace,
      sex: registered.sex,
    },
    correlation: correlationCode(world.randomness.bytes(8)),
  });
}
