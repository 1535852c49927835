import type { Logger } from 'pino';
import type { Clock } from '../base/time.ts';
import type { MailDoor } from '../outside/mail/open-mail.ts';
import type { OutboxQueue, TakenItem } from '../store/index.ts';

/** What to do for each job, by name. A job may run twice when a process is cut off: it must not mind. */
export type JobHandlers = Readonly<Record<string, (payload: unknown) => Promise<void>>>;

export type Workbench = {
  readonly queue: OutboxQueue;
  /** Where mail goes; `null` leaves mail in the outbox. */
  readonly mail: MailDoor | null;
  readonly jobs: JobHandlers;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'info' | 'warn'>;
};

/** Few at a time, side by side, so that each is done well before its lease is over. */
const AT_ONCE = 5;

/** Takes what is due out of the outbox and does it; answers with how many were taken. */
export async function workOff(bench: Workbench): Promise<number> {
  const kinds = bench.mail === null ? (['job'] as const) : (['mail', 'job'] as const);
  const items = await bench.queue.take(kinds, AT_ONCE, bench.clock());
  await Promise.all(items.map((item) => workOffOne(bench, item)));
  return items.length;
}

async function workOffOne({ queue, mail, jobs, clock, log }: Workbench, item: TakenItem): Promise<void> {
  const about = { item: item.id, kind: item.content.kind, attempts: item.attempts };
  const trouble = await attempt(item, mail, jobs);
  if (trouble === null) {
    await queue.finish(item, clock());
    log.info(about, 'outbox item done');
  } else {
    await queue.fail(item, clock(), trouble);
    log.warn({ ...about, trouble }, 'outbox item failed, will be tried again');
  }
}

/** `null` when done, else a code of the trouble. */
async function attempt(item: TakenItem, mail: MailDoor | null, jobs: JobHandlers): Promise<string | null> {
  const { content } = item;
  if (content.kind === 'mail') {
    if (mail === null) return 'no-mail-server';
    const outcome = await mail.send(content.mail, item.messageId);
    return outcome.kind === 'sent' ? null : outcome.code;
  }
  const handler = jobs[content.name];
  if (!handler) return 'unknown-job';
  try {
    await handler(content.payload);
    return null;
  } catch (error) {
    return error instanceof Error ? error.name : 'job-failed';
  }
}
