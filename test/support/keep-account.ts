import { randomUUID } from 'node:crypto';
import { Redacted } from '../../src/base/redacted.ts';
import { DAY, later } from '../../src/base/time.ts';
import type { DeviceMark } from '../../src/domain/account/index.ts';
import type { InvitationId, InvitationSecret } from '../../src/domain/invitation/index.ts';
import type { OrganisationId } from '../../src/domain/organisation/index.ts';
import type { PersonId } from '../../src/domain/person/index.ts';
import type { Stores } from '../../src/store/index.ts';
import { accessNeeds, keepAccess } from './keep-access.ts';
import { NOON } from './open-test-store.ts';

export const accountNeeds = ['knownLogins', 'ownLogins', 'invitations', ...accessNeeds] as const;

/** What nobody may read in a copy of the database. */
type Secrets = Readonly<Record<'binding' | 'mail' | 'linkToken' | 'note' | 'reason', string>>;

/** How somebody logs in, an invitation to work with Sluis, and what they asked access for. */
export async function keepAccount(
  stores: Pick<Stores, (typeof accountNeeds)[number]>,
  { person, organisation }: { readonly person: PersonId; readonly organisation: OrganisationId },
  secrets: Secrets,
): Promise<void> {
  const { knownLogins, ownLogins, invitations } = stores;
  const family = { browser: 'firefox', system: 'linux' } as const;
  const device = { id: knownLogins.deviceOf(person, secrets.binding as DeviceMark), family };
  await knownLogins.note({ person, device, means: 'itsme', at: NOON });
  await ownLogins.block(person, 'csamsms', NOON);
  const invitation = {
    id: randomUUID() as InvitationId,
    email: new Redacted(secrets.mail),
    name: secrets.note,
    language: 'nl',
    person,
    organisation,
    right: 'case-agent',
    challenge: secrets.linkToken,
    invitedBy: 'root',
    invitedAt: NOON,
    expiresAt: later(NOON, DAY),
    acceptedAt: null,
    withdrawnAt: null,
  } as const;
  await invitations.add(invitation, secrets.linkToken as InvitationSecret);
  await keepAccess(stores, { person, organisation }, secrets);
}
