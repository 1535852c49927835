import type { PersonIdentifier } from '../../identity-matching/index.ts';
import { withdrawCase } from './change-case.ts';
import { applicant } from './doer.ts';
import { type KeepingContext, keepCase } from './keep-case.ts';

/** The person named the number after all and was matched exactly: a request under way has nothing left to do. */
export async function closeMatched(context: KeepingContext, identifier: PersonIdentifier): Promise<void> {
  const one = await context.stores.cases.findOpenOf(identifier);
  if (one === null) return;
  const change = withdrawCase(one, context.now);
  if (change.kind !== 'changed') return;
  await keepCase(context, change.case, {
    kind: 'withdrawn',
    by: applicant,
    details: { because: 'matched' },
  });
}
