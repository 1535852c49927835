import type { Case } from '../case/model.ts';
import type { Context } from '../case/world.ts';

export const goingOnNeeds = ['caseDrafts'] as const;

/** The case went on: what agents began to write for the step before is of no use any more. */
export async function goneOn({ stores }: Context<typeof goingOnNeeds>, one: Case) {
  await stores.caseDrafts.removeAll(one.id);
  return { kind: 'done', case: one } as const;
}
