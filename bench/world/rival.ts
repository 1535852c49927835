import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { startPlatform, World } from './open-world.ts';
import { type People, putPeople } from './people.ts';

/** What is asked of the bench of another commit: what that of 4a0fb73 has as well. */
type RivalWorld = Pick<
  World,
  'origin' | 'platform' | 'environment' | 'databaseUrl' | 'store' | 'country' | 'postgresCpu' | 'close'
>;

/** Another commit, in a folder of its own with its packages: its own platform on its own schema, walked by the same eyes. */
export type Rival = {
  readonly folder: string;
  openWorld(): Promise<RivalWorld & { readonly people: People }>;
  readonly startPlatform: typeof startPlatform;
};

/** Numbers from here on are nobody's in a world that a bench has opened. */
const FREE_ORDINAL = 100_000;

/** Loads the bench of the commit in this folder. */
export async function loadRival(folder: string): Promise<Rival> {
  const module = pathToFileURL(resolve(folder, 'bench/world/open-world.ts')).href;
  const theirs = (await import(module)) as {
    openWorld(): Promise<RivalWorld>;
    startPlatform: typeof startPlatform;
  };
  return {
    folder,
    startPlatform: theirs.startPlatform,
    async openWorld() {
      const world = await theirs.openWorld();
      try {
        return { ...world, people: await putPeople(world.store, FREE_ORDINAL) };
      } catch (error) {
        await world.close();
        throw error;
      }
    },
  };
}
