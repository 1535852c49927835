import type { Language } from '../../base/language.ts';
import type { Redacted } from '../../base/redacted.ts';

/** A mail to be sent once, from the outbox. No national number ever stands in one. */
export type Mail = {
  readonly to: Redacted<string>;
  readonly language: Language;
  readonly subject: string;
  readonly text: string;
};
