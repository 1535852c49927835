/** What can be asked to go wrong at a simulated provider of login means. `none` answers as it should. */
const troubles = [
  { kind: 'cancelled', name: 'Cancels', says: 'The person stops at the sign-in page.' },
  { kind: 'level-too-low', name: 'Level too low', says: 'The answer tells a lower level than was asked.' },
  {
    kind: 'another-person',
    name: 'Another person',
    says: 'Somebody else signs in than the one who is chosen.',
  },
  { kind: 'no-number', name: 'No number', says: 'The answer tells who it is, without a national number.' },
  { kind: 'unverified-email', name: 'Address not verified', says: 'The mail address was never proven.' },
  { kind: 'other-domain', name: 'Address elsewhere', says: 'The mail address is of another organisation.' },
  { kind: 'slow', name: 'Slow', says: 'The provider takes its time before it answers.' },
  { kind: 'down', name: 'Down', says: 'The provider sends the person back, and then answers nothing more.' },
  { kind: 'key-rotated', name: 'New key', says: 'The provider takes a new key just now: this is no fault.' },
  { kind: 'wrong-signature', name: 'Wrong signature', says: 'The ID token is altered after it was signed.' },
  { kind: 'unknown-key', name: 'Unknown key', says: 'The ID token is signed by a key that nobody knows.' },
  { kind: 'wrong-nonce', name: 'Wrong nonce', says: 'The ID token answers another request.' },
  { kind: 'wrong-audience', name: 'Other audience', says: 'The ID token is meant for somebody else.' },
  { kind: 'wrong-issuer', name: 'Other issuer', says: 'The ID token names another provider.' },
  { kind: 'mixed-up', name: 'Mixed up', says: 'The way back names another provider (RFC 9207).' },
  { kind: 'expired', name: 'Old answer', says: 'The ID token was valid until an hour ago.' },
  {
    kind: 'other-userinfo',
    name: 'Somebody else’s data',
    says: 'The data that are fetched are of another person.',
  },
] as const;

export type Trouble = (typeof troubles)[number]['kind'] | 'none';

/** Reads a trouble from a form; `none` when it is not one. */
export function parseTrouble(text: string): Trouble {
  return troubles.find((each) => each.kind === text)?.kind ?? 'none';
}

/** Those of mail addresses, where accounts are proved and answers are encrypted: nothing of them is altered on the way. */
const ofAccounts: readonly Trouble[] = ['unverified-email', 'other-domain'];
const ofBoth: readonly Trouble[] = [
  'cancelled',
  'level-too-low',
  'another-person',
  'slow',
  'down',
  'mixed-up',
];

/** What can go wrong at a provider that proves numbers, or one that proves accounts. */
export function troublesAt(proves: 'numbers' | 'accounts') {
  return troubles.filter(({ kind }) =>
    proves === 'numbers' ? !ofAccounts.includes(kind) : ofAccounts.includes(kind) || ofBoth.includes(kind),
  );
}
