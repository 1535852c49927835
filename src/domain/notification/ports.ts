import type { Language } from '../../base/language.ts';
import type { Mail } from './model.ts';
import type { MailTemplate, TemplateKey } from './template.ts';

/** Mail goes into the outbox in the transaction that caused it; the worker sends it once. */
export type Outbox = { send(mail: Mail): Promise<void> };

/** Where the text in use comes from: `null` where it is the one that Sluis brings along. */
export type TemplateSource = {
  live(key: TemplateKey, language: Language): Promise<MailTemplate | null>;
};

/** A version is a draft, then live, then retired; a later draft retires an earlier one. Its text never changes. */
export type TemplateState = 'draft' | 'live' | 'retired';
export type TemplateVersion = MailTemplate & {
  readonly state: TemplateState;
  /** Internal id of the person who wrote it. */
  readonly editedBy: string;
  readonly editedAt: Date;
  readonly madeLiveAt: Date | null;
};

/** A text to keep. `basedOn` is the newest version that its writer saw, 0 where there was none. */
export type TemplateDraft = Omit<MailTemplate, 'version'> & {
  readonly basedOn: number;
  readonly by: string;
  readonly at: Date;
};

export type SavedDraft =
  | { readonly kind: 'saved'; readonly version: number }
  /** Somebody saved another version meanwhile. */
  | { readonly kind: 'changed'; readonly newest: number };

export type MailTemplateStore = TemplateSource & {
  /** Every version, newest first. */
  versions(key: TemplateKey, language: Language): Promise<readonly TemplateVersion[]>;
  saveDraft(draft: TemplateDraft): Promise<SavedDraft>;
  /** Puts the newest draft to use; `not-a-draft` for any other version. */
  makeLive(
    key: TemplateKey,
    language: Language,
    version: number,
    made: { readonly by: string; readonly at: Date },
  ): Promise<{ readonly kind: 'live' | 'not-a-draft' }>;
  /** The live version and the open draft of every text that was ever changed. */
  all(): Promise<readonly TemplateVersion[]>;
};

/** What became of a mail, without its address and text. */
export type SentMail = {
  readonly id: string;
  /** `null` for a mail that no template made. */
  readonly template: string | null;
  readonly language: Language;
  readonly createdAt: Date;
  /** When the mail server took it; `null` while it waits. */
  readonly sentAt: Date | null;
  readonly attempts: number;
  /** Code of what went wrong last. */
  readonly lastError: string | null;
  /** It will not arrive: the server of the address refused it for good. */
  readonly bounced: { readonly at: Date; readonly code: string } | null;
};

/** What was mailed about a case. */
export type SentMails = {
  /** All mail about this case, oldest first. */
  mailOf(about: string): Promise<readonly SentMail[]>;
};

/** How much mail stands where. `stuck`: tried often, or set aside because it cannot be read. */
export type MailCounts = {
  /** Waits for its first or next try; those that are stuck are counted there. */
  readonly waiting: number;
  readonly stuck: number;
  readonly bounced: number;
  /** Taken by the mail server since the moment asked for. */
  readonly sent: number;
};

/** A mail that came back: what the job `mail-bounced` carries, when the mail was about a case. */
export type BouncedMail = { readonly about: string; readonly mail: string; readonly code: string };

/** Mail that does not arrive. */
export type TroubledMails = {
  /** Mail that is stuck or bounced, newest first, with the id of what it is about. */
  troubled(limit: number): Promise<readonly (SentMail & { readonly about: string | null })[]>;
  /** Puts what is stuck, set aside or bounced back in the queue; false when it left, or is tried within a minute anyway. */
  retry(id: string, at: Date): Promise<boolean>;
  /** `sentSince` bounds what is read: sent mail is remembered for a year. */
  countsByState(sentSince: Date): Promise<MailCounts>;
};
