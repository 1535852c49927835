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

/** The capacity used last, for the badge on a choice. */
export function lastUsedIn({ queries }: StoreContext): LastUsedStore {
  return {
    async capacityOf(person, application) {
      return (await queries.first<{ capacity: string }>(capacityOf, [person, application]))?.capacity ?? null;
    },
    async rememberCapacity(person, application, capacity) {
      await queries.changeUnheard(rememberCapacity, [person, application, capacity]);
    },
  };
}
