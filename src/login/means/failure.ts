/** How it ended where nothing was proved. */
export const meansFailures = [
  'cancelled',
  'failed',
  'late',
  'unavailable',
  'unknown-account',
  'wrong-code',
  'blocked',
  'not-accepted',
  'too-weak',
] as const;
export type MeansFailure = (typeof meansFailures)[number];
