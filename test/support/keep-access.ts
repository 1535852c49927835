import { randomUUID } from 'node:crypto';
import type { CorrelationCode } from '../../src/base/correlation.ts';
import { Redacted } from '../../src/base/redacted.ts';
import { DAY, later } from '../../src/base/time.ts';
import type { AccessRequestId } from '../../src/domain/access-request/index.ts';
import type { ApplicationId } from '../../src/domain/application/index.ts';
import type { OrganisationId } from '../../src/domain/organisation/index.ts';
import type { PersonId } from '../../src/domain/person/index.ts';
import type { Stores } from '../../src/store/index.ts';
import { application } from './application-example.ts';
import { NOON } from './open-test-store.ts';

export const accessNeeds = ['accessRequests', 'organisationHistory', 'catalogueVersions'] as const;

/** A request for access, a change in an organisation and a version of a catalogue, with reasons that nobody may read in a copy of the database. */
export async function keepAccess(
  { accessRequests, organisationHistory, catalogueVersions }: Pick<Stores, (typeof accessNeeds)[number]>,
  { person, organisation }: { readonly person: PersonId; readonly organisation: OrganisationId },
  { note, reason }: Readonly<Record<'note' | 'reason', string>>,
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
  await organisationHistory.record({
    ...{ organisation, person, kind: 'ended', after: {}, reason: new Redacted(reason) },
    subject: { kind: 'relation', id: randomUUID() },
    by: { person: null, authority: 'operator' },
  });
  const { id: of, ...catalogue } = application('klip');
  await catalogueVersions.add({ application: of, number: 1, at: NOON, by: 'root', catalogue });
}
