import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { openOutages } from './outages.ts';

/** Does something at once and then every so often; a failure is logged and does not end it. */
export function keepDoing(
  everyMilliseconds: number,
  log: Logger,
  what: string,
  act: () => Promise<unknown>,
): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const outages = openOutages(log);
  const loop = async () => {
    while (!stopping.signal.aborted) {
      try {
        await act();
        outages.over();
      } catch (error) {
        outages.note(error, {}, `${what} failed`);
      }
      await pause(everyMilliseconds, undefined, { signal: stopping.signal }).catch(() => {});
    }
  };
  const running = loop();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
