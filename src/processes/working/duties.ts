import type { Logger } from 'pino';
import type { Duty } from '../../base/duty.ts';
import { type Clock, later, MINUTE } from '../../base/time.ts';
import type { DutyStore } from '../../store/index.ts';
import { type Outages, openOutages } from './outages.ts';

/** A process that is silent this long is believed to be gone, and another takes its duty over. */
const BELIEVED = 10 * MINUTE;

/**
 * Does the duties that are due, one after another. Each is done by one process at a time; one that fails is logged and tried again
 * at its next time, and keeps no other from being done.
 */
export async function doDuties(
  duties: readonly Duty[],
  bench: {
    readonly store: DutyStore;
    readonly clock: Clock;
    readonly log: Pick<Logger, 'debug' | 'info' | 'error'>;
    readonly outages?: Outages;
    /** Tells that the worker is asked to stop: then nothing new is begun. */
    readonly signal?: AbortSignal;
  },
): Promise<void> {
  const { store, clock, log, outages = openOutages(log), signal } = bench;
  for (const { name, every, run } of duties) {
    if (signal?.aborted) return;
    const began = clock();
    try {
      if (!(await store.take(name, began, BELIEVED))) continue;
      const isWell = await run(began).then(
        () => true,
        (error: unknown) => {
          outages.note(error, { duty: name }, 'a duty failed');
          return false;
        },
      );
      await store.end(name, clock(), { isWell, dueAt: later(began, every) });
      log.debug({ duty: name, isWell }, 'a duty ended');
    } catch (error) {
      outages.note(error, { duty: name }, 'a duty was not reached');
    }
  }
}
