import { randomUUID } from 'node:crypto';
import type { Language } from '../base/language.ts';
import { Redacted } from '../base/redacted.ts';
import { later, MINUTE, SECOND } from '../base/time.ts';
import type { Mail, Outbox } from '../domain/notification/index.ts';
import type { StoreContext } from './context.ts';
import type { Protection } from './sealing.ts';
import type { Statement } from './statement.ts';

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

/** What waits although it was tried often. */
export type StuckItem = {
  readonly id: string;
  readonly kind: 'mail' | 'job';
  readonly attempts: number;
  readonly since: Date;
  readonly lastError: string | null;
};

/** The worker's side of the outbox. */
export type OutboxQueue = {
  /** Takes up to `limit` items of these kinds that are due and leases them for a minute; other processes get other items. */
  take(kinds: readonly ('mail' | 'job')[], limit: number, at: Date): Promise<readonly TakenItem[]>;
  /** Marks an item done; false when the lease was lost and somebody else is at it or did it. */
  finish(item: TakenItem, at: Date): Promise<boolean>;
  /** Puts an item back, to be tried later and later: 10 s, 20 s, 40 s … an hour. `error` is a code without personal data. */
  fail(item: TakenItem, at: Date, error: string): Promise<boolean>;
  /** Items that failed at least five times and still wait. */
  stuck(): Promise<readonly StuckItem[]>;
};

export type JobOutbox = Outbox & {
  /** A job for the worker, in the transaction that caused it. */
  enqueue(name: string, payload: unknown): Promise<void>;
};

const PLACE = 'outbox.payload';
const LEASE = MINUTE;
const STUCK_AFTER = 5;

type TakenRow = {
  id: string;
  kind: 'mail' | 'job';
  name: string;
  payload: Buffer;
  message_id: string;
  attempts: number;
};
type KeptMail = {
  readonly to: string;
  readonly language: Language;
  readonly subject: string;
  readonly text: string;
  /** Absent in what was put here before mail had HTML. */
  readonly html?: string | null;
  readonly about?: string | null;
  readonly template?: string | null;
};

const add: Statement = {
  name: 'outbox.add',
  text: `insert into outbox (kind, name, payload, message_id, created_at, available_at) values ($1, $2, $3, $4, $5, $5)`,
};
const take: Statement = {
  name: 'outbox.take',
  text: `with due as materialized (
      select id from outbox where done_at is null and available_at <= $2 and kind = any($4)
      order by available_at, id limit $1 for update skip locked
    )
    update outbox set attempts = attempts + 1, available_at = $3 from due where outbox.id = due.id
    returning outbox.id, kind, name, payload, message_id, attempts`,
};
const finish: Statement = {
  name: 'outbox.finish',
  text: `update outbox set done_at = $3, payload = null, last_error = null
    where id = $1 and attempts = $2 and done_at is null`,
};
const fail: Statement = {
  name: 'outbox.fail',
  text: `update outbox set available_at = $3, last_error = $4 where id = $1 and attempts = $2 and done_at is null`,
};
const stuck: Statement = {
  name: 'outbox.stuck',
  text: `select id, kind, attempts, created_at, last_error from outbox
    where done_at is null and attempts >= $1 and last_error is not null order by id limit 1000`,
};

/** The sending side: what is put here leaves only when the transaction commits. */
export function outboxIn({ queries, protection, clock }: StoreContext): JobOutbox {
  const put = async (kind: 'mail' | 'job', name: string, payload: unknown) => {
    const sealed = protection.seal(PLACE, JSON.stringify(payload));
    await queries.change(add, [kind, name, sealed, randomUUID(), clock()]);
  };
  return {
    send: ({ to, ...mail }) => put('mail', mail.language, { to: to.reveal(), ...mail }),
    enqueue: (name, payload) => put('job', name, payload ?? null),
  };
}

/** The worker's side, each call a transaction of its own. */
export function outboxQueueOn({
  queries,
  protection,
}: Pick<StoreContext, 'queries' | 'protection'>): OutboxQueue {
  return {
    async take(kinds, limit, at) {
      const rows = await queries.all<TakenRow>(take, [limit, at, later(at, LEASE), kinds]);
      return rows
        .toSorted((one, other) => Number(one.id) - Number(other.id))
        .map((row) => readTaken(protection, row));
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

function readTaken(protection: Protection, row: TakenRow): TakenItem {
  const { id, message_id: messageId, attempts } = row;
  const payload: unknown = JSON.parse(protection.open(PLACE, row.payload));
  if (row.kind === 'job')
    return { id, messageId, attempts, content: { kind: 'job', name: row.name, payload } };
  const { to, html = null, about = null, template = null, ...mail } = payload as KeptMail;
  return {
    id,
    messageId,
    attempts,
    content: { kind: 'mail', mail: { ...mail, to: new Redacted(to), html, about, template } },
  };
}
