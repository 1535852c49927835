import type {
  NationalNumber,
  NumberInHistory,
  Person,
  PersonId,
  PersonStore,
  SubjectIdentifier,
} from '../../domain/person/index.ts';
import type { StoreContext } from '../ground/context.ts';
import type { Protection } from '../ground/sealing.ts';
import type { Statement } from '../ground/statement.ts';
import { currentHash, hashNumber, type KeptNumber, keepNumber, readNumber } from './national-numbers.ts';
import { holdNumbers } from './numbers/number-locks.ts';

const PLACE = 'person_numbers.number_sealed';

/** The columns of a person with the live number; `p` and `n` are the aliases of `FROM_PERSONS`. */
export const PERSON_COLUMNS =
  'p.id as person_id, p.subject, p.given_names, p.family_name, p.since, n.number_hash, n.number_sealed';
export const FROM_PERSONS =
  'persons p left join person_numbers n on n.person = p.id and n.valid_until is null';

/** The person of this id, or whom they were joined into: a statement of its own, or a part of one that asks for more. */
export function selectPerson(id: string): string {
  return selectWhoeverIs(`asked.id = ${id}`);
}

/** Only of somebody who was joined a second row is looked up. */
function selectWhoeverIs(condition: string): string {
  return `select ${PERSON_COLUMNS} from persons asked
    cross join lateral (select asked.* where asked.joined_into is null
      union all select * from persons where id = asked.joined_into) p
    left join person_numbers n on n.person = p.id and n.valid_until is null
    where ${condition}`;
}

/**
 * The id of whoever is behind the number of a hash: `person_behind` of the database, written out. Of a function the database plans the text anew with
 * every statement, and what it reads does not stand in one that says that it only reads.
 */
export function selectPersonBehind(hash: string): string {
  const current = currentHash(hash);
  return `select n.person from (
        select ${current} as number_hash, 0 as place
        union all select ${hash}, 1
        union all select number_hash, 2 from register_replaced_numbers where current_hash = ${current}
      ) chain
      join person_numbers n on n.number_hash = chain.number_hash
    order by chain.place, n.valid_from, n.number_hash limit 1`;
}

export type PersonRow = {
  person_id: string;
  subject: string;
  given_names: string;
  family_name: string;
  since: Date;
  number_hash: Buffer | null;
  number_sealed: Buffer | null;
};

const find: Statement = {
  name: 'persons.find',
  readsOnly: true,
  text: selectPerson('$1'),
};
const findBySubject: Statement = {
  name: 'persons.find_by_subject',
  readsOnly: true,
  text: selectWhoeverIs('asked.subject = $1'),
};
const findByNumber: Statement = {
  name: 'persons.find_by_number',
  readsOnly: true,
  text: `select ${PERSON_COLUMNS} from ${FROM_PERSONS} where p.id = (${selectPersonBehind('$1')})`,
};
const holderOf: Statement = {
  name: 'persons.holder_of_number',
  readsOnly: true,
  text: 'select person from person_numbers where number_hash = $1',
};
const add: Statement = {
  name: 'persons.add',
  text: `insert into persons (id, subject, given_names, family_name, since) values ($1, $2, $3, $4, $5)`,
};
// The number decides who was first; the person is added only with it. A number that was replaced makes nobody.
const addWithNumber: Statement = {
  name: 'persons.add_with_number',
  text: `with kept as (
      insert into person_numbers (number_hash, person, number_sealed, valid_from)
      select $6::bytea, $1::uuid, $7::bytea, $5::timestamptz
      where current_number($6) = $6 and person_behind($6) is null
      on conflict (number_hash) do nothing returning person
    )
    insert into persons (id, subject, given_names, family_name, since)
    select $1, $2, $3, $4, $5 where exists (select from kept)`,
};
const currentOf: Statement = {
  name: 'persons.current_number',
  text: 'select number_hash, number_sealed from register_persons where number_hash = current_number($1) and number_hash <> $1',
};
const findVoId: Statement = {
  name: 'persons.vo_id',
  readsOnly: true,
  text: 'select vo_id from vo_ids where person = $1 and target_group = $2',
};
const addVoId: Statement = {
  name: 'persons.add_vo_id',
  text: `insert into vo_ids (person, target_group, vo_id) values ($1, $2, gen_random_uuid()::text)
    on conflict (person, target_group) do nothing`,
};
const history: Statement = {
  name: 'persons.numbers',
  readsOnly: true,
  text: 'select number_hash, number_sealed, valid_from, valid_until from person_numbers where person = $1 order by valid_from',
};
const endNumber: Statement = {
  name: 'persons.end_number',
  text: 'update person_numbers set valid_until = greatest($2, valid_from) where person = $1 and valid_until is null',
};
const addNumber: Statement = {
  name: 'persons.add_number',
  text: `insert into person_numbers (number_hash, person, number_sealed, valid_from) values ($1, $2, $3, $4)
    on conflict (number_hash) do nothing`,
};
const lockPerson: Statement = {
  name: 'persons.lock',
  text: 'select id from persons where id = $1 for update',
};

