import { randomUUID } from 'node:crypto';
import type { CorrelationCode } from '../../src/base/correlation.ts';
import { Redacted } from '../../src/base/redacted.ts';
import { DAY, later } from '../../src/base/time.ts';
import type { AccessRequestId } from '../../src/domain/access-request/index.ts';
import type { ApplicationId } from '../../src/domain/application/index.ts';
import type { OrganisationId } from '../../src/domain/organisation/index.ts';
import type { PersonId } from '../../src/domain/person/index.ts';
import {
  invitationBounds,
  type WorkInvitationId,
  type WorkInvitationSecret,
} from '../../src/domain/work-invitation/index.ts';
import type { Stores } from '../../src/store/index.ts';
import { application } from './application-example.ts';
import { NOON } from './open-test-store.ts';

export const accessNeeds = [
  'accessRequests',
  'organisationHistory',
  'catalogueVersions',
  'workInvitations',
  'invitationTries',
] as const;

/** A request for access, a change in an organisation, a version of a catalogue and an invitation to work, with names and reasons that nobody may read in a copy of the database. */
export async function keepAccess(
  {
    accessRequests,
    organisationHistory,
    catalogueVersions,
    workInvitations,
    invitationTries,
  }: Pick<Stores, (typeof accessNeeds)[number]>,
  { person, organisation }: { readonly person: PersonId; readonly organisation: OrganisationId },
  { note, reason, mail, linkToken }: Readonly<Record<'note' | 'reason' | 'mail' | 'linkToken', string>>,
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
  const relation = {
    type: 'permanent',
    from: null,
    until: null,
    email: mail,
    phone: note,
    jobTitle: note,
  } as const;
  await workInvitations.add(
    {
      ...{ id: randomUUID() as WorkInvitationId, organisation, email: new Redacted(mail), language: 'nl' },
      names: { givenNames: note, familyName: note },
      content: { relation, rights: [], administration: null },
      invited: { by: person, as: 'legal-representative', at: NOON },
      ...{ expiresAt: later(NOON, DAY), state: 'open', acceptedBy: null },
    },
    { secret: linkToken as WorkInvitationSecret, email: mail },
  );
  await invitationTries.count({ by: person, organisation, target: mail }, NOON, invitationBounds);
  const { id: of, ...catalogue } = application('klip');
  await catalogueVersions.add({ application: of, number: 1, at: NOON, by: 'root', catalogue });
}
