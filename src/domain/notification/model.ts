import type { Language } from '../../base/language.ts';
import type { Redacted } from '../../base/redacted.ts';

/** A mail to be sent once, from the outbox. Its subject never holds a national number; its text only where the installation chose that. */
export type Mail = {
  readonly to: Redacted<string>;
  readonly language: Language;
  readonly subject: string;
  readonly text: string;
  /** The same words as HTML, for readers that prefer it. */
  readonly html: string | null;
  /** The id of the case that it is about, so that the case can show what was told. */
  readonly about: string | null;
  /** Which template made it. */
  readonly template: string | null;
};
