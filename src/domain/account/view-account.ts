import type { AccountOwner } from './model.ts';
import { act } from './world.ts';

/** Who somebody is here, as the first page of their account tells it. */
export type AccountView = { readonly name: string };

/** Who somebody is here; `null` when nobody is found any more. */
export const viewAccount = act(
  ['persons'],
  async ({ stores }, { owner }: { readonly owner: AccountOwner }): Promise<AccountView | null> => {
    const person = await stores.persons.find(owner.person);
    return person && { name: `${person.givenNames} ${person.familyName}`.trim() };
  },
);
