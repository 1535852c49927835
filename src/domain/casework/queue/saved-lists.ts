import { isUuid } from '../../../base/uuid.ts';
import type { ActingPerson } from '../../acting/index.ts';
import type { SavedList } from '../case/model.ts';
import { act } from '../case/world.ts';
import type { DeskError } from '../desk/check-text.ts';

const LONGEST_NAME = 60;
const LONGEST_QUERY = 500;

/** The lists that somebody keeps under a name of their own. */
export const readSavedLists = act(
  ['savedLists'],
  ({ stores }, { by }: { readonly by: ActingPerson }): Promise<readonly SavedList[]> =>
    stores.savedLists.of(by.person),
);

export type SaveList = { readonly by: ActingPerson; readonly name: string; readonly query: string };

export const saveList = act(
  ['savedLists'],
  async (
    { stores, world },
    { by, name, query }: SaveList,
  ): Promise<
    { readonly kind: 'added' } | { readonly kind: 'wrong'; readonly errors: readonly DeskError[] }
  > => {
    const clean = name.trim();
    if (clean === '') return { kind: 'wrong', errors: [{ field: 'name', code: 'empty' }] };
    if (clean.length > LONGEST_NAME || query.length > LONGEST_QUERY)
      return { kind: 'wrong', errors: [{ field: 'name', code: 'too-long' }] };
    await stores.savedLists.add(by.person, { id: world.randomness.uuid(), name: clean, query });
    return { kind: 'added' };
  },
);

export const removeSavedList = act(
  ['savedLists'],
  async ({ stores }, { by, id }: { readonly by: ActingPerson; readonly id: string }): Promise<void> => {
    if (isUuid(id)) await stores.savedLists.remove(by.person, id);
  },
);
