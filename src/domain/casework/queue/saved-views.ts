import { isUuid } from '../../../base/uuid.ts';
import type { ActingPerson } from '../../acting/index.ts';
import type { SavedView } from '../case/model.ts';
import { act } from '../case/world.ts';
import type { DeskError } from '../desk/check-text.ts';

const LONGEST_NAME = 60;
const LONGEST_QUERY = 500;

/** The lists that somebody keeps under a name of their own. */
export const listSavedViews = act(
  ['caseViews'],
  ({ stores }, { by }: { readonly by: ActingPerson }): Promise<readonly SavedView[]> =>
    stores.caseViews.of(by.person),
);

export type SaveView = { readonly by: ActingPerson; readonly name: string; readonly query: string };

export const saveView = act(
  ['caseViews'],
  async (
    { stores, world },
    { by, name, query }: SaveView,
  ): Promise<
    { readonly kind: 'added' } | { readonly kind: 'wrong'; readonly errors: readonly DeskError[] }
  > => {
    const clean = name.trim();
    if (clean === '') return { kind: 'wrong', errors: [{ field: 'name', code: 'empty' }] };
    if (clean.length > LONGEST_NAME || query.length > LONGEST_QUERY)
      return { kind: 'wrong', errors: [{ field: 'name', code: 'too-long' }] };
    await stores.caseViews.add(by.person, { id: world.randomness.uuid(), name: clean, query });
    return { kind: 'added' };
  },
);

export const removeSavedView = act(
  ['caseViews'],
  async ({ stores }, { by, id }: { readonly by: ActingPerson; readonly id: string }): Promise<void> => {
    if (isUuid(id)) await stores.caseViews.remove(by.person, id);
  },
);
