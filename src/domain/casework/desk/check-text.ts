const LEAST_REASON = 10;
const MOST_REASON = 500;

/** What is wrong with something that was typed: `field` is that of the form. */
export type DeskError = {
  readonly field: string;
  readonly code:
    | 'empty'
    | 'choose'
    | 'too-short'
    | 'too-long'
    | 'not-a-date'
    | 'too-soon'
    | 'too-far'
    | 'not-a-number';
};

/** A reason of ten to five hundred characters; the error names the field. */
export function checkReason(field: string, text: string, least = LEAST_REASON): readonly DeskError[] {
  const length = [...text.trim()].length;
  if (length === 0) return least === 0 ? [] : [{ field, code: 'empty' }];
  if (length < least) return [{ field, code: 'too-short' }];
  return length > MOST_REASON ? [{ field, code: 'too-long' }] : [];
}

/** A text to an applicant. */
export function checkText(field: string, text: string, most = 2000): readonly DeskError[] {
  const length = [...text.trim()].length;
  if (length === 0) return [{ field, code: 'empty' }];
  return length > most ? [{ field, code: 'too-long' }] : [];
}
