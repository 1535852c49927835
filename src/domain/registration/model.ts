import type { Brand } from '../../base/brand.ts';

/** What the person is given when a login ends in a request for a number: `SLU-2M9D-K7PX`, to quote at the service desk. */
export type RegistrationReference = Brand<string, 'RegistrationReference'>;

/** Why the person has no number to give. */
export type NumberUnknownReason = 'has-one-but-unknown' | 'has-none' | 'not-sure' | 'did-not-match';