/** What the store can do with persons besides what a login needs. */
export type StoredPersons = PersonStore & {
  /** The `vo_id` of a person in a target group: made at the first asking, the same ever after. Claims tell it once it is there. */
  voIdOf(person: PersonId, targetGroup: string): Promise<string>;
  /** All numbers a person had, oldest first. */
  numbersOf(person: PersonId): Promise<readonly NumberInHistory[]>;
};

/** Persons and their numbers, in the transaction of this context. */
export function personsIn({ queries, protection }: StoreContext): StoredPersons {
  const read = (row: PersonRow | null) => (row === null ? null : readPerson(protection, row));
  const byNumber = async (number: NationalNumber) =>
    read(await queries.first<PersonRow>(findByNumber, [hashNumber(protection, number)]));
  // The register may have replaced a number since the caller looked.
  const currentNumber = async (number: NationalNumber) => {
    const hash = hashNumber(protection, number);
    const row = await queries.first<KeptNumber>(currentOf, [hash]);
    return row === null ? number : readNumber(protection, 'register_persons.number_sealed', row);
  };
  return {
    find: async (id) => read(await queries.first<PersonRow>(find, [id])),
    findBySubject: async (subject) => read(await queries.first<PersonRow>(findBySubject, [subject])),
    findByNumber: byNumber,
    async add(person) {
      const columns = [person.id, person.subject, person.givenNames, person.familyName, person.since];
      if (person.number === null) {
        await queries.change(add, columns);
        return person;
      }
      await holdNumbers(queries);
      const number = await currentNumber(person.number);
      const { hash, sealed } = keepNumber(protection, PLACE, number);
      if ((await queries.change(addWithNumber, [...columns, hash, sealed])) === 1)
        return { ...person, number };
      const first = await byNumber(number);
      if (first === null) throw new Error('a number is kept without its person');
      return first;
    },
    async voIdOf(person, targetGroup) {
      const known = await queries.first<{ vo_id: string }>(findVoId, [person, targetGroup]);
      if (known) return known.vo_id;
      await queries.change(addVoId, [person, targetGroup]);
      const made = await queries.first<{ vo_id: string }>(findVoId, [person, targetGroup]);
      if (!made) throw new Error('a vo_id that was just made is gone');
      return made.vo_id;
    },
    async numbersOf(person) {
      const rows = await queries.all<KeptNumber & { valid_from: Date; valid_until: Date | null }>(history, [
        person,
      ]);
      return rows.map((row) => ({
        number: readNumber(protection, PLACE, row),
        validity: { from: row.valid_from, until: row.valid_until },
      }));
    },
    async replaceNumber(person, number, at) {
      if ((await queries.first(lockPerson, [person])) === null) return { kind: 'unknown-person' };
      const behind = await byNumber(number);
      const { hash, sealed } = keepNumber(protection, PLACE, number);
      if (behind !== null && behind.id !== person) return { kind: 'taken' };
      if (behind?.number?.digits.reveal() === number.digits.reveal()) return { kind: 'unchanged' };
      if ((await queries.first(holderOf, [hash])) !== null) return { kind: 'taken' };
      await queries.change(endNumber, [person, at]);
      if ((await queries.change(addNumber, [hash, person, sealed, at])) === 1) return { kind: 'replaced' };
      throw new Error('the number was given to somebody else at the same moment');
    },
  };
}

/** Reads a person from `PERSON_COLUMNS`. */
export function readPerson(protection: Protection, row: PersonRow): Person {
  const { number_hash, number_sealed } = row;
  return {
    id: row.person_id as PersonId,
    subject: row.subject as SubjectIdentifier,
    number:
      number_hash === null || number_sealed === null
        ? null
        : readNumber(protection, PLACE, { number_hash, number_sealed }),
    givenNames: row.given_names,
    familyName: row.family_name,
    since: row.since,
  };
}
