import type { ActingPerson } from '../../acting/index.ts';
import type { PersonId } from '../../person/index.ts';
import { atDesk } from '../case/doer.ts';
import { type KeepingContext, keepCase } from '../case/keep-case.ts';
import type { Case } from '../case/model.ts';

/** Saves a case that somebody was given, and tells by whom. */
export async function keepAssigned(
  context: KeepingContext,
  one: Case,
  { by, to }: { readonly by: ActingPerson; readonly to: PersonId },
): Promise<void> {
  await keepCase(context, one, { kind: 'assigned', by: atDesk(by), details: { to } });
}
