import { type CorrelationCode, correlationCode } from '../../base/correlation.ts';
import { Redacted } from '../../base/redacted.ts';
import { type ActingPerson, actorOneself } from '../acting/index.ts';
import type { AuditEvent } from '../audit/index.ts';
import type { OrganisationChange } from '../organisation/index.ts';
import type { PersonId } from '../person/index.ts';
import type { WorkInvitation } from './model.ts';
import type { InvitingContext } from './world.ts';

export const tracingInvitationNeeds = ['organisationHistory', 'audit'] as const;

type Kind = 'made' | 'sent-again' | 'withdrawn' | 'accepted' | 'refused' | 'confirmed' | 'rejected';

/** Keeps what became of an invitation in the history of the organisation and in the trail; answers with the code by which mails refer to it. */
export async function tellInvitation(
  { stores, world }: InvitingContext<typeof tracingInvitationNeeds>,
  by: Pick<ActingPerson, 'person'> & { readonly reason?: string | null },
  told: {
    readonly invitation: WorkInvitation;
    readonly kind: Kind;
    /** Whom it turned out to be about. */
    readonly person?: PersonId;
    readonly details?: AuditEvent['details'];
    /** Whether the organisation may know of it: its history is read by its administrators, the trail is not. */
    readonly isTold?: boolean;
  },
): Promise<CorrelationCode> {
  const { invitation, kind, person = null, details = {}, isTold = true } = told;
  const { id, organisation, invited, expiresAt } = invitation;
  const typed = by.reason ?? '';
  const reason = typed === '' ? null : new Redacted(typed);
  const correlation = correlationCode(world.randomness.bytes(8));
  const isOneself = kind === 'accepted' || kind === 'refused';
  const change: OrganisationChange = {
    organisation,
    subject: { kind: 'invitation', id },
    person,
    kind,
    by: { person: by.person, authority: isOneself ? 'oneself' : invited.as },
    after: { state: kind, until: expiresAt.toISOString() },
    reason,
  };
  if (isTold) await stores.organisationHistory.record(change);
  await stores.audit.record({
    kind: `work-invitation.${kind}`,
    actor: actorOneself(by.person),
    subject: person === null ? { kind: 'organisation', id: organisation } : { kind: 'person', id: person },
    ...(person !== null && { concerned: [{ way: 'changed', person }] as const }),
    purpose: 'organisation',
    details: { ...details, invitation: id, organisation },
    ...(reason !== null && { reason }),
    correlation,
  });
  return correlation;
}
