import type { Logger } from 'pino';
import { type Clock, HOUR, SECOND } from '../base/time.ts';
import type { Settings } from '../config/settings.ts';
import { openMail } from '../outside/mail/open-mail.ts';
import type { Store } from '../store/index.ts';
import { type JobHandlers, workOff } from './work-off.ts';

export type WorkOptions = {
  readonly store: Store;
  readonly settings: Settings;
  readonly log: Logger;
  /** What to do for each kind of job; none when not given. */
  readonly jobs?: JobHandlers;
  readonly clock?: Clock;
};

/** A worker under way. */
export type Working = {
  /** Lets what is under way end, then stops. */
  stop(): Promise<void>;
};

const PAUSE = SECOND;
const PAUSE_AFTER_FAILURE = 5 * SECOND;

/**
 * Starts the worker: sends what waits in the outbox, runs jobs, and every hour makes the coming windows of time and drops the
 * past ones. Any number of workers share one database. A failure is logged and tried again; it never ends the process.
 */
export function startWorking({
  store,
  settings,
  log,
  jobs = {},
  clock = () => new Date(),
}: WorkOptions): Working {
  const { url, from } = settings.mail;
  const mail = url === null ? null : openMail({ url: url.reveal(), from });
  if (mail === null) log.warn('no mail server is set: mail waits in the outbox (SLUIS_MAIL_URL)');
  const stopping = new AbortController();
  const { signal } = stopping;
  let nextUpkeep = 0;

  const once = async (): Promise<'more' | 'nothing'> => {
    const now = clock();
    if (now.getTime() >= nextUpkeep) {
      const { dropped, removed } = await store.upkeep.run(now);
      nextUpkeep = now.getTime() + HOUR;
      log.debug({ dropped: dropped.length, removed }, 'upkeep done');
      const stuck = await store.outbox.stuck();
      if (stuck.length > 0) log.warn({ stuck: stuck.length }, 'items are stuck in the outbox');
    }
    return (await workOff({ queue: store.outbox, mail, jobs, clock, log })) > 0 ? 'more' : 'nothing';
  };
  const loop = async () => {
    while (!signal.aborted) {
      try {
        if ((await once()) === 'nothing') await pause(PAUSE, signal);
      } catch (error) {
        log.error({ error: error instanceof Error ? error.name : 'unknown' }, 'the worker was interrupted');
        await pause(PAUSE_AFTER_FAILURE, signal);
      }
    }
    mail?.close();
  };
  const ended = loop();
  return {
    async stop() {
      stopping.abort();
      await ended;
    },
  };
}

/** Waits so many milliseconds, or until the signal. */
async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener('abort', end);
  });
}
