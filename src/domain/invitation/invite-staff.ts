import { addDays, dayOf, endOfDay, lastDayBefore } from '../../base/calendar.ts';
import { type CorrelationCode, correlationCode } from '../../base/correlation.ts';
import type { Language } from '../../base/language.ts';
import { Redacted } from '../../base/redacted.ts';
import { holds } from '../../base/time.ts';
import { isUuid } from '../../base/uuid.ts';
import { composeMail } from '../notification/index.ts';
import type { Organisation, OrganisationCode, OrganisationId, TargetGroup } from '../organisation/index.ts';
import { parsePersonId } from '../person/index.ts';
import { type StaffRight, staffRightCodes } from '../staff/index.ts';
import {
  INVITATION_DAYS,
  type Invitation,
  type InvitationId,
  parseInvitationSecret,
  type StaffInviter,
} from './model.ts';
import { act, type InvitationContext } from './world.ts';

export type InviteStaff = {
  readonly by: StaffInviter;
  readonly email: Redacted<string>;
  readonly name: string | null;
  readonly language: Language;
  readonly right: StaffRight;
  /** Why, in the words of whoever invites; `null` where nobody asked. */
  readonly reason: Redacted<string> | null;
  /** `null`: the organisation of the platform itself, which is made where it is not there yet. */
  readonly organisation: { readonly targetGroup: TargetGroup; readonly code: OrganisationCode } | null;
};

export type InvitedStaff =
  | {
      readonly kind: 'invited';
      readonly invitation: Invitation;
      /** The address that is opened once. Whoever has it takes the place of the person who is invited. */
      readonly link: Redacted<string>;
      readonly organisation: Organisation;
      readonly isMailed: boolean;
      /** Whether somebody came by this address before: it is they who are meant, and their keys that are replaced. */
      readonly isKnown: boolean;
    }
  | { readonly kind: 'organisation-unknown' | 'organisation-ended' | 'organisation-not-for-staff' };

/** Invites somebody to work with Sluis: makes the one link that they open, and mails it where mail is sent. */
export const inviteStaff = act(
  ['invitations', 'organisations', 'outbox', 'templates', 'audit'],
  async (context, asked: InviteStaff): Promise<InvitedStaff> => {
    const { stores, world, now } = context;
    const organisation = await organisationFor(context, asked.organisation);
    if ('kind' in organisation) return organisation;
    const email = asked.email.reveal();
    const known = await stores.invitations.personOf(email);
    const waiting = await stores.invitations.listOpen(now, email);
    const person = known ?? waiting[0]?.person ?? parsePersonId(world.randomness.uuid());
    const [id, secret] = [world.randomness.uuid(), parseInvitationSecret(world.randomness.token())];
    if (person === null || secret === null || !isUuid(id))
      throw new Error('the source of randomness is amiss');
    // One link at a time: whoever has an older one for the same right opens nothing with it any more.
    const former = waiting.filter(
      (each) => each.right === asked.right && each.organisation === organisation.id,
    );
    await stores.invitations.withdraw(
      former.map((each) => each.id),
      now,
    );
    const invitation: Invitation = {
      id: id as InvitationId,
      email: asked.email,
      name: asked.name,
      language: asked.language,
      person,
      organisation: organisation.id,
      right: asked.right,
      challenge: world.randomness.token(),
      invitedBy: asked.by.id,
      invitedAt: now,
      expiresAt: endOfDay(addDays(dayOf(now), INVITATION_DAYS)),
      acceptedAt: null,
      withdrawnAt: null,
    };
    await stores.invitations.add(invitation, secret);
    const link = new Redacted(`${world.settings.origin}/invitation/${secret}`);
    const correlation = correlationCode(world.randomness.bytes(8));
    if (world.settings.sendsMail) await mailLink(context, invitation, { link, organisation, correlation });
    await stores.audit.record({
      kind: 'invitation.made',
      actor: asked.by,
      subject: { kind: 'person', id: invitation.person },
      purpose: 'operation',
      ...(asked.reason && { reason: asked.reason }),
      details: {
        invitation: id,
        right: staffRightCodes[asked.right],
        organisation: organisation.id,
        again: known !== null,
        mailed: world.settings.sendsMail,
      },
      correlation,
    });
    return {
      kind: 'invited',
      invitation,
      link,
      organisation,
      isMailed: world.settings.sendsMail,
      isKnown: known !== null,
    };
  },
);

type Refused = Exclude<InvitedStaff, { kind: 'invited' }>;

/** The organisation that was named, or that of the platform itself: made by the first invitation, so that there is somebody to work for. */
async function organisationFor(
  { stores, world, now }: InvitationContext<readonly ['organisations']>,
  asked: InviteStaff['organisation'],
): Promise<Organisation | Refused> {
  const { targetGroup, code, name } = { name: '', ...(asked ?? world.settings.ownOrganisation) };
  if (targetGroup !== 'GID' && targetGroup !== 'LB') return { kind: 'organisation-not-for-staff' };
  const known = await stores.organisations.findByCode(targetGroup, code);
  if (known !== null) return holds(known.validity, now) ? known : { kind: 'organisation-ended' };
  if (asked !== null) return { kind: 'organisation-unknown' };
  return stores.organisations.put({
    id: world.randomness.uuid() as OrganisationId,
    targetGroup,
    code,
    name,
    country: 'BE',
    validity: { from: now, until: null },
    parent: null,
    mergedInto: null,
  });
}

async function mailLink(
  { stores, world }: InvitationContext<readonly ['outbox', 'templates']>,
  { email, name, language, expiresAt }: Invitation,
  about: {
    readonly link: Redacted<string>;
    readonly organisation: Organisation;
    readonly correlation: CorrelationCode;
  },
): Promise<void> {
  const values = {
    name: name ?? email.reveal(),
    reference: about.correlation,
    organisation: about.organisation.name,
    link: about.link.reveal(),
    dueDate: lastDayBefore(expiresAt),
  };
  const addressing = { to: email, language, about: null };
  const writing = { templates: stores.templates, sender: world.settings.sender };
  await stores.outbox.send(await composeMail({ template: 'staff-invited', values }, addressing, writing));
}
