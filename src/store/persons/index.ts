import { endingsIn } from './endings.ts';
import { personJoinsIn } from './joins/person-joins.ts';
import { linksIn } from './links.ts';
import { numberAuthorityIn } from './numbers/number-authority.ts';
import { personsIn } from './persons.ts';
import { candidatesIn } from './register/candidates.ts';
import { registerIn } from './register/register.ts';

export { personsIn } from './persons.ts';
export type { RegisterNews } from './register/register-events.ts';
export {
  beginRegisterImport,
  type RegisterImport,
  type RegisterImportCounts,
} from './register/register-import.ts';

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
