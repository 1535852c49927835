import { type ActingPerson, checkReason, isOneself, mayActIn } from '../acting/index.ts';
import type { JoinRefusal } from './join-answer.ts';
import type { PersonJoin } from './model.ts';
import type { JoiningContext } from './world.ts';

export type TakenJoin = { readonly kind: 'taken'; readonly join: PersonJoin };

/** A join that this case lead may look at and decide on: not one about themselves. `said`: what must be told with it. */
export async function takeJoin(
  { stores }: JoiningContext<['joins']>,
  { by, id }: { readonly by: ActingPerson; readonly id: string },
  said?: { readonly field: string; readonly text: string },
): Promise<TakenJoin | JoinRefusal> {
  if (!mayActIn('case-lead', by)) return { kind: 'not-allowed' };
  const join = await stores.joins.find(id);
  if (join === null) return { kind: 'unknown-join' };
  if (isAboutOneself(join, by)) return { kind: 'own-case' };
  const errors = said ? checkReason(said.field, said.text) : [];
  return errors.length > 0 ? { kind: 'wrong', errors } : { kind: 'taken', join };
}

export function isAboutOneself(
  { kept, other }: Pick<PersonJoin, 'kept' | 'other'>,
  by: ActingPerson,
): boolean {
  return isOneself(by, kept) || isOneself(by, other);
}
