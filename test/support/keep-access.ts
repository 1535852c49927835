import { randomUUID } from 'node:crypto';
import type { CorrelationCode } from '../../src/base/correlation.ts';
import { DAY, later } from '../../src/base/time.ts';
import type { AccessRequestId } from '../../src/domain/access-request/index.ts';
import type { ApplicationId } from '../../src/domain/application/index.ts';
import type { OrganisationId } from '../../src/domain/organisation/index.ts';
import type { PersonId } from '../../src/domain/person/index.ts';
import type { Stores } from '../../src/store/index.ts';
import { NOON } from './open-test-store.ts';

export const accessNeeds = ['accessRequests'] as const;

/** A request for access, with a reason that nobody may read in a copy of the database. */
export async function keepAccess(
  { accessRequests }: Pick<Stores, (typeof accessNeeds)[number]>,
  { person, organisation }: { readonly person: PersonId; readonly organisation: OrganisationId },
  { note }: Readonly<Record<'note', string>>,
): Promise<void> {
  const id = randomUUID() as AccessRequestId;
  const wish = { kind: 'right', application: 'klip' as ApplicationId, right: 'live', contexts: [] } as const;
  await accessRequests.add(
    {
      ...{ id, reference: '2222-2222' as CorrelationCode, person, askedBy: person, organisation, wish },
      ...{ until: null, reason: note, language: 'nl', askedAt: NOON },
    },
    later(NOON, DAY),
  );
}
