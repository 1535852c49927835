import { randomUUID } from 'node:crypto';
import type { Language } from '../base/language.ts';
import type { Mail, Outbox } from '../domain/notification/index.ts';
import type { StoreContext } from './context.ts';
import type { Protection } from './sealing.ts';
import type { Statement } from './statement.ts';

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
      const sealed = sealPayload(protection, kept);
      await queries.change(addMail, [language, sealed, randomUUID(), clock(), about, template]);
    },
    async enqueue(name, payload) {
      await queries.change(addJob, [name, sealPayload(protection, payload), randomUUID(), clock()]);
    },
  };
}

/** What a mail or job carries, sealed. */
export function sealPayload(protection: Protection, payload: unknown): Buffer {
  return protection.seal(PLACE, JSON.stringify(payload ?? null));
}

export function openPayload(protection: Protection, sealed: Buffer): unknown {
  return JSON.parse(protection.open(PLACE, sealed));
}

/** The mail of a row, with its columns. */
export function readMail(
  payload: unknown,
  row: { readonly about: string | null; readonly template: string | null; readonly language: Language },
): Omit<Mail, 'to'> & { readonly to: string } {
  const { to, subject, text, html = null } = payload as KeptMail;
  return { to, subject, text, html, language: row.language, about: row.about, template: row.template };
}
