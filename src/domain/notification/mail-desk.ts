import type { StaffMember } from '../staff/index.ts';
import type { MailCounts, SentMail } from './ports.ts';

/** A mail that does not arrive by itself, with the case it is about. Never its address or its text. */
export type TroubledMail = SentMail & {
  readonly about: { readonly case: string; readonly reference: string } | null;
};

/** The outgoing mail, for agents who want to know whether people got what was sent. */
export type MailDesk = {
  counts(): Promise<MailCounts>;
  /** Mail that is stuck or bounced, newest first. */
  troubled(member: StaffMember, limit: number): Promise<readonly TroubledMail[]>;
  /** Puts a mail back in the queue; `not-now` when it left meanwhile. */
  retry(member: StaffMember, id: string): Promise<{ readonly kind: 'retried' | 'not-now' }>;
};
