import type { Randomness } from '../../base/ports.ts';
import { newSubjectIdentifier, parsePersonId } from './identifiers.ts';
import type { Person, RegisteredPerson } from './model.ts';

/** A person who becomes known: a random id, a random `sub`, and what the register holds, or told who proved the number. */
export function newPerson(
  registered: Pick<RegisteredPerson, 'number' | 'givenNames' | 'familyName'>,
  randomness: Randomness,
  at: Date,
): Person {
  const id = parsePersonId(randomness.uuid());
  if (!id) throw new Error('the source of randomness gave something that is not a UUID');
  return {
    id,
    subject: newSubjectIdentifier(randomness.bytes(20)),
    number: registered.number,
    givenNames: registered.givenNames,
    familyName: registered.familyName,
    since: at,
  };
}
