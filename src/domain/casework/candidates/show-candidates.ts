import type { ActingPerson } from '../../acting/index.ts';
import type { Candidate } from '../../candidates/index.ts';
import { knownBehind } from '../../person/index.ts';
import type { Case, SecondReason } from '../case/model.ts';
import type { Context } from '../case/world.ts';
import { weighingNeeds } from '../decision/link-applicant.ts';
import { secondNeeded } from '../decision/second-needed.ts';

export const showingNeeds = weighingNeeds;

/** A candidate with what agents must know besides. */
export type ShownCandidate = Candidate & {
  /** The person's number is linked to an eID already: which country, since when. */
  readonly linked: readonly { readonly link: string; readonly country: string; readonly since: Date }[];
  /** Why this agent may not link alone; empty when one is enough. */
  readonly needs: readonly SecondReason[];
};

/** What agents must know besides: other eIDs of that person, and why this agent may not link alone. */
export async function showCandidates(
  { stores, now }: Context<typeof showingNeeds>,
  candidates: readonly Candidate[],
  { one, by }: { readonly one: Case; readonly by: ActingPerson },
): Promise<readonly ShownCandidate[]> {
  const own = one.applicant.identity?.identifier;
  const found = [];
  for (const candidate of candidates) {
    const person = await knownBehind(stores.persons, candidate.person);
    const links = person ? await stores.links.liveOf(person.id) : [];
    const linked = links.map(({ id, country, linkedAt }) => ({ link: id, country, since: linkedAt }));
    const isLinked = links.some(({ identifier }) => identifier.reveal() !== own);
    found.push({ ...candidate, linked, isLinked, id: person?.id ?? null });
  }
  const ids = found.flatMap(({ id }) => (id === null ? [] : [id]));
  const entrusted = await stores.entrusted.among(ids, now);
  return found.map(({ id, isLinked, ...candidate }) => ({
    ...candidate,
    needs: secondNeeded(one, {
      registered: candidate.person,
      by,
      isLinked,
      isEntrusted: id !== null && entrusted.has(id),
    }),
  }));
}
