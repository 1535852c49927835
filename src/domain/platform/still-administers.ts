import { type ActingPerson, mayActIn } from '../acting/index.ts';
import type { PlatformContext } from './world.ts';

/** Whether somebody administers the platform still; until this unit of work ends, nobody ends that right. */
export async function stillAdministers(
  { stores, now }: PlatformContext<readonly ['platform']>,
  by: ActingPerson,
): Promise<boolean> {
  return mayActIn('platform', by) && (await stores.platform.holdAdministrators(now)).includes(by.person);
}
