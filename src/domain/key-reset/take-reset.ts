import { type ActingPerson, isOneself, mayActIn } from '../acting/index.ts';
import type { PersonId } from '../person/index.ts';
import type { KeyReset, KeyResetId } from './model.ts';
import type { KeyResetRefusal } from './reset-answer.ts';
import type { KeyResetContext } from './world.ts';

/** A reset that this member of staff may decide on, held until the unit of work ends: not one about themselves. */
export async function takeReset(
  { stores }: KeyResetContext<['keyResets']>,
  { by, id }: { readonly by: ActingPerson; readonly id: KeyResetId },
): Promise<{ readonly kind: 'taken'; readonly reset: KeyReset } | KeyResetRefusal> {
  if (!mayActIn('cases', by)) return { kind: 'not-allowed' };
  const reset = await stores.keyResets.hold(id);
  if (reset === null) return { kind: 'unknown-reset' };
  return isOneself(by, reset.person) ? { kind: 'own-case' } : { kind: 'taken', reset };
}

/**
 * Whether a person is there as they were when the reset was proposed: not ended in the register, and not joined with another one, whose
 * keys nobody agreed to end.
 */
export async function isStillThere(
  { stores }: KeyResetContext<['persons', 'register']>,
  person: PersonId,
): Promise<boolean> {
  const known = await stores.persons.find(person);
  if (known?.id !== person) return false;
  return known.number === null || !(await stores.register.hasEnded(known.number));
}
