import type { Organisation, OrganisationId } from '../organisation/index.ts';
import { type Decision, decide } from './decide.ts';
import type { PersonTies } from './ports.ts';
import type { AccessQuestion } from './question.ts';

/**
 * Decides about each of these organisations. The ties are sorted once: somebody with hundreds of organisations would else have all of them
 * looked through for each.
 */
export function decideEach(
  question: Omit<AccessQuestion, 'organisation'>,
  organisations: readonly Organisation[],
): ReadonlyMap<OrganisationId, Decision> {
  const { ties } = question;
  const relations = Map.groupBy(ties.workRelations, (each) => each.organisation);
  const rights = Map.groupBy(ties.rights, (each) => each.organisation);
  const representations = Map.groupBy(ties.representations, (each) => each.organisation);
  const tiesWith = (id: OrganisationId): PersonTies => ({
    ...ties,
    workRelations: relations.get(id) ?? [],
    rights: rights.get(id) ?? [],
    representations: representations.get(id) ?? [],
  });
  return new Map(
    organisations.map((organisation) => [
      organisation.id,
      decide({ ...question, ties: tiesWith(organisation.id), organisation }),
    ]),
  );
}
