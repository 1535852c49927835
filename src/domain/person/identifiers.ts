import type { PersonId, SubjectIdentifier } from './model.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Reads the internal id of a person: a UUID in lower case; `null` when it is not one. */
export function parsePersonId(text: string): PersonId | null {
  return UUID.test(text) ? (text as PersonId) : null;
}

/** Reads a `sub`: 40 lower-case hexadecimal characters; `null` when it is not one. */
export function parseSubjectIdentifier(text: string): SubjectIdentifier | null {
  return /^[0-9a-f]{40}$/.test(text) ? (text as SubjectIdentifier) : null;
}

/** Makes a `sub` from 20 random bytes; it carries no meaning. */
export function newSubjectIdentifier(randomBytes: Uint8Array): SubjectIdentifier {
  if (randomBytes.length < 20) throw new RangeError('A subject identifier needs 20 random bytes.');
  const hexadecimal = Array.from(randomBytes.subarray(0, 20), (byte) => byte.toString(16).padStart(2, '0'));
  return hexadecimal.join('') as SubjectIdentifier;
}
