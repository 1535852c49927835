import { type Capacities, capacitiesOf } from '../domain/capacity/index.ts';
import type { PersonId } from '../domain/person/index.ts';
import type { PageContext } from './step.ts';

export const capacityNeeds = ['rights'] as const;

/** All that this person can be in this application, now. */
export async function capacitiesIn(
  context: Pick<PageContext<typeof capacityNeeds>, 'stores' | 'application' | 'now'>,
  person: PersonId,
): Promise<Capacities> {
  const ties = await context.stores.rights.tiesOf(person, context.application.id);
  return capacitiesOf({ person, ties, application: context.application, at: context.now });
}
