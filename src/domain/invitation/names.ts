import { oneLine } from '../../base/visible-text.ts';

const LONGEST = 100;

/** What is wrong with a name that was typed. */
export type NameFault = 'empty' | 'too-long';

/** Reads a name as its bearer writes it: one line, without what does not show. */
export function readName(
  typed: string,
): { readonly kind: 'name'; readonly name: string } | { readonly kind: 'wrong'; readonly code: NameFault } {
  const name = oneLine(typed.slice(0, 1000));
  if (name === '') return { kind: 'wrong', code: 'empty' };
  return name.length > LONGEST ? { kind: 'wrong', code: 'too-long' } : { kind: 'name', name };
}
