import type { Language } from '../../base/language.ts';
import { Redacted } from '../../base/redacted.ts';
import { later, MINUTE, SECOND } from '../../base/time.ts';
import type { Mail } from '../../domain/notification/index.ts';
import type { StoreContext } from '../ground/context.ts';
import type { Protection } from '../ground/sealing.ts';
import type { Statement } from '../ground/statement.ts';
import { type MailQueue, mailQueueOn } from './mail-queue.ts';
import { openPayload, readMail } from './outbox.ts';

/** Something taken out of the outbox: nobody else gets it before the lease is over. */
export type TakenItem = {
  readonly id: string;
  /** The same at every try: a receiver that saw it knows a repetition. */
  readonly messageId: string;
  /** How often it was taken, this time included. */
  readonly attempts: number;
  readonly content:
    | { readonly kind: 'mail'; readonly mail: Mail }
    | { readonly kind: 'job'; readonly name: string; readonly payload: unknown };
};

/** What waits although it was tried often, or could not be read. */
export type StuckItem = {
  readonly id: string;
  readonly kind: 'mail' | 'job';
  readonly attempts: number;
  readonly since: Date;
  readonly lastError: string | null;
};

/** The worker's side of the outbox, and what operators see and do. */
export type OutboxQueue = MailQueue & {
  /**
   * Takes up to `limit` items of these kinds that are due and leases them for a minute; other processes get other items. One that
   * was cut off before comes alone. One that cannot be read, or that ends everybody who takes it, is set aside, so that it stops
   * nothing else.
   */
  take(kinds: readonly ('mail' | 'job')[], limit: number, at: Date): Promise<readonly TakenItem[]>;
  /** Marks an item done; false when the lease was lost and somebody else is at it or did it. */
  finish(item: TakenItem, at: Date): Promise<boolean>;
  /** Puts an item back, to be tried later and later: 10 s, 20 s, 40 s … an hour. `error` is a code without personal data. */
  fail(item: TakenItem, at: Date, error: string): Promise<boolean>;
  /** Items that failed at least five times, ended whoever had them as often, or were set aside, and still wait. */
  stuck(): Promise<readonly StuckItem[]>;
};

/** How long an item is one process's own. Handing a mail over is given up well before: see `outside/mail`. */
export const LEASE = MINUTE;
export const STUCK_AFTER = 5;
/** What was cut off and taken so often ends everybody who takes it: it is tried again by hand alone. */
const MOST_CUT_OFF = 10;

type TakenRow = {
  id: string;
  kind: 'mail' | 'job';
  name: string;
  payload: Buffer;
  message_id: string;
  attempts: number;
  about: string | null;
  template: string | null;
  language: Language;
  was_cut_off: boolean;
};

/**
 * An item that was taken and came back without any outcome may have ended whoever had it: that counts as a failed try, and it goes
 * alone from then on, so that what was taken beside it does not wait with it.
 */
const take: Statement = {
  name: 'outbox.take',
  text: `with cut_off as materialized (
      select id from outbox where done_at is null and taken_at is not null and available_at <= $2 and kind = any($4)
      order by available_at, id limit 1 for update skip locked
    ), fresh as materialized (
      select id from outbox where done_at is null and taken_at is null and available_at <= $2 and kind = any($4)
        and not exists (select from cut_off)
      order by available_at, id limit $1 for update skip locked
    ), due as (
      select id, true as was_cut_off from cut_off union all select id, false from fresh
    )
    update outbox set attempts = attempts + 1, available_at = $3, taken_at = $2,
      last_error = case when was_cut_off then 'unfinished' else last_error end
    from due where outbox.id = due.id
    returning outbox.id, kind, name, payload, message_id, attempts, about, template, coalesce(language, name) as language,
      was_cut_off`,
};
const finish: Statement = {
  name: 'outbox.finish',
  text: `update outbox set done_at = $3, payload = null, last_error = null, taken_at = null
    where id = $1 and attempts = $2 and done_at is null`,
};
const fail: Statement = {
  name: 'outbox.fail',
  text: `update outbox set available_at = $3, last_error = $4, taken_at = null
    where id = $1 and attempts = $2 and done_at is null`,
};
const setAside: Statement = {
  name: 'outbox.set_aside',
  text: `update outbox set set_aside_at = $3, available_at = 'infinity', last_error = $4, taken_at = null
    where id = any($1) and available_at = $2 and done_at is null`,
};
const stuck: Statement = {
  name: 'outbox.stuck',
  readsOnly: true,
  text: `select id, kind, attempts, created_at, last_error from outbox
    where done_at is null and last_error is not null and bounced_at is null and (attempts >= $1 or set_aside_at is not null)
    order by id limit 1000`,
};

/** The worker's side, each call a transaction of its own. */
export function outboxQueueOn(context: StoreContext): OutboxQueue {
  const { queries, protection } = context;
  return {
    ...mailQueueOn(context, { leaseMilliseconds: LEASE, stuckAfter: STUCK_AFTER }),
    async take(kinds, limit, at) {
      for (;;) {
        const lease = later(at, LEASE);
        const rows = await queries.all<TakenRow>(take, [limit, at, lease, kinds]);
        const deadly = rows.filter((row) => row.was_cut_off && row.attempts > MOST_CUT_OFF);
        const others = rows.filter((row) => !deadly.includes(row));
        const items = others.flatMap((row) => readTaken(protection, row) ?? []);
        const unreadable = others.filter((row) => !items.some(({ id }) => id === row.id));
        const aside = async (which: readonly TakenRow[], error: string) => {
          if (which.length === 0) return;
          await queries.change(setAside, [which.map(({ id }) => id), lease, at, error]);
        };
        await aside(deadly, 'unfinished');
        await aside(unreadable, 'unreadable');
        // Nothing but what was set aside just now: what waits behind it is next.
        if (rows.length === 0 || items.length > 0) return items;
      }
    },
    finish: async ({ id, attempts }, at) => (await queries.change(finish, [id, attempts, at])) === 1,
    async fail({ id, attempts }, at, error) {
      return (await queries.change(fail, [id, attempts, later(at, backoff(attempts)), error])) === 1;
    },
    async stuck() {
      const rows = await queries.all<StuckRow>(stuck, [STUCK_AFTER]);
      return rows.map(({ created_at, last_error, ...row }) => ({
        ...row,
        since: created_at,
        lastError: last_error,
      }));
    },
  };
}

type StuckRow = {
  id: string;
  kind: 'mail' | 'job';
  attempts: number;
  created_at: Date;
  last_error: string | null;
};

/** How long to wait after so many tries, in milliseconds. */
export function backoff(attempts: number): number {
  return Math.min(10 * SECOND * 2 ** Math.min(attempts - 1, 20), 60 * MINUTE);
}

/** `null` when the seal does not open (a key that is not here, a changed row) or holds something else than it should. */
function readTaken(protection: Protection, row: TakenRow): TakenItem | null {
  const { id, message_id: messageId, attempts } = row;
  let payload: unknown;
  try {
    payload = openPayload(protection, { ...row, messageId }, row.payload);
  } catch {
    return null;
  }
  if (row.kind === 'job')
    return { id, messageId, attempts, content: { kind: 'job', name: row.name, payload } };
  const mail = readMail(payload, row);
  if (mail === null) return null;
  return {
    id,
    messageId,
    attempts,
    content: { kind: 'mail', mail: { ...mail, to: new Redacted(mail.to) } },
  };
}
