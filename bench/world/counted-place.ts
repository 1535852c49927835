import { writeResponse } from '../../src/protocols/eidas/service/write-response.ts';
import { openCountingProxy, type Traffic } from '../../test/support/counting-proxy.ts';
import { freePort } from '../processes/measured.ts';
import type { Place } from './known-login.ts';
import type { startPlatform, World } from './open-world.ts';
import { goOn, type Walker } from './waves.ts';

/** A second platform on the database of a world, which it reaches through a proxy that counts. */
export type CountedPlace = Place & {
  /** What each request of a walk asks of the database, in several walks. */
  count(open: () => Walker | Promise<Walker>): Promise<readonly CountedWalk[]>;
  close(): Promise<void>;
};

/** One request, and what it asked of the database. */
export type Hop = { readonly name: string; readonly traffic: Traffic };

export type CountedWalk = readonly Hop[];

const WARMING = 3;
const COUNTED = 5;

/** Opens it on a world of its own: the database tells from then on what it does, which costs. */
export async function openCountedPlace(
  world: Pick<World, 'environment' | 'databaseUrl' | 'country'>,
  start: typeof startPlatform,
): Promise<CountedPlace> {
  const proxy = await openCountingProxy(world.databaseUrl);
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const platform = await start({
    ...world.environment,
    SLUIS_PORT: String(port),
    SLUIS_ORIGIN: origin,
    SLUIS_DATABASE_URL: proxy.url,
  });
  const walk = async (walker: Walker): Promise<CountedWalk> => {
    const hops: Hop[] = [];
    while (walker.next !== null) {
      const { name, prepare } = walker.next;
      prepare?.();
      const [, traffic] = await proxy.during(() => goOn(walker));
      hops.push({ name, traffic });
    }
    return hops;
  };
  return {
    origin,
    country: {
      answer: (asked) => {
        const wish = world.country.wish(asked);
        const ours = { acsUrl: `${origin}/eidas/acs`, audience: `${origin}/eidas/metadata` };
        return Buffer.from(writeResponse({ ...wish, ...ours })).toString('base64');
      },
    },
    async count(open) {
      for (let time = 0; time < WARMING; time += 1) await walk(await open());
      const walks: (readonly Hop[])[] = [];
      for (let time = 0; time < COUNTED; time += 1) walks.push(await walk(await open()));
      return walks;
    },
    async close() {
      await platform.stop();
      await proxy.close();
    },
  };
}

/** Each request with the least that it asked in any of the walks, for a server also does things by itself. */
export function leastOf(walks: readonly CountedWalk[]): CountedWalk {
  const asked = ({ traffic }: Hop) => traffic.statements.length;
  return (walks[0] ?? []).map((hop, index) =>
    walks
      .map((hops) => hops[index] ?? hop)
      .reduce((least, each) => (asked(each) < asked(least) ? each : least)),
  );
}
