import { createTransport } from 'nodemailer';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import type { Language } from '../../base/language.ts';
import { SECOND } from '../../base/time.ts';
import type { Mail } from '../../domain/notification/index.ts';
import { offersUtf8 } from './offers-utf8.ts';

export type MailOptions = {
  /** `smtp://` (TLS where the server offers it) or `smtps://` (TLS or nothing), with user and password if it asks for them. */
  readonly url: string;
  /** Address of the sender; its domain stands in the ids of messages. */
  readonly from: string;
  /** The sender's name, in each language. */
  readonly names?: Readonly<Record<Language, string>>;
  /** Where answers go; to the sender when not given. */
  readonly replyTo?: string | null;
  /** After how long handing one mail over is given up; 45 seconds when not given. */
  readonly patienceMilliseconds?: number;
};

/**
 * What became of handing a mail over. `code` names the trouble without any personal data. `refused` is for good: the server will
 * never take this mail; `failed` may go better later.
 */
export type MailOutcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'failed'; readonly code: string }
  | { readonly kind: 'refused'; readonly code: string };

/** A mail server that takes mail. */
export type MailDoor = {
  /** Hands one mail over. The same `messageId` again is the same mail again: receivers can recognise a repetition. */
  send(mail: Mail, messageId: string): Promise<MailOutcome>;
  close(): void;
};

/** The lease of the outbox is 60 seconds: what takes longer than this is cut off, so that no other process sends it meanwhile. */
const PATIENCE = 45 * SECOND;

/**
 * Opens the way to a mail server. A connection per mail: a pool would send a mail again by itself when a connection breaks, whether
 * the server had taken it or not.
 */
export function openMail(options: MailOptions): MailDoor {
  const { url, from, names, replyTo = null, patienceMilliseconds = PATIENCE } = options;
  const patience = {
    dnsTimeout: 5 * SECOND,
    connectionTimeout: 10 * SECOND,
    greetingTimeout: 10 * SECOND,
    socketTimeout: 20 * SECOND,
  };
  const transport = createTransport({
    url,
    ...patience,
    // A text can never make the server read a file or fetch an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.slice(from.lastIndexOf('@') + 1);
  return {
    async send(mail, messageId) {
      try {
        const signal = AbortSignal.timeout(patienceMilliseconds);
        const to = mail.to.reveal();
        const server = { ...parseConnectionUrl(url), ...patience };
        if (needsUtf8(to) && !(await offersUtf8(server, signal)))
          return { kind: 'refused', code: 'no-smtputf8' };
        await transport.sendMail({
          from: { name: names?.[mail.language] ?? '', address: from },
          ...(replyTo === null ? {} : { replyTo }),
          to: { name: '', address: to },
          subject: mail.subject,
          text: mail.text,
          ...(mail.html === null ? {} : { html: mail.html }),
          messageId: `<${messageId}@${domain}>`,
          headers: {
            'Auto-Submitted': 'auto-generated',
            'X-Auto-Response-Suppress': 'All',
            'Content-Language': mail.language,
          },
          // A notice that it did not arrive quotes the headers alone, never the text.
          dsn: { id: messageId, return: 'headers', notify: ['FAILURE'] },
          signal,
        });
        return { kind: 'sent' };
      } catch (error) {
        return { kind: isForGood(error) ? 'refused' : 'failed', code: codeOf(error) };
      }
    },
    close: () => transport.close(),
  };
}

/** What stands before the @ has no form in ASCII, as the domain behind it has. */
function needsUtf8(address: string): boolean {
  return !/^[\x20-\x7e]*$/.test(address.slice(0, address.lastIndexOf('@')));
}

/** Replies that mean our own login or encryption, not this mail (RFC 4954 section 6). */
const ABOUT_US = [530, 534, 535, 538];

/**
 * A 5xx reply to the recipient or to the text (RFC 5321 section 4.2.1), or an address that cannot be one. A refused sender is
 * trouble of the installation and would hold for every mail: that is tried again.
 */
function isForGood(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const command = 'command' in error ? error.command : null;
  const reply = 'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : null;
  if (command === 'API') return 'code' in error && error.code === 'EENVELOPE';
  if (reply === null || reply < 500 || reply > 599 || ABOUT_US.includes(reply)) return false;
  return command === 'RCPT TO' || command === 'DATA';
}

/** The reply code of the server or the code of the trouble; texts may hold addresses and are left out. */
function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'mail-failed';
  if ('responseCode' in error && typeof error.responseCode === 'number') return `smtp-${error.responseCode}`;
  if ('code' in error && typeof error.code === 'string') return error.code.toLowerCase();
  return 'mail-failed';
}
