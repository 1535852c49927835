import { endingsIn } from './endings.ts';
import { personJoinsIn } from './joins/person-joins.ts';
import { linksIn } from './links.ts';
import { numberAuthorityIn } from './numbers/number-authority.ts';
import { personsIn } from './persons.ts';
import { candidatesIn } from './register/candidates.ts';
import { registerIn } from './register/register.ts';

export { restingOn, stillRests } from './endings.ts';
export { hashIdentifier, type LinkRow, readLink, selectLiveLink } from './links.ts';
export { hashNumber, type KeptNumber, keepNumber, readNumber } from './national-numbers.ts';
export { personUpkeep } from './person-upkeep.ts';
export {
  PERSON_COLUMNS,
  type PersonRow,
  personsIn,
  readPerson,
  selectPerson,
  selectPersonBehind,
} from './persons.ts';
export { findPeople, PEOPLE_STAGING } from './register/import-people.ts';
export { type RegisteredAheadRow, readRegisteredAhead, withRegistered } from './register/register.ts';
export {
  beginRegisterImport,
  type RegisterImport,
  type RegisterImportCounts,
} from './register/register-import.ts';
export { searchNameOf, searchPatterns } from './register/search-names.ts';

/** Persons, their numbers and links, and the register of persons, by the name under which a use case asks for them. */
export const personStores = {
  persons: personsIn,
  numbers: numberAuthorityIn,
  links: linksIn,
  joins: personJoinsIn,
  endings: endingsIn,
  register: registerIn,
  /** Whoever an applicant might be, for the eyes of agents. */
  candidates: candidatesIn,
};
