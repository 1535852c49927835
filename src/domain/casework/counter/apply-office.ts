import type { EventContent } from '../../audit/index.ts';
import type { OrganisationId } from '../../organisation/index.ts';
import type { OfficePlace } from '../case/change-case.ts';
import type { OfficePlaceStore } from '../case/ports.ts';

/** Keeps where a registration office is, and says what the trail must tell of it: nothing when nothing changed. */
export async function applyOffice(
  places: OfficePlaceStore,
  { organisation, place }: { readonly organisation: OrganisationId; readonly place: OfficePlace },
): Promise<{
  readonly change: 'added' | 'changed' | 'unchanged';
  readonly events: readonly EventContent[];
}> {
  const change = await places.put(organisation, place);
  if (change === 'unchanged') return { change, events: [] };
  const subject = { kind: 'organisation', id: organisation } as const;
  return {
    change,
    events: [{ kind: 'office.applied', subject, purpose: 'operation', details: { change } }],
  };
}
