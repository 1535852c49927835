import type { NationalNumber, PersonsRegister, RegisteredPerson, Sex } from '../domain/person/index.ts';
import type { StoreContext } from './context.ts';
import type { CopyRow } from './copy-in.ts';
import { hashNumber, keepNumber, readNumber } from './national-numbers.ts';
import type { Protection } from './sealing.ts';
import type { Statement } from './statement.ts';

/** What a row of the register is read from, besides the hash of its number. */
export const REGISTER_COLUMNS = `number_sealed, family_name, given_names, birth_year, birth_month, birth_day, birth_place, sex, nationality,
    street, postcode, municipality, country`;

export type RegisterRow = {
  number_hash: Buffer;
  number_sealed: Buffer;
  family_name: string;
  given_names: string;
  birth_year: number | null;
  birth_month: number | null;
  birth_day: number | null;
  birth_place: string | null;
  sex: Sex | null;
  nationality: string | null;
  street: string | null;
  postcode: string | null;
  municipality: string | null;
  country: string | null;
};

// Two index look-ups whatever the size of the register.
const find: Statement = {
  name: 'register.find_by_number',
  readsOnly: true,
  text: `select number_hash, ${REGISTER_COLUMNS} from register_persons
    where number_hash = coalesce((select current_hash from register_replaced_numbers where number_hash = $1), $1)`,
};
// A number that was replaced is somebody's for ever.
const add: Statement = {
  name: 'register.add_person',
  text: `insert into register_persons (number_hash, ${REGISTER_COLUMNS})
    select $1::bytea, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14
    where not exists (select from register_replaced_numbers where number_hash = $1)
    on conflict (number_hash) do nothing`,
};
const replace: Statement = {
  name: 'register.replace_number',
  text: `insert into register_replaced_numbers (number_hash, current_hash, replaced_at) values ($1, $2, $3)
    on conflict (number_hash) do update set current_hash = excluded.current_hash, replaced_at = excluded.replaced_at`,
};
const followReplaced: Statement = {
  name: 'register.follow_replaced',
  text: 'update register_replaced_numbers set current_hash = $2 where current_hash = $1',
};

/** The embedded register of persons, with what the port of a login leaves out. */
export type EmbeddedRegister = PersonsRegister & {
  /** Registers a person under a number; `already-there` when the number is or was somebody's: nothing is changed then. */
  addPerson(person: RegisteredPerson): Promise<{ readonly kind: 'added' | 'already-there' }>;
  /** From now on the old number leads to what is registered under the new one, which must be registered already. */
  replaceNumber(old: NationalNumber, current: NationalNumber, at: Date): Promise<void>;
};

/** The embedded register, in the transaction of this context. */
export function registerIn({ queries, protection }: StoreContext): EmbeddedRegister {
  return {
    async findByNumber(number) {
      const row = await queries.first<RegisterRow>(find, [hashNumber(protection, number)]);
      return row === null ? null : readRegistered(protection, row);
    },
    async addPerson(person) {
      const added = await queries.change(add, [...registerColumns(protection, person)]);
      return { kind: added === 1 ? 'added' : 'already-there' };
    },
    async replaceNumber(old, current, at) {
      const [from, to] = [hashNumber(protection, old), hashNumber(protection, current)];
      if (from.equals(to)) throw new Error('a number cannot replace itself');
      await queries.change(followReplaced, [from, to]);
      await queries.change(replace, [from, to, at]);
    },
  };
}

/** The hash of the number and the columns of `REGISTER_COLUMNS`, as a row holds them. */
export function registerColumns(protection: Protection, person: RegisteredPerson): CopyRow {
  const { hash, sealed } = keepNumber(protection, 'register_persons.number_sealed', person.number);
  const { familyName, givenNames, birthDate, birthPlace, sex, nationality, address } = person;
  const birth = [birthDate.year, birthDate.month, birthDate.day, birthPlace];
  const home = [address.street, address.postcode, address.municipality, address.country];
  return [hash, sealed, familyName, givenNames, ...birth, sex, nationality, ...home];
}

/** Reads a person from `number_hash` and `REGISTER_COLUMNS`. */
export function readRegistered(protection: Protection, row: RegisterRow): RegisteredPerson {
  return {
    number: readNumber(protection, 'register_persons.number_sealed', row),
    familyName: row.family_name,
    givenNames: row.given_names,
    birthDate: { year: row.birth_year, month: row.birth_month, day: row.birth_day },
    birthPlace: row.birth_place,
    sex: row.sex,
    nationality: row.nationality,
    address: {
      street: row.street,
      postcode: row.postcode,
      municipality: row.municipality,
      country: row.country,
    },
  };
}
