import { oneLine } from '../../base/visible-text.ts';
import type { FormFields } from '../http/read-form.ts';
import type { CodedError } from '../ui/form/error-words.ts';

/** How long a reason may be. */
const LONGEST = 500;

/** Why somebody does it, in their own words; with what is wrong with it. */
export function readReason(fields: FormFields): {
  readonly reason: string;
  readonly errors: readonly CodedError[];
} {
  const reason = oneLine(fields.get('reason') ?? '');
  if (reason === '') return { reason, errors: [{ field: 'reason', code: 'empty' }] };
  return { reason, errors: reason.length > LONGEST ? [{ field: 'reason', code: 'too-long' }] : [] };
}
