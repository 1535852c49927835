import type { Queries, Statement } from '../../ground/statement.ts';

// Many may make persons side by side; whoever replaces a number waits for them, and they for whoever does.
const shared: Statement = {
  name: 'numbers.lock_shared',
  text: "select pg_advisory_xact_lock_shared(hashtext('sluis numbers of persons'), 0)",
};
const alone: Statement = {
  name: 'numbers.lock_alone',
  text: "select pg_advisory_xact_lock(hashtext('sluis numbers of persons'), 0)",
};

/** Until this transaction ends no number is replaced: who is behind a number can then be settled, and a person made for it. */
export async function holdNumbers(queries: Queries): Promise<void> {
  await queries.all(shared, []);
}

/** Until this transaction ends nobody else makes a person for a number, or replaces one. */
export async function holdNumbersAlone(queries: Queries): Promise<void> {
  await queries.all(alone, []);
}
