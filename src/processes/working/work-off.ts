import type { Logger } from 'pino';
import { nameError } from '../../base/error-code.ts';
import { type Clock, SECOND } from '../../base/time.ts';
import type { MailDoor, MailOutcome } from '../../outside/mail/open-mail.ts';
import type { OutboxQueue, TakenItem } from '../../store/index.ts';
import { pause } from './pause.ts';

/** What to do for each job, by name. A job may run twice when a process is cut off: it must not mind. */
export type JobHandlers = Readonly<Record<string, (payload: unknown) => Promise<void>>>;

export type Workbench = {
  readonly queue: Pick<OutboxQueue, 'take' | 'finish' | 'fail' | 'bounce'>;
  /** Where mail goes; `null` leaves mail in the outbox. */
  readonly mail: MailDoor | null;
  readonly jobs: JobHandlers;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'info' | 'warn'>;
  /** Tells that the worker is asked to stop: then what cannot be written down is not tried for ever. */
  readonly signal?: AbortSignal;
};

/** Few at a time, side by side, so that each is done well before its lease is over. */
const AT_ONCE = 5;
/** Shorter than a worker waits after a failure: whoever sent a mail writes that down before another takes it. */
const RETRY = SECOND;

/** Takes what is due out of the outbox and does it; answers with how many were taken. */
export async function workOff(bench: Workbench): Promise<number> {
  const kinds = bench.mail === null ? (['job'] as const) : (['mail', 'job'] as const);
  const items = await bench.queue.take(kinds, AT_ONCE, bench.clock());
  await Promise.all(items.map((item) => workOffOne(bench, item)));
  return items.length;
}

async function workOffOne(bench: Workbench, item: TakenItem): Promise<void> {
  const { queue, clock, log } = bench;
  const about = { item: item.id, kind: item.content.kind, attempts: item.attempts };
  const outcome = await attempt(item, bench.mail, bench.jobs);
  switch (outcome.kind) {
    case 'sent':
      await keepTrying(bench, () => queue.finish(item, clock()));
      return log.info(about, 'outbox item done');
    case 'refused':
      await keepTrying(bench, () => queue.bounce(item, clock(), outcome.code));
      return log.warn({ ...about, trouble: outcome.code }, 'mail was refused for good');
    case 'failed':
      await keepTrying(bench, () => queue.fail(item, clock(), outcome.code));
      log.warn({ ...about, trouble: outcome.code }, 'outbox item failed, will be tried again');
  }
}

/**
 * Writes down what became of an item, as soon as the database is there again: nothing new is taken before. A mail whose taking
 * was not written down would be sent a second time.
 */
async function keepTrying({ log, signal }: Workbench, write: () => Promise<boolean>): Promise<void> {
  for (let isFirst = true; ; isFirst = false) {
    try {
      await write();
      return;
    } catch (error) {
      if (signal?.aborted) throw error;
      if (isFirst) log.warn(nameError(error), 'the outcome of an outbox item cannot be kept yet');
      await pause(RETRY, signal);
    }
  }
}

async function attempt(item: TakenItem, mail: MailDoor | null, jobs: JobHandlers): Promise<MailOutcome> {
  const { content } = item;
  // What throws is put back and tried later, whoever is to blame: nothing else waits for it.
  try {
    if (content.kind === 'mail') {
      if (mail === null) return { kind: 'failed', code: 'no-mail-server' };
      return await mail.send(content.mail, item.messageId);
    }
    const handler = jobs[content.name];
    if (!handler) return { kind: 'failed', code: 'unknown-job' };
    await handler(content.payload);
    return { kind: 'sent' };
  } catch (error) {
    return { kind: 'failed', code: error instanceof Error ? error.name : 'failed' };
  }
}
