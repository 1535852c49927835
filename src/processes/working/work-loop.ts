import type { Logger } from 'pino';
import type { Duty } from '../../base/duty.ts';
import { type Clock, HOUR, SECOND } from '../../base/time.ts';
import type { Settings } from '../../config/settings.ts';
import { senderName } from '../../domain/notification/index.ts';
import { openMail } from '../../outside/mail/open-mail.ts';
import type { Store } from '../../store/index.ts';
import { doDuties } from './duties.ts';
import { type Outages, openOutages } from './outages.ts';
import { pause } from './pause.ts';
import { type JobHandlers, workOff } from './work-off.ts';

export type WorkOptions = {
  readonly store: Store;
  readonly settings: Settings;
  readonly log: Logger;
  /** What to do for each kind of job. `mail-bounced` does nothing when not given; its payload is a `BouncedMail`. */
  readonly jobs?: JobHandlers;
  /** What to do every so often, besides the upkeep of the database. */
  readonly duties?: readonly Duty[];
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
 * Starts the worker: sends what waits in the outbox, runs jobs, and does its duties; every hour it makes the coming windows of time
 * and drops the past ones. Any number of workers share one database. A failure is logged and tried again; it never ends the process.
 */
export function startWorking(options: WorkOptions): Working {
  const { store, settings, log, jobs = {}, duties = [], clock = () => new Date() } = options;
  const { url, from, sender } = settings.mail;
  const names = senderName(sender);
  const mail = url === null ? null : openMail({ url: url.reveal(), from, names, replyTo: sender.replyTo });
  if (mail === null) log.warn('no mail server is set: mail waits in the outbox (SLUIS_MAIL_URL)');
  const stopping = new AbortController();
  const { signal } = stopping;
  const handlers = { 'mail-bounced': async () => {}, ...jobs };
  const outages = openOutages(log);
  const bench = { queue: store.outbox, mail, jobs: handlers, clock, log, signal };

  const sending = repeat(signal, outages, async () => {
    const taken = await workOff(bench);
    outages.over();
    return taken > 0;
  });
  const looking = repeat(signal, outages, async () => {
    await doDuties([upkeepOf(store, log), ...duties], {
      ...{ store: store.duties, clock, log, outages, signal },
    });
    return false;
  });
  return {
    async stop() {
      stopping.abort();
      await Promise.all([sending, looking]);
      mail?.close();
    },
  };
}

function upkeepOf(store: Store, log: Logger): Duty {
  return {
    name: 'upkeep',
    every: HOUR,
    async run(now) {
      const { dropped, held, removed } = await store.upkeep.run(now);
      log.debug({ dropped: dropped.length, removed }, 'upkeep done');
      if (held.length > 0) log.info({ held: held.length }, 'windows that somebody reads are dropped later');
      const { stuck, bounced } = await store.outbox.countsByState(now);
      if (stuck + bounced > 0) log.warn({ stuck, bounced }, 'mail does not arrive');
      const others = (await store.outbox.stuck()).filter(({ kind }) => kind === 'job');
      if (others.length > 0) log.warn({ stuck: others.length }, 'jobs are stuck in the outbox');
    },
  };
}

/** Does something again and again until the signal; at once while there is more to do. */
async function repeat(signal: AbortSignal, outages: Outages, act: () => Promise<boolean>): Promise<void> {
  while (!signal.aborted) {
    try {
      if (!(await act())) await pause(PAUSE, signal);
    } catch (error) {
      outages.note(error, {}, 'the worker was interrupted');
      await pause(PAUSE_AFTER_FAILURE, signal);
    }
  }
}
