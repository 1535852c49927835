/** How it ended where nothing was proved. */
export const meansFailures = [
  'cancelled',
  'failed',
  'unavailable',
  'unknown-account',
  'not-accepted',
  'too-weak',
] as const;
export type MeansFailure = (typeof meansFailures)[number];
