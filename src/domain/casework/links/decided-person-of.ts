import type { Person } from '../../person/index.ts';
import type { CaseId } from '../case/model.ts';
import type { Context } from '../case/world.ts';

export const decidedPersonNeeds = ['cases', 'persons'] as const;

/** Who the applicant of a case was decided to be; `null` as long as nobody, and after a refusal. */
export async function decidedPersonOf(
  { stores }: Context<typeof decidedPersonNeeds>,
  id: CaseId,
): Promise<Person | null> {
  const one = await stores.cases.find(id);
  if (one?.state.kind !== 'decided' || one.state.outcome.kind === 'refused') return null;
  return stores.persons.find(one.state.outcome.person);
}
