import type { PersonId } from '../../person/index.ts';
import { releaseCase } from './change-case.ts';
import { system } from './doer.ts';
import { type KeepingContext, keepCase } from './keep-case.ts';
import type { CaseId } from './model.ts';

/**
 * Gives on a case of somebody who is no agent any more by this id: to the person they were joined into, or to nobody in particular. What
 * waits for an applicant or for a second agent stays where it is when there is nobody; a lead gives it to somebody else.
 */
export async function passOnCase(
  context: KeepingContext,
  id: CaseId,
  { from, to }: { readonly from: PersonId; readonly to: PersonId | null },
): Promise<boolean> {
  const { stores, now } = context;
  const one = await stores.cases.find(id);
  if (one === null || !('agent' in one.state) || one.state.agent !== from) return false;
  if (to !== null) {
    const state = { ...one.state, agent: to };
    const given = { ...one, state, version: one.version + 1, changedAt: now };
    await keepCase(context, given, { kind: 'assigned', by: system });
    return true;
  }
  const released = releaseCase(one, now);
  if (released.kind !== 'changed') return false;
  await keepCase(context, released.case, { kind: 'released', by: system });
  return true;
}
