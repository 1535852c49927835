import type { NationalNumber, Person, PersonId, RegisteredPerson, SubjectIdentifier } from './model.ts';

/** Persons that Sluis knows. A number, old or live, leads to at most one person. */
export type PersonStore = {
  find(id: PersonId): Promise<Person | null>;
  findBySubject(subject: SubjectIdentifier): Promise<Person | null>;
  findByNumber(number: NationalNumber): Promise<Person | null>;
  /** Adds a person; when the number already leads to one (a race), answers with that one. */
  add(person: Person): Promise<Person>;
  /** The `vo_id` of a person in a target group: made at the first asking, the same ever after. */
  voIdOf(person: PersonId, targetGroup: string): Promise<string>;
};

/** The Belgian register of persons, as a port: the embedded one is a table, a country plugs in its own. */
export type PersonsRegister = {
  /** What is registered under this number, current or replaced; `null` when nothing is. */
  findByNumber(number: NationalNumber): Promise<RegisteredPerson | null>;
};
