import { Redacted } from '../src/base/redacted.ts';
import { DAY, later } from '../src/base/time.ts';
import type { Invitation, InvitationId } from '../src/domain/invitation/index.ts';
import { parseOrganisationCode } from '../src/domain/organisation/index.ts';
import { parsePersonId } from '../src/domain/person/index.ts';
import type { Store } from '../src/store/index.ts';
import { idFor } from './naming.ts';
import { demoInvitation } from './world/invitation.ts';
import { demoOrganisations } from './world/organisations.ts';

/** As long as anybody keeps a demo. */
const DAYS = 3650;

/** One invitation that waits for whoever tries the demo: a new member of staff, who has no eID and no number. */
export async function seedInvitation(store: Store, now: Date): Promise<void> {
  const { targetGroup, code } = demoOrganisations.identification;
  const person = parsePersonId(idFor('invited'));
  const parsed = parseOrganisationCode(targetGroup, code);
  await store.inTransaction(['invitations', 'organisations'], async ({ invitations, organisations }) => {
    const organisation = parsed && (await organisations.findByCode(targetGroup, parsed));
    if (!organisation || !person || (await invitations.findBySecret(demoInvitation)) !== null) return;
    const invitation: Invitation = {
      ...{ id: idFor('invitation') as InvitationId, person, organisation: organisation.id },
      ...{ email: new Redacted('new@identification.example'), name: null, language: 'nl' as const },
      ...{ right: 'case-agent' as const, challenge: demoInvitation, invitedBy: 'demo', invitedAt: now },
      ...{ expiresAt: later(now, DAYS * DAY), acceptedAt: null, withdrawnAt: null },
    };
    await invitations.add(invitation, demoInvitation);
  });
}
