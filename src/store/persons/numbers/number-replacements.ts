import type { NationalNumber, PersonId, Replacement } from '../../../domain/person/index.ts';
import type { StoreContext } from '../../ground/context.ts';
import type { Statement } from '../../ground/statement.ts';
import { hashNumber, keepNumber, readNumber } from '../national-numbers.ts';
import { personsIn } from '../persons.ts';
import { REGISTER_COLUMNS } from '../register/register-columns.ts';
import { holdNumbersAlone } from './number-locks.ts';

const chainOf: Statement = {
  name: 'number_replacements.chain',
  text: `select current_number($1) as old_now, current_number($2) as current_now,
      (select number_sealed from register_persons where number_hash = current_number($2)) as current_sealed,
      exists (select from register_persons where number_hash = $1) as is_old_registered`,
};
// Whoever was registered under the old number is registered under the new one from now on, with the same data.
const goOn: Statement = {
  name: 'number_replacements.go_on',
  text: `insert into register_persons (number_hash, ${REGISTER_COLUMNS})
    select $2::bytea, $3::bytea, ${REGISTER_COLUMNS.replace(/^number_sealed, /, '')} from register_persons where number_hash = $1`,
};
const follow: Statement = {
  name: 'number_replacements.follow',
  text: 'update register_replaced_numbers set current_hash = $2 where current_hash = $1',
};
const replace: Statement = {
  name: 'number_replacements.replace',
  text: 'insert into register_replaced_numbers (number_hash, current_hash, replaced_at) values ($1, $2, $3)',
};
const holdersOf: Statement = {
  name: 'number_replacements.holders',
  text: `select p.id from persons p
    where p.id in (select n.person from person_numbers n where n.number_hash = $1 or n.number_hash in (
      select r.number_hash from register_replaced_numbers r where r.current_hash = $1))
    order by p.since, p.id`,
};

type Chain = {
  old_now: Buffer;
  current_now: Buffer;
  current_sealed: Buffer | null;
  is_old_registered: boolean;
};

/**
 * From now on the old number leads to what is registered under the new one. Where nothing is, what was registered under the old one goes
 * on under it. Who is known by a number of the chain has the current one at once; two who are known stay two, and are told to the caller.
 */
export function replaceNumberIn(context: StoreContext) {
  const { queries, protection } = context;
  const persons = personsIn(context);
  return async (old: NationalNumber, current: NationalNumber, at: Date): Promise<Replacement> => {
    await holdNumbersAlone(queries);
    const from = hashNumber(protection, old);
    const to = keepNumber(protection, 'register_persons.number_sealed', current);
    if (from.equals(to.hash)) return { kind: 'same-number' };
    const chain = await queries.first<Chain>(chainOf, [from, to.hash]);
    if (chain === null) throw new Error('a query without a table must give a row');
    const end = chain.current_now;
    if (end.equals(from)) return { kind: 'cycle' };
    const isUnchanged = chain.old_now.equals(end);
    if (!isUnchanged && !chain.old_now.equals(from)) return { kind: 'replaced-by-another' };
    if (!isUnchanged) {
      if (chain.current_sealed === null) {
        if (!chain.is_old_registered) return { kind: 'not-registered' };
        await queries.change(goOn, [from, to.hash, to.sealed]);
      }
      await queries.change(follow, [from, end]);
      await queries.change(replace, [from, end, at]);
    }
    const known = (await queries.all<{ id: string }>(holdersOf, [end])).map(({ id }) => id as PersonId);
    const sealed = chain.current_sealed;
    const place = 'register_persons.number_sealed';
    const number = sealed
      ? readNumber(protection, place, { number_hash: end, number_sealed: sealed })
      : current;
    const [only] = known;
    if (only !== undefined && known.length === 1) await persons.replaceNumber(only, number, at);
    return { kind: isUnchanged ? 'unchanged' : 'replaced', persons: known, number };
  };
}
