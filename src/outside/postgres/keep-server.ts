import { setTimeout as wait } from 'node:timers/promises';
import { EmbeddedPostgresFailure } from './failure.ts';
import type { Place } from './place.ts';
import { lastWords, type RunningServer, stopServer } from './server.ts';

/** What it takes to start the server of a place, and to start it again. */
export type KeptServer = {
  readonly place: Place;
  readonly port: number;
  readonly start: () => Promise<RunningServer>;
  readonly say: (line: string) => void;
  /** Milliseconds of a clock that only goes on. */
  readonly clock?: () => number;
};

/** What the processes of a killed server need to end: they notice by themselves. */
const AGAIN_MILLISECONDS = 1000;
const TRIES = 5;
/** A server that ends more often than this within a minute has a reason that starting does not mend. */
const ENDINGS_A_MINUTE = 3;
const MINUTE = 60_000;

/** Starts the server, and starts it again on the same port when it ends without having been asked. */
export async function keepServer({ place, start, say, clock = () => performance.now() }: KeptServer) {
  let server = await start();
  let isStopping = false;
  let endings: readonly number[] = [];
  let giveUp: (failure: EmbeddedPostgresFailure) => void = () => {};
  const lost = new Promise<EmbeddedPostgresFailure>((resolve) => {
    giveUp = resolve;
  });
  const watch = (running: RunningServer) => void running.ended.then(revive);
  async function revive(): Promise<void> {
    if (isStopping) return;
    const now = clock();
    endings = [...endings.filter((each) => now - each < MINUTE), now];
    const said = lastWords(place);
    say(`The embedded database ended by itself. Its log says last: ${said}`);
    if (endings.length > ENDINGS_A_MINUTE) return giveUp(endedTooOften(place));
    const again = await startAgain(start, () => isStopping);
    if (again === null) return;
    if (again instanceof EmbeddedPostgresFailure) return giveUp(again);
    server = again;
    if (isStopping) return stopServer(place, server.pid);
    say('It runs again; what was written before is there.');
    watch(server);
  }
  watch(server);
  return {
    pid: () => server.pid,
    lost,
    stop: async () => {
      isStopping = true;
      await stopServer(place, server.pid);
    },
  };
}

async function startAgain(
  start: () => Promise<RunningServer>,
  isStopping: () => boolean,
): Promise<RunningServer | EmbeddedPostgresFailure | null> {
  for (let tries = 1; ; tries += 1) {
    if (isStopping()) return null;
    try {
      return await start();
    } catch (error) {
      if (!(error instanceof EmbeddedPostgresFailure)) throw error;
      if (tries === TRIES) return error;
      await wait(AGAIN_MILLISECONDS);
    }
  }
}

function endedTooOften({ folder }: Place): EmbeddedPostgresFailure {
  return new EmbeddedPostgresFailure(
    `The embedded database in ${folder} ends again and again. Look into postgres.log there, then start again.`,
  );
}
