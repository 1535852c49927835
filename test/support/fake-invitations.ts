import { Redacted } from '../../src/base/redacted.ts';
import { DAY, later } from '../../src/base/time.ts';
import type { Invitation, InvitationSecret, InvitationView } from '../../src/domain/invitation/index.ts';
import type { Organisation } from '../../src/domain/organisation/index.ts';
import type { Invitations } from '../../src/login/index.ts';
import { ATTEMPT_ID, NOW } from './web-fixtures.ts';

/** The secret of the invitation that `fakeInvitations` knows. */
export const invitationSecret = 'i'.repeat(43) as InvitationSecret;

const staffOrganisation: Organisation = {
  id: '00000000-0000-4000-8000-000000000002' as Organisation['id'],
  targetGroup: 'GID',
  code: 'OVO000000' as Organisation['code'],
  name: 'Federale Dienst Identificatie',
  country: 'BE',
  validity: { from: later(NOW, -DAY), until: null },
  parent: null,
  mergedInto: null,
};

export const invitation: Invitation = {
  id: '7c9e6679-7425-40de-944b-e07fc1f90ae7' as Invitation['id'],
  email: new Redacted('noor@agency.example'),
  name: null,
  language: 'en',
  person: '5c1bd9b1-0d4f-4a5e-8a0c-1f6f1f3ad101' as Invitation['person'],
  organisation: staffOrganisation.id,
  right: 'case-agent',
  challenge: 'c'.repeat(43),
  invitedBy: 'root',
  invitedAt: later(NOW, -DAY),
  expiresAt: later(NOW, 6 * DAY),
  acceptedAt: null,
  withdrawnAt: null,
};

/** One invitation; `view` says how it stands. */
export function fakeInvitations(
  view: Partial<InvitationView> = {},
  over: Partial<Invitations> = {},
): Invitations {
  return {
    view: async ({ secret }) =>
      secret === invitationSecret
        ? { invitation, standing: 'open', organisation: staffOrganisation, known: null, ...view }
        : null,
    options: async () => ({ challenge: invitation.challenge, rp: { id: 'localhost' } }),
    accept: async () => ({ kind: 'closed', standing: 'accepted' }),
    openedIn: async () => null,
    begin: async () => ATTEMPT_ID,
    enter: async () => ({ kind: 'unknown' }),
    ...over,
  };
}
