import { randomUUID } from 'node:crypto';
import { later } from '../../base/time.ts';
import type { BouncedMail, TroubledMails } from '../../domain/notification/index.ts';
import type { StoreContext } from '../ground/context.ts';
import type { Statement } from '../ground/statement.ts';
import { sealPayload } from './outbox.ts';
import { MAIL_COLUMNS, type MailRow, readSentMail } from './sent-mails.ts';

/** Mail that does not arrive. */
export type MailQueue = TroubledMails & {
  /** Marks a mail that the mail server refused for good: it is not tried again. False when the lease was lost. */
  bounce(item: { readonly id: string; readonly attempts: number }, at: Date, code: string): Promise<boolean>;
  /** Marks a mail that was taken and came back later, by the id that it carried. */
  bounceByMessageId(messageId: string, at: Date, code: string): Promise<'bounced' | 'before' | 'unknown'>;
};

const JOB = 'mail-bounced';

const find: Statement = {
  name: 'outbox.find_mail',
  readsOnly: true,
  text: `select id, attempts, about, bounced_at from outbox where kind = 'mail' and (id = $1 or message_id = $2)`,
};
/** The job is written by the same statement: a case that must hear of it always does. */
const bounce: Statement = {
  name: 'outbox.bounce',
  text: `with bounced as (
      update outbox set bounced_at = $3, bounce_code = $4, last_error = $4, taken_at = null,
        available_at = case when done_at is null then 'infinity' else available_at end
      where id = $1 and attempts = $2 and bounced_at is null
      returning about
    ), told as (
      insert into outbox (kind, name, payload, message_id, created_at, available_at)
      select 'job', '${JOB}', $5, $6, $3, $3 from bounced where about is not null
    )
    select count(*)::int as count from bounced`,
};
const troubled: Statement = {
  name: 'outbox.troubled',
  readsOnly: true,
  text: `select ${MAIL_COLUMNS}, about from outbox
    where kind = 'mail' and bounced_at is not null
    union all
    select ${MAIL_COLUMNS}, about from outbox
    where kind = 'mail' and done_at is null and last_error is not null and bounced_at is null
      and (attempts >= $1 or set_aside_at is not null)
    order by id desc limit $2`,
};
const retry: Statement = {
  name: 'outbox.retry',
  text: `update outbox set available_at = $2, bounced_at = null, bounce_code = null, last_error = null, set_aside_at = null,
      taken_at = null
    where id = $1 and done_at is null and payload is not null and available_at > $3`,
};
const counts: Statement = {
  name: 'outbox.counts',
  readsOnly: true,
  text: `select
    (select count(*) from outbox where done_at is null and kind = 'mail' and bounced_at is null)::int as unsent,
    (select count(*) from outbox where done_at is null and last_error is not null and kind = 'mail' and bounced_at is null
      and (attempts >= $1 or set_aside_at is not null))::int as stuck,
    (select count(*) from outbox where bounced_at is not null)::int as bounced,
    (select count(*) from outbox where done_at >= $2 and kind = 'mail' and bounced_at is null)::int as sent`,
};

type FoundRow = { id: string; attempts: number; about: string | null; bounced_at: Date | null };

export function mailQueueOn(
  { queries, protection }: StoreContext,
  bounds: { readonly leaseMilliseconds: number; readonly stuckAfter: number },
): MailQueue {
  const mark = async ({ id, about }: FoundRow, attempts: number, at: Date, code: string) => {
    const job: BouncedMail | null = about === null ? null : { about, mail: id, code };
    const messageId = randomUUID();
    const sealed = sealPayload(protection, { kind: 'job', messageId, about: null }, job);
    const values = [id, attempts, at, code, sealed, messageId];
    return (await queries.first<{ count: number }>(bounce, values))?.count === 1;
  };
  return {
    async bounce({ id, attempts }, at, code) {
      const found = await queries.first<FoundRow>(find, [id, null]);
      return found !== null && (await mark(found, attempts, at, code));
    },
    async bounceByMessageId(messageId, at, code) {
      const found = await queries.first<FoundRow>(find, [null, messageId]);
      if (found === null) return 'unknown';
      if (found.bounced_at !== null) return 'before';
      return (await mark(found, found.attempts, at, code)) ? 'bounced' : 'before';
    },
    async troubled(limit) {
      const rows = await queries.all<MailRow & { about: string | null }>(troubled, [
        bounds.stuckAfter,
        limit,
      ]);
      return rows.map((row) => ({ ...readSentMail(row), about: row.about }));
    },
    async retry(id, at) {
      if (!/^\d{1,18}$/.test(id)) return false;
      return (await queries.change(retry, [id, at, later(at, bounds.leaseMilliseconds)])) === 1;
    },
    async countsByState(sentSince) {
      const row = await queries.first<{ unsent: number; stuck: number; bounced: number; sent: number }>(
        counts,
        [bounds.stuckAfter, sentSince],
      );
      const { unsent = 0, ...rest } = row ?? { stuck: 0, bounced: 0, sent: 0 };
      return { ...rest, waiting: unsent - rest.stuck };
    },
  };
}
