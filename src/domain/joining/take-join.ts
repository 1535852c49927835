import { type ActingPerson, isOneself, mayActIn } from '../acting/index.ts';
import type { JoinError, JoinRefusal } from './join-answer.ts';
import type { PersonJoin } from './model.ts';
import type { JoiningContext } from './world.ts';

const LEAST_REASON = 10;
const MOST_REASON = 500;

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

/** A reason of ten to five hundred characters; the error names the field. */
export function checkReason(field: string, text: string): readonly JoinError[] {
  const length = [...text.trim()].length;
  if (length === 0) return [{ field, code: 'empty' }];
  if (length < LEAST_REASON) return [{ field, code: 'too-short' }];
  return length > MOST_REASON ? [{ field, code: 'too-long' }] : [];
}
