import type { DeskError } from '../../domain/casework/index.ts';

/** The forms on the page of a list that can have mistakes: keeping the list under a name, and selecting cases. */
export const LIST_FORM = '/cases/list';
export type ListTold = { readonly errors: readonly DeskError[] };
