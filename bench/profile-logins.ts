import { resolve } from 'node:path';
import { oneOf, openVisitor } from './world/known-login.ts';
import type { World } from './world/open-world.ts';
import { applications } from './world/people.ts';
import { walkInWaves } from './world/waves.ts';

const LOGINS = 60;
const WARMING_ROUNDS = 6;
const ROUNDS = 4;

/** Profiles the platform while people log in, once it is warm; says where the profile is. */
export async function profileLogins(world: World, file: string): Promise<string> {
  const round = async () => {
    const visitors = Array.from({ length: LOGINS }, (_, index) =>
      openVisitor(world, applications.RS256, oneOf(world.people.one, index)),
    );
    await walkInWaves(visitors);
  };
  for (let count = 0; count < WARMING_ROUNDS; count += 1) await round();
  await world.platform.usage('profile');
  for (let count = 0; count < ROUNDS; count += 1) await round();
  await world.platform.usage({ profileTo: resolve(file) });
  return `The profile of ${LOGINS * ROUNDS} logins is in ${file}.\n`;
}
