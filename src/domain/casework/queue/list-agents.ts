import type { ActingPerson } from '../../acting/index.ts';
import type { PersonId } from '../../person/index.ts';
import { caseworkApplicationId, staffRightCodes } from '../../staff/index.ts';
import { act, type Context } from '../case/world.ts';
import { demandAgent } from './demand-agent.ts';

type Agent = { readonly person: PersonId; readonly name: string };

/** Agents to whom a case can be assigned. */
export const listAgents = act(
  ['caseLists'],
  async (context, { by }: { readonly by: ActingPerson }): Promise<readonly Agent[]> => {
    demandAgent(by);
    return agents(context);
  },
);

/** Everybody who handles cases now. */
export async function agents({
  stores,
  now,
}: Pick<Context<['caseLists']>, 'stores' | 'now'>): Promise<readonly Agent[]> {
  const lists = await Promise.all(
    (['case-agent', 'case-lead'] as const).map((right) =>
      stores.caseLists.agents(caseworkApplicationId, staffRightCodes[right], now),
    ),
  );
  const byId = new Map(lists.flat().map((each) => [each.person, each]));
  return [...byId.values()].sort((one, other) => one.name.localeCompare(other.name));
}
