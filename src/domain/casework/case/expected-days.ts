import type { Context } from './world.ts';

/** In how many working days a decision may be expected: what it usually takes, or the target while too few were decided. */
export async function expectedDays({ stores, world, now }: Context<['caseLists']>): Promise<number> {
  return (await stores.caseLists.usualDays(now)) ?? world.settings.targetWorkingDays;
}
