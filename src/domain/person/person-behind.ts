import type { Randomness } from '../../base/ports.ts';
import type { NationalNumber, Person, RegisteredPerson } from './model.ts';
import { newPerson } from './new-person.ts';
import type { PersonStore } from './ports.ts';

/** Where a person is looked for, and made. */
type Frame = {
  readonly persons: Pick<PersonStore, 'findByNumber' | 'add' | 'replaceNumber'>;
  readonly randomness: Randomness;
  readonly at: Date;
};

/**
 * The person behind what is registered, by whichever of their numbers they are known; they become known under the current one.
 * Whoever turns out to be known by an older number has the current one from then on. `asked` is the number by which the register was
 * asked, where that may be an older one.
 */
export async function personBehind(
  { persons, randomness, at }: Frame,
  registered: RegisteredPerson,
  asked: NationalNumber = registered.number,
): Promise<Person> {
  const known = await knownBehind(persons, registered, asked);
  if (known !== null) return withCurrentNumber(known);
  return persons.add(newPerson(registered, randomness, at));

  async function withCurrentNumber(known: Person): Promise<Person> {
    if (known.number?.digits.reveal() === registered.number.digits.reveal()) return known;
    const { kind } = await persons.replaceNumber(known.id, registered.number, at);
    return kind === 'replaced' ? { ...known, number: registered.number } : known;
  }
}

/** Whoever is known already behind what is registered, by any of their numbers; nothing is changed. */
export async function knownBehind(
  persons: Pick<PersonStore, 'findByNumber'>,
  registered: RegisteredPerson,
  asked: NationalNumber = registered.number,
): Promise<Person | null> {
  for (const number of [registered.number, asked, ...(registered.formerNumbers ?? [])]) {
    const known = await persons.findByNumber(number);
    if (known !== null) return known;
  }
  return null;
}
