import type { NationalNumber, Person, PersonId, RegisteredPerson, SubjectIdentifier } from './model.ts';

export type ReplacedNumber = { readonly kind: 'replaced' | 'unchanged' | 'taken' | 'unknown-person' };

/** What became of the wish to replace a number by another one. */
export type Replacement =
  | {
      /** `unchanged`: the register knew it already. */
      readonly kind: 'replaced' | 'unchanged';
      /** Everybody who is known by a number of this chain, the longest known first: more than one turned out to be one human. */
      readonly persons: readonly PersonId[];
      /** The number that counts now: the end of the chain. */
      readonly number: NationalNumber;
    }
  | { readonly kind: 'same-number' }
  /** The new number was replaced itself, in the end by the old one. */
  | { readonly kind: 'cycle' }
  /** The old number was replaced already, by a number that leads elsewhere. */
  | { readonly kind: 'replaced-by-another' }
  /** Neither number is registered. */
  | { readonly kind: 'not-registered' };

/** Persons that Sluis knows. A number, old or live, leads to at most one person. */
export type PersonStore = {
  /** Whoever was joined into another person is found as that one. */
  find(id: PersonId): Promise<Person | null>;
  findBySubject(subject: SubjectIdentifier): Promise<Person | null>;
  /**
   * The one way from a number to a person: any number of somebody, current or replaced by the register however often, leads to the
   * same person.
   */
  findByNumber(number: NationalNumber): Promise<Person | null>;
  /**
   * Adds a person under the number that the register holds now; when that already leads to one (a race), answers with that one.
   * Callers go through `personBehind`.
   */
  add(person: Person): Promise<Person>;
  /**
   * Gives a person a new live number; the old one ends and keeps leading to them. `taken` when the number is or was
   * somebody's (their own old one included): nothing is changed then.
   */
  replaceNumber(person: PersonId, number: NationalNumber, at: Date): Promise<ReplacedNumber>;
};

/** The Belgian register of persons, as a port: the embedded one is a table, a country plugs in its own. */
export type PersonsRegister = {
  /**
   * What is registered under this number, current or replaced; `null` when nothing is, or who is registered died or was struck off.
   */
  findByNumber(number: NationalNumber): Promise<RegisteredPerson | null>;
  /** Whether whoever has this number died or was struck off. */
  hasEnded(number: NationalNumber): Promise<boolean>;
};

/**
 * What a session, a login or a token rests on: internal ids (of the person, of the link that led to them, of a case), and since when. It is
 * kept with the row, and looked at by every statement that finds the row.
 */
export type Foundation = { readonly on: readonly string[]; readonly since: Date };

/** The one way to end everything that rests on something, in every process, from the next request on. */
export type EndingStore = {
  /**
   * Ends what rests on any of these: single sign-on, logins under way, codes, tokens, sessions of staff and of applicants. With `before`
   * only what began before that moment: for a person who lives on under another name or number, or may log in anew. A link that ends
   * (`EidasLinkStore.end`) does this by itself.
   */
  end(ids: readonly string[], at: Date, before?: Date): Promise<void>;
};
