import type { StoreContext } from '../../ground/context.ts';
import { copyIn } from '../../ground/copy-in.ts';
import type { ImportSession } from '../../ground/import-session.ts';
import type { Statement } from '../../ground/statement.ts';
import { type KeptNumber, keepNumber, readNumber } from '../national-numbers.ts';
import { holdNumbers } from '../numbers/number-locks.ts';

/** Holds every number that a file names, with the person behind it once `findPeople` ran. */
export const PEOPLE_STAGING = `create temp table import_people (
    number_hash bytea primary key, number_sealed bytea not null, is_needed boolean not null,
    current_hash bytea, person uuid, is_new boolean not null default false
  ) on commit drop`;

// A person who is known by this very number, the one that counts now, is found without the walk along its chain.
const find: Statement = {
  name: 'import_people.find',
  text: `update import_people i set current_hash = current_number(i.number_hash), person = case
    when current_number(i.number_hash) = i.number_hash and exists (select from person_numbers n where n.number_hash = i.number_hash)
      then (select person from person_numbers n where n.number_hash = i.number_hash)
    else person_behind(i.number_hash) end`,
};
/** Numbers that were replaced, by one that the file does not name. */
const lacking: Statement = {
  name: 'import_people.lacking',
  text: `select r.number_hash, r.number_sealed from register_persons r
    where r.number_hash > $1
      and r.number_hash in (select current_hash from import_people where person is null and is_needed)
      and not exists (select from import_people named where named.number_hash = r.number_hash)
    order by r.number_hash limit 1000`,
};
// Whoever is named by an old number and by the current one is one person, and known by the current one.
const choose: Statement = {
  name: 'import_people.choose',
  text: `with made as (
      select current_hash, gen_random_uuid() as person from import_people
      where person is null and is_needed group by current_hash
    )
    update import_people i set person = made.person, is_new = i.number_hash = i.current_hash
    from made where i.current_hash = made.current_hash and i.person is null`,
};
/** With the names of the register. A subject is 160 random bits. */
const addPersons: Statement = {
  name: 'import_people.add_persons',
  text: `insert into persons (id, subject, given_names, family_name, since)
    select i.person, left(encode(sha256((gen_random_uuid()::text || gen_random_uuid()::text)::bytea), 'hex'), 40),
      coalesce(r.given_names, ''), coalesce(r.family_name, ''), $1::timestamptz
    from import_people i left join register_persons r on r.number_hash = i.number_hash where i.is_new`,
};
// Fails, and with it the import, when somebody else added one of these numbers meanwhile.
const addNumbers: Statement = {
  name: 'import_people.add_numbers',
  text: `insert into person_numbers (number_hash, person, number_sealed, valid_from)
    select number_hash, person, number_sealed, $1::timestamptz from import_people where is_new`,
};

/**
 * Finds the person behind every number of `numbers` (a query of number_hash, number_sealed and whether somebody unknown is to be made),
 * and makes those who are unknown, with the names of the register. Answers with how many were made.
 */
export async function findPeople(
  { client, queries }: ImportSession,
  { protection }: StoreContext,
  numbers: Statement,
  at: Date,
): Promise<number> {
  await holdNumbers(queries);
  await queries.change(numbers, numbers.text.includes('$1') ? [at] : []);
  await queries.change(find, []);
  let after: Buffer | undefined = Buffer.alloc(0);
  while (after !== undefined) {
    const rows: readonly KeptNumber[] = await queries.all(lacking, [after]);
    const staged = rows.map((row) => {
      const number = readNumber(protection, 'register_persons.number_sealed', row);
      const { hash, sealed } = keepNumber(protection, 'person_numbers.number_sealed', number);
      return [hash, sealed, 'true', hash] as const;
    });
    if (staged.length > 0)
      await copyIn(client, 'import_people (number_hash, number_sealed, is_needed, current_hash)', staged);
    after = rows.at(-1)?.number_hash;
  }
  await queries.change(choose, []);
  const made = await queries.change(addPersons, [at]);
  await queries.change(addNumbers, [at]);
  return made;
}
