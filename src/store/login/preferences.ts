import { dayOf } from '../../base/calendar.ts';
import type { LastUsedStore, SharingStore } from '../../login/index.ts';
import type { StoreContext } from '../ground/context.ts';
import type { Statement } from '../ground/statement.ts';

const wasConfirmed: Statement = {
  name: 'sharing.was_confirmed',
  readsOnly: true,
  text: 'select 1 from sharing_confirmations where person = $1 and application = $2 and claims = $3',
};
const confirm: Statement = {
  name: 'sharing.confirm',
  text: `insert into sharing_confirmations (person, application, claims, confirmed_at) values ($1, $2, $3, $4)
    on conflict do nothing`,
};
const capacityOf: Statement = {
  name: 'last_used.capacity',
  readsOnly: true,
  text: 'select capacity from last_used_capacities where person = $1 and application = $2',
};
// Writes nothing when it is the same again: most logins.
const rememberCapacity: Statement = {
  name: 'last_used.remember_capacity',
  text: `insert into last_used_capacities (person, application, capacity) values ($1, $2, $3)
    on conflict (person, application) do update set capacity = excluded.capacity
    where last_used_capacities.capacity <> excluded.capacity`,
};
// Once a day, however often somebody comes.
const noteUse: Statement = {
  name: 'last_used.note_use',
  text: `insert into capacity_uses (person, application, capacity, used_on) values ($1, $2, $3, $4)
    on conflict (person, application, capacity) do update set used_on = excluded.used_on
    where capacity_uses.used_on < excluded.used_on`,
};

/** What a person agreed to share, so that it is asked once. */
export function sharingIn({ queries }: StoreContext): SharingStore {
  return {
    async wasConfirmed(person, application, claims) {
      return (await queries.first(wasConfirmed, [person, application, claims])) !== null;
    },
    async confirm(person, application, claims, at) {
      await queries.changeUnheard(confirm, [person, application, claims, at]);
    },
  };
}

/** The capacity used last, for the badge on a choice, and the day of each. */
export function lastUsedIn({ queries, clock }: StoreContext): LastUsedStore {
  return {
    async capacityOf(person, application) {
      return (await queries.first<{ capacity: string }>(capacityOf, [person, application]))?.capacity ?? null;
    },
    async rememberCapacity(person, application, capacity) {
      await queries.changeUnheard(rememberCapacity, [person, application, capacity]);
      await queries.changeUnheard(noteUse, [person, application, capacity, dayOf(clock())]);
    },
  };
}
