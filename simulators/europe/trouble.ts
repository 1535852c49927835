/** What can be asked to go wrong at a simulated member state. `none` answers as it should. */
export const troubles = [
  { kind: 'cancelled', name: 'Cancels', says: 'The person stops at the sign-in page.' },
  { kind: 'failed', name: 'Sign-in fails', says: 'The country says that the person was not authenticated.' },
  { kind: 'level-too-low', name: 'Level too low', says: 'The country answers at level low.' },
  {
    kind: 'claims-level-too-low',
    name: 'Weak answer',
    says: 'An assertion at level low comes although more was asked.',
  },
  {
    kind: 'without-birth-place',
    name: 'No birth place',
    says: 'The optional birth place and sex are left out.',
  },
  { kind: 'without-birth-date', name: 'Birth date missing', says: 'A mandatory attribute is left out.' },
  {
    kind: 'changed-identifier',
    name: 'Changed identifier',
    says: 'The same person comes under a new identifier.',
  },
  { kind: 'wrong-signature', name: 'Wrong signature', says: 'The message is altered after it was signed.' },
  {
    kind: 'unknown-key',
    name: 'Unknown key',
    says: 'The message is signed by a key that is not in the metadata.',
  },
  { kind: 'expired-answer', name: 'Old answer', says: 'The answer was valid until an hour ago.' },
  { kind: 'other-audience', name: 'Other audience', says: 'The answer is meant for another connector.' },
  { kind: 'other-request', name: 'Not asked for', says: 'The answer names a request that nobody sent.' },
  {
    kind: 'other-country',
    name: 'Other country’s person',
    says: 'The identifier begins with another country.',
  },
  { kind: 'not-encrypted', name: 'Not encrypted', says: 'The assertion comes in the clear.' },
  { kind: 'legal-person', name: 'Company instead of person', says: 'The answer describes a legal person.' },
  { kind: 'slow', name: 'Slow', says: 'The country takes its time before it answers.' },
] as const;

export type Trouble = (typeof troubles)[number]['kind'] | 'none';

/** Reads a trouble from a form; `none` when it is not one. */
export function parseTrouble(text: string): Trouble {
  return troubles.find((each) => each.kind === text)?.kind ?? 'none';
}
