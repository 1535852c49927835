import { EmbeddedPostgresFailure } from './failure.ts';
import type { Place } from './place.ts';
import { isAlive, readPostmaster } from './postmaster-file.ts';

const LOOK_MILLISECONDS = 1000;

/**
 * Looks after a server that is another process's: when that process has ended, it is gone, and the next one listens at another port.
 * While the process lives, it starts its server again by itself.
 */
export function watchOther(
  place: Place,
  { port, owner }: { readonly port: number; readonly owner: number | null },
): { readonly lost: Promise<EmbeddedPostgresFailure>; stop(): Promise<void> } {
  let tell: (failure: EmbeddedPostgresFailure) => void = () => {};
  const lost = new Promise<EmbeddedPostgresFailure>((resolve) => {
    tell = resolve;
  });
  const looking = setInterval(() => {
    const running = readPostmaster(place.cluster);
    const comesBack = running === null && owner !== null && isAlive(owner);
    if (running?.port === port || comesBack) return;
    clearInterval(looking);
    tell(
      new EmbeddedPostgresFailure(
        `The database on ${place.folder} was started by another process, and ended with it. Start again: it is then started anew.`,
      ),
    );
  }, LOOK_MILLISECONDS).unref();
  return { lost, stop: async () => clearInterval(looking) };
}
