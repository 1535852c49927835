import { type Capacities, capacitiesOf } from '../domain/capacity/index.ts';
import type { Recognised } from './attempt.ts';
import type { PageContext } from './step.ts';

export const capacityNeeds = ['rights'] as const;

/** All that somebody can be in this application now, by what they proved: what counts for one organisation gives nothing else. */
export async function capacitiesIn(
  context: Pick<PageContext<typeof capacityNeeds>, 'stores' | 'application' | 'now'>,
  { person, authentication }: Recognised,
): Promise<Capacities> {
  const ties = await context.stores.rights.tiesOf(person, context.application.id);
  return capacitiesOf({
    person,
    ties,
    application: context.application,
    at: context.now,
    only: authentication.organisation ?? null,
  });
}
