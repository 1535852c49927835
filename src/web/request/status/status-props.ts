import type { RequestView } from '../../../domain/casework/index.ts';
import type { FieldError } from '../../ui/form/error-summary.ts';
import type { Contact } from '../../ui/journey-page.ts';

/** What was just done; in the address after the question, so that a reload does nothing again. */
export const doneNotices = ['replied', 'contact', 'email', 'withdrawn', 'not-now'] as const;
export type DoneNotice = (typeof doneNotices)[number];

export type StatusProps = {
  readonly view: RequestView;
  readonly proof: 'eid' | 'link';
  readonly notice: DoneNotice | null;
  readonly contact: Contact;
  /** What was typed before the person was logged out stands in the form. */
  readonly isKept?: boolean;
  readonly errors?: readonly FieldError[];
  readonly typed?: Readonly<Record<string, string>>;
};
