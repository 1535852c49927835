import type { Application } from '../../domain/application/index.ts';
import type { Attempt, Page } from '../../login/index.ts';
import type { FieldError } from './form/error-summary.ts';
import type { Frame } from './frame.ts';

/** What a page of a login is made from. `typed` holds what was typed before, to be shown again beside its errors. */
export type JourneyProps<Kind extends Page['kind']> = {
  readonly frame: Frame;
  readonly application: Application;
  readonly attempt: Attempt;
  readonly page: Extract<Page, { readonly kind: Kind }>;
  readonly errors: readonly FieldError[];
  readonly typed: Readonly<Record<string, string>>;
  /** What was searched for on pages with a search; the empty string without. */
  readonly query: string;
  readonly contact: Contact;
  /** What this browser remembers of earlier logins. */
  readonly remembers?: 'nothing' | 'shared' | 'means';
};

/** Whom to ask: shown on every page that ends without success. */
export type Contact = { readonly telephone: string };

/** A telephone number that is never broken over two lines. */
export function unbroken({ telephone }: Contact): Contact {
  return { telephone: telephone.replaceAll(' ', '\u00a0') };
}
