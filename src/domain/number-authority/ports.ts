import type { AssignedNumber, NumberAsk } from './model.ts';

/**
 * Gives BIS numbers. The embedded one counts in the database, in the caller's transaction: when that is rolled back, nothing was given. A
 * country plugs in its own.
 */
export type NumberAuthority = {
  /** Gives a number that nobody has or ever had. `on` says for which case, and when. */
  assign(ask: NumberAsk, on: { readonly case: string; readonly at: Date }): Promise<AssignedNumber>;
};
