import { HOUR } from '../base/time.ts';

/** A form that was not taken: what was typed, and what there is to say about it. JSON, in codes and not in words. */
export type KeptForm = {
  readonly typed: Readonly<Record<string, string>>;
  /** Fields that may come more than once. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
  /** Whatever the page needs to say why it is shown again. */
  readonly told: unknown;
};

/** As long as a session at most: whoever logs in once more in between finds what they typed. */
export const KEPT_FORM_MILLISECONDS = 2 * HOUR;

/** So many tabs with something typed in each; of more, the oldest gives way. */
export const KEPT_FORMS_PER_OWNER = 20;

/** Forms that were not taken, each under a handle that is of use to its owner alone, for the form that it was. */
export type KeptFormStore = {
  /** Keeps it and makes its handle: 128 bits, 22 base64url characters. */
  keep(owner: string, form: string, kept: KeptForm): Promise<string>;
  /** As often as asked, so that a reload shows the same; `null` when it is over, or of another owner or form. */
  find(owner: string, form: string, handle: string): Promise<KeptForm | null>;
};
