import type { EventContent } from '../audit/index.ts';
import type { Application } from './model.ts';
import type { ApplicationStore } from './ports.ts';
import { agreementOf } from './requirements.ts';

/** Keeps an application as it was described, and says what the trail must tell of it: nothing when nothing changed. */
export async function applyApplication(
  applications: Pick<ApplicationStore, 'put'>,
  application: Application,
): Promise<{
  readonly change: 'added' | 'changed' | 'unchanged';
  readonly events: readonly EventContent[];
}> {
  const { kind: change } = await applications.put(application);
  if (change === 'unchanged') return { change, events: [] };
  const details = { change, scopes: agreementOf(application).scopes, assurance: application.assurance };
  const subject = { kind: 'application', id: application.id } as const;
  return { change, events: [{ kind: 'application.applied', subject, purpose: 'operation', details }] };
}
