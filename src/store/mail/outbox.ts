import { randomUUID } from 'node:crypto';
import { isLanguage, type Language } from '../../base/language.ts';
import type { Mail, Outbox } from '../../domain/notification/index.ts';
import type { StoreContext } from '../ground/context.ts';
import { type Protection, sealedRow } from '../ground/sealing.ts';
import type { Statement } from '../ground/statement.ts';

export type JobOutbox = Outbox & {
  /** A job for the worker, in the transaction that caused it. */
  enqueue(name: string, payload: unknown): Promise<void>;
};

const PLACE = 'outbox.payload';

/** A mail as it is sealed: what a case may show of it stands beside it in columns. */
type KeptMail = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Absent in what was put here before mail had HTML. */
  readonly html?: string | null;
};

const addMail: Statement = {
  name: 'outbox.add_mail',
  text: `insert into outbox (kind, name, payload, message_id, created_at, available_at, about, template, language)
    values ('mail', $1, $2, $3, $4, $4, $5, $6, $1)`,
};
const addJob: Statement = {
  name: 'outbox.add_job',
  text: `insert into outbox (kind, name, payload, message_id, created_at, available_at) values ('job', $1, $2, $3, $4, $4)`,
};

/** The sending side: what is put here leaves only when the transaction commits. */
export function outboxIn({ queries, protection, clock }: StoreContext): JobOutbox {
  return {
    async send({ to, subject, text, html, language, about, template }) {
      const kept: KeptMail = { to: to.reveal(), subject, text, html };
      const messageId = randomUUID();
      const sealed = sealPayload(protection, { kind: 'mail', messageId, about }, kept);
      await queries.changeUnheard(addMail, [language, sealed, messageId, clock(), about, template]);
    },
    async enqueue(name, payload) {
      const messageId = randomUUID();
      const sealed = sealPayload(protection, { kind: 'job', messageId, about: null }, payload);
      await queries.changeUnheard(addJob, [name, sealed, messageId, clock()]);
    },
  };
}

/** What tells a row of the outbox apart: its id is given only as it is written. */
export type OutboxKey = {
  readonly kind: 'mail' | 'job';
  readonly messageId: string;
  readonly about: string | null;
};

/** What a mail or job carries, sealed. */
export function sealPayload(protection: Protection, key: OutboxKey, payload: unknown): Buffer {
  return protection.seal(PLACE, rowOf(key), JSON.stringify(payload ?? null));
}

export function openPayload(protection: Protection, key: OutboxKey, sealed: Buffer): unknown {
  return JSON.parse(protection.open(PLACE, rowOf(key), sealed));
}

function rowOf({ kind, messageId, about }: OutboxKey): string {
  return sealedRow(kind, messageId, about);
}

/** The mail of a row, with its columns; `null` when its payload is none. */
export function readMail(
  payload: unknown,
  row: { readonly about: string | null; readonly template: string | null; readonly language: Language },
): (Omit<Mail, 'to'> & { readonly to: string }) | null {
  if (!isKeptMail(payload) || !isLanguage(row.language)) return null;
  const { to, subject, text, html = null } = payload;
  return { to, subject, text, html, language: row.language, about: row.about, template: row.template };
}

function isKeptMail(payload: unknown): payload is KeptMail {
  if (typeof payload !== 'object' || payload === null) return false;
  const { to, subject, text, html } = payload as Record<string, unknown>;
  const isText = [to, subject, text].every((part) => typeof part === 'string');
  return isText && (html === undefined || html === null || typeof html === 'string');
}
