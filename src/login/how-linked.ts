import type { PersonId } from '../domain/person/index.ts';
import type { PageContext } from './step.ts';
import type { LinkHow } from './view.ts';

export const howLinkedNeeds = ['links', 'cases'] as const;

/** How the newest link of a person came to be. */
export async function howLinked(
  { stores }: Pick<PageContext<typeof howLinkedNeeds>, 'stores'>,
  person: PersonId,
): Promise<LinkHow> {
  const newest = (await stores.links.liveOf(person)).at(-1);
  if (newest?.source !== 'agent') return 'exact';
  const one = await stores.cases.findLastOf(newest.identifier.reveal());
  const isNew = one?.state.kind === 'decided' && one.state.outcome.kind === 'new-number';
  return isNew ? 'new-number' : 'agent';
}
