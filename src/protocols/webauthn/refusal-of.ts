import type { PasskeyRefusal } from '../../domain/account-keys/index.ts';

// The library throws sentences. Its version is fixed, and the attacks in test/attacks hold each of these to its code.
const signs: readonly (readonly [RegExp, PasskeyRefusal])[] = [
  [/challenge/i, 'challenge'],
  [/origin/i, 'origin'],
  [/RP ID/i, 'relying-party'],
  [/user (verification|presence)|not present/i, 'user-verification'],
  [/certificate|attestation|x5c/i, 'attestation'],
];

/** What was wrong, of what the library threw. */
export function refusalOf(error: unknown): PasskeyRefusal {
  const words = error instanceof Error ? error.message : '';
  return signs.find(([sign]) => sign.test(words))?.[1] ?? 'malformed';
}
