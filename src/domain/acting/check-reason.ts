const LEAST_REASON = 10;
const MOST_REASON = 500;

/** What is wrong with a reason that was typed, by its field. */
export type ReasonError<Field extends string = string> = {
  readonly field: Field;
  readonly code: 'empty' | 'too-short' | 'too-long';
};

/** A reason of ten to five hundred characters, or of as few as `least`; the error names the field. */
export function checkReason<Field extends string>(
  field: Field,
  text: string,
  least = LEAST_REASON,
): readonly ReasonError<Field>[] {
  const length = [...text.trim()].length;
  if (length === 0) return least === 0 ? [] : [{ field, code: 'empty' }];
  if (length < least) return [{ field, code: 'too-short' }];
  return length > MOST_REASON ? [{ field, code: 'too-long' }] : [];
}
