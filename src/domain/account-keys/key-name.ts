import { oneLine } from '../../base/visible-text.ts';

const LONGEST = 60;

/** How somebody calls a key, as it is kept: on one line; a code where it cannot be taken. */
export function readKeyName(
  typed: string,
):
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'wrong'; readonly code: 'empty' | 'too-long' } {
  const name = oneLine(typed.slice(0, 10 * LONGEST));
  if (name === '') return { kind: 'wrong', code: 'empty' };
  return [...name].length > LONGEST ? { kind: 'wrong', code: 'too-long' } : { kind: 'name', name };
}
