import type { Language } from '../../base/language.ts';

/** The mails there are. A mail that may hold the national number has a second form that does. */
export const mailKeys = [
  'request-received',
  'email-code',
  'question-asked',
  'answer-reminder',
  'answer-received',
  'number-assigned',
  'number-assigned-in-mail',
  'number-linked',
  'number-linked-in-mail',
  'request-refused',
  'request-expired',
  'draft-expired',
  'request-withdrawn',
  'request-handed-over',
  'link-removed',
  'eid-linked',
  'request-reopened',
  'access-link',
  'address-changed',
  'message-from-agent',
  'number-replaced',
  'persons-joined',
  'persons-parted',
  'person-left',
  'rights-wait',
  'representative-left',
  'organisation-taken-over',
  'organisation-orphaned',
  'staff-invited',
  'work-begun',
  'administrator-appointed',
  'administrator-ended',
  'administrators-changed',
  'work-ended',
  'work-invited',
  'work-invitation-accepted',
  'work-invitation-refused',
  'login-code',
  'no-account',
  'key-added',
  'key-removed',
  'recovery-code-used',
  'passkey-copied',
  'new-login',
  'access-asked',
  'access-question',
  'access-granted',
  'access-refused',
  'access-ended',
  'access-waits',
  'access-waits-long',
  'access-to-platform',
  'rights-given',
  'rights-changed',
  'rights-ended',
  'rights-ending',
  'rights-to-extend',
  'reset-begun',
  'reset-link',
  'reset-over',
] as const;
export type MailKey = (typeof mailKeys)[number];

/** Texts that an agent picks to ask for something, and may change before sending. */
export const askKeys = [
  'ask-document-both-sides',
  'ask-clearer-photo',
  'ask-birth-place',
  'ask-previous-name',
  'ask-address',
  'ask-proof-of-name-change',
  'ask-other',
] as const;
export type AskKey = (typeof askKeys)[number];

/** Texts that an agent picks to say why a request is refused, with the legal remedy. */
export const refuseKeys = [
  'refuse-not-identified',
  'refuse-false-data',
  'refuse-no-answer',
  'refuse-duplicate',
  'refuse-other',
] as const;
export type RefuseKey = (typeof refuseKeys)[number];

/** A wording is put into a mail by an agent: its subject is what the list of wordings shows. */
export type WordingKey = AskKey | RefuseKey;
export type TemplateKey = MailKey | WordingKey;

/**
 * The text of a mail or a wording in one language. The body is plain text: paragraphs parted by an empty line, lists with `- `,
 * `[words]({link})` on a line of its own, and `{placeholders}`. Version 0 is the one that Sluis brings along.
 */
export type MailTemplate = {
  readonly key: TemplateKey;
  readonly language: Language;
  readonly version: number;
  readonly subject: string;
  readonly body: string;
};

/** True for the key of a mail or a wording. */
export function isTemplateKey(value: unknown): value is TemplateKey {
  return [...mailKeys, ...askKeys, ...refuseKeys].some((key) => key === value);
}
