import { createTransport } from 'nodemailer';
import { SECOND } from '../../base/time.ts';
import type { Mail } from '../../domain/notification/index.ts';

export type MailOptions = {
  /** `smtp://` (TLS where the server offers it) or `smtps://` (TLS or nothing), with user and password if it asks for them. */
  readonly url: string;
  /** Address of the sender; its domain stands in the ids of messages. */
  readonly from: string;
};

/** What became of handing a mail over. `code` names the trouble without any personal data. */
export type MailOutcome = { readonly kind: 'sent' } | { readonly kind: 'failed'; readonly code: string };

/** A mail server that takes mail. */
export type MailDoor = {
  /** Hands one mail over. The same `messageId` again is the same mail again: receivers can recognise a repetition. */
  send(mail: Mail, messageId: string): Promise<MailOutcome>;
  close(): void;
};

/** Opens the way to a mail server; connects at the first mail. */
export function openMail({ url, from }: MailOptions): MailDoor {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 5,
    connectionTimeout: 10 * SECOND,
    greetingTimeout: 10 * SECOND,
    socketTimeout: 20 * SECOND,
    // A text can never make the server read a file or fetch an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.slice(from.lastIndexOf('@') + 1);
  return {
    async send(mail, messageId) {
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: mail.to.reveal() },
          subject: mail.subject,
          text: mail.text,
          messageId: `<${messageId}@${domain}>`,
          headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': mail.language },
        });
        return { kind: 'sent' };
      } catch (error) {
        return { kind: 'failed', code: codeOf(error) };
      }
    },
    close: () => transport.close(),
  };
}

/** The reply code of the server or the code of the trouble; texts may hold addresses and are left out. */
function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'mail-failed';
  if ('responseCode' in error && typeof error.responseCode === 'number') return `smtp-${error.responseCode}`;
  if ('code' in error && typeof error.code === 'string') return error.code.toLowerCase();
  return 'mail-failed';
}
