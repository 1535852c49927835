import { plainTyping } from '../visible-text.ts';

/** Six digits, each as likely as any other: 64 random bits leave no bias that counts. */
export function sixDigits(random: Uint8Array): string {
  const value = random.reduce((sum, byte) => (sum * 256n + BigInt(byte)) % 1_000_000n, 0n);
  return value.toString().padStart(6, '0');
}

/** A code of six digits as people type and paste it. */
export function readSixDigits(
  typed: string,
):
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'wrong'; readonly code: 'empty' | 'digits' } {
  const code = plainTyping(typed.slice(0, 100)).replace(/[\s.-]/g, '');
  if (code === '') return { kind: 'wrong', code: 'empty' };
  return /^\d{6}$/.test(code) ? { kind: 'code', code } : { kind: 'wrong', code: 'digits' };
}
