import type {
  NationalNumber,
  PersonsRegister,
  RegisteredPerson,
  Replacement,
  Sex,
} from '../../../domain/person/index.ts';
import type { StoreContext } from '../../ground/context.ts';
import type { CopyRow } from '../../ground/copy-in.ts';
import type { Protection } from '../../ground/sealing.ts';
import type { Statement } from '../../ground/statement.ts';
import { currentHash, hashNumber, keepNumber, readNumber } from '../national-numbers.ts';
import { replaceNumberIn } from '../numbers/number-replacements.ts';
import { REGISTER_COLUMNS } from './register-columns.ts';

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

/**
 * What is registered under the number of a hash: a statement of its own, or a part of one that asks for more. Two index look-ups whatever
 * the size of the register.
 */
function selectRegistered(hash: string): string {
  return `select number_hash, ${REGISTER_COLUMNS} from register_persons
    where number_hash = ${currentHash(hash)}
      and ended_on is null`;
}

const find: Statement = { name: 'register.find_by_number', readsOnly: true, text: selectRegistered('$1') };
const hasEnded: Statement = {
  name: 'register.has_ended',
  readsOnly: true,
  text: `select from register_persons where number_hash = ${currentHash('$1')} and ended_on is not null`,
};
// A number that was replaced is somebody's for ever.
const add: Statement = {
  name: 'register.add_person',
  text: `insert into register_persons (number_hash, ${REGISTER_COLUMNS})
    select $1::bytea, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14
    where not exists (select from register_replaced_numbers where number_hash = $1)
    on conflict (number_hash) do nothing`,
};
/** The embedded register of persons, with what the port of a login leaves out. */
export type EmbeddedRegister = PersonsRegister & {
  /** Registers a person under a number; `already-there` when the number is or was somebody's: nothing is changed then. */
  addPerson(person: RegisteredPerson): Promise<{ readonly kind: 'added' | 'already-there' }>;
  /**
   * The register gave somebody another number: from now on every number that they had leads to it, and to the person who is known by
   * any of them.
   */
  replaceNumber(old: NationalNumber, current: NationalNumber, at: Date): Promise<Replacement>;
};

/** The embedded register, in the transaction of this context. */
export function registerIn(context: StoreContext): EmbeddedRegister {
  const { queries, protection } = context;
  return {
    async findByNumber(number) {
      const row = await queries.first<RegisterRow>(find, [hashNumber(protection, number)]);
      return row === null ? null : readRegistered(protection, row);
    },
    hasEnded: async (number) => (await queries.first(hasEnded, [hashNumber(protection, number)])) !== null,
    async addPerson(person) {
      const added = await queries.change(add, [...registerColumns(protection, person)]);
      return { kind: added === 1 ? 'added' : 'already-there' };
    },
    replaceNumber: replaceNumberIn(context),
  };
}

const COLUMNS = ['number_hash', ...REGISTER_COLUMNS.split(/,\s*/)] as readonly (keyof RegisterRow)[];

/** What `withRegistered` adds to a row; where nothing is registered, every column is null. */
export type RegisteredAheadRow = {
  readonly [Column in keyof RegisterRow as `registered_${Column}`]: RegisterRow[Column] | null;
};

/** A statement that brings what is registered under the number of a hash: its columns, whose names a person has as well, and what it joins. */
export function withRegistered(hash: string) {
  return {
    columns: COLUMNS.map((each) => `registered.${each} as registered_${each}`).join(', '),
    joins: `left join lateral (${selectRegistered(hash)} limit 1) registered on true`,
  };
}

/** Reads what `withRegistered` added. */
export function readRegisteredAhead(
  protection: Protection,
  row: RegisteredAheadRow,
): RegisteredPerson | null {
  if (row.registered_number_hash === null) return null;
  const own = Object.fromEntries(COLUMNS.map((each) => [each, row[`registered_${each}`]]));
  return readRegistered(protection, own as RegisterRow);
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
