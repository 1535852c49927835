import { z } from 'zod';

/** A whole number written in digits, between two bounds. */
export function wholeNumber(least: number, most: number) {
  const text = z.string().regex(/^\d{1,9}$/, 'must be a whole number in digits');
  return text
    .transform(Number)
    .pipe(z.number().min(least, `must be at least ${least}`).max(most, `must be at most ${most}`));
}

/** https, or http on this machine itself (a browser treats localhost as a secure place); no path, no trailing slash. */
export const origin = z
  .string()
  .refine(
    (text) => URL.canParse(text) && new URL(text).origin === text,
    'must be an origin such as https://login.example.org, without a path',
  )
  .refine(
    (text) => /^https:|^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:|$)/.test(text),
    'must be https (http only for localhost)',
  );

/** A text that says something. */
export const someText = z.string().min(1, 'must not be empty').max(1000);
