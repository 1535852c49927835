import type { Application } from '../../domain/application/index.ts';
import type { Organisation } from '../../domain/organisation/index.ts';
import type { Web } from '../http/web-context.ts';

/** The applications that are open to the target group of an organisation, by name: those that a scope may name. */
export async function openApplications(
  { world }: Web,
  { targetGroup }: Pick<Organisation, 'targetGroup'>,
): Promise<readonly Pick<Application, 'id' | 'name'>[]> {
  const all = await world.applications();
  return all.filter(
    ({ protocol, openTo }) => protocol !== 'own' && openTo.some((each) => each.targetGroup === targetGroup),
  );
}
