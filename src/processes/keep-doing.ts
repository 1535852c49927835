import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';

/** Does something at once and then every so often; a failure is logged and does not end it. */
export function keepDoing(
  everyMilliseconds: number,
  log: Logger,
  what: string,
  act: () => Promise<unknown>,
): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const loop = async () => {
    while (!stopping.signal.aborted) {
      try {
        await act();
      } catch (error) {
        log.error({ error: error instanceof Error ? error.name : 'unknown' }, `${what} failed`);
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
