export { checkReason } from '../../acting/index.ts';

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

/** A text to an applicant. */
export function checkText(field: string, text: string, most = 2000): readonly DeskError[] {
  const length = [...text.trim()].length;
  if (length === 0) return [{ field, code: 'empty' }];
  return length > most ? [{ field, code: 'too-long' }] : [];
}
