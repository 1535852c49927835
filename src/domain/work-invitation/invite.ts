import { addDays, dayOf, endOfDay, lastDayBefore } from '../../base/calendar.ts';
import type { CorrelationCode } from '../../base/correlation.ts';
import type { Language } from '../../base/language.ts';
import { Redacted } from '../../base/redacted.ts';
import { holds } from '../../base/time.ts';
import type { ActingPerson } from '../acting/index.ts';
import { composeMail } from '../notification/index.ts';
import type { Organisation, OrganisationId } from '../organisation/index.ts';
import type { NationalNumber } from '../person/index.ts';
import { checkInvitation, type InvitationFault } from './check-content.ts';
import { type InvitingPower, inviterIn, inviterNeeds } from './inviter-in.ts';
import {
  type KnownNames,
  parseWorkInvitationSecret,
  WAITING_DAYS,
  type WaitingContent,
  type WorkInvitation,
  type WorkInvitationId,
} from './model.ts';
import { tellInvitation, tracingInvitationNeeds } from './tell-invitation.ts';
import { act, type InvitingContext, invitationBounds } from './world.ts';

type Inviting = {
  readonly by: ActingPerson;
  readonly organisation: OrganisationId;
  readonly names: KnownNames;
  readonly content: WaitingContent;
  /** In which whoever is invited is written to. */
  readonly language: Language;
};

export type InviteByMail = Inviting & { readonly email: Redacted<string> };
export type InviteByNumber = Inviting & { readonly number: NationalNumber };

type NotInvited =
  | { readonly kind: 'wrong'; readonly faults: readonly InvitationFault[] }
  /** So many were sent that the next one is taken at this moment. */
  | { readonly kind: 'too-many'; readonly until: Date }
  | { readonly kind: 'organisation-ended' | 'not-allowed' };

export type InvitedByMail =
  | {
      readonly kind: 'invited';
      readonly invitation: WorkInvitationId;
      /** The address that is opened once: for whoever hands it over where no mail is sent. */
      readonly link: Redacted<string>;
    }
  | NotInvited;
export type InvitedByNumber = { readonly kind: 'noted'; readonly invitation: WorkInvitationId } | NotInvited;

const invitingNeeds = [
  'workInvitations',
  'invitationTries',
  ...inviterNeeds,
  ...tracingInvitationNeeds,
] as const;

/** Invites somebody by a link that is mailed to them: works once, until the end of the fourteenth day. */
export const inviteByMail = act(
  [...invitingNeeds, 'outbox', 'templates'],
  async (context, asked: InviteByMail): Promise<InvitedByMail> => {
    const { world, stores } = context;
    const email = asked.email.reveal();
    const begun = await begin(context, asked, { target: email.toLowerCase(), days: WAITING_DAYS.mail });
    if (begun.kind !== 'begun') return begun;
    const secret = parseWorkInvitationSecret(world.randomness.token());
    if (secret === null) throw new Error('the source of randomness is amiss');
    const invitation = { ...begun.invitation, email: asked.email };
    await stores.workInvitations.add(invitation, { secret, email });
    const reference = await tellInvitation(context, asked.by, {
      invitation,
      kind: 'made',
      details: { way: 'mail' },
    });
    const link = new Redacted(`${world.settings.sender.origin}/invitation/work/${secret}`);
    await mailInvitation(context, invitation, {
      ...{ by: asked.by.name, organisation: begun.power.organisation, link, reference },
    });
    return { kind: 'invited', invitation: invitation.id, link };
  },
);

/**
 * Notes somebody by their number and the names under which an administrator knows them. Nobody is looked up, and nobody is written to: the
 * answer, the work and the traces are the same whether there is such a number, whoever it belongs to. It waits until a person with that
 * number and those names logs in.
 */
export const inviteByNumber = act(
  invitingNeeds,
  async (context, asked: InviteByNumber): Promise<InvitedByNumber> => {
    const { number } = asked;
    const target = number.digits.reveal();
    const begun = await begin(context, asked, { target, days: WAITING_DAYS.number });
    if (begun.kind !== 'begun') return begun;
    const { invitation } = begun;
    await context.stores.workInvitations.add(invitation, { number });
    await tellInvitation(context, asked.by, { invitation, kind: 'made', details: { way: 'number' } });
    return { kind: 'noted', invitation: invitation.id };
  },
);

type Begun = {
  readonly kind: 'begun';
  readonly power: InvitingPower;
  readonly invitation: WorkInvitation;
};

async function begin(
  context: InvitingContext<typeof invitingNeeds>,
  asked: Inviting,
  { target, days }: { readonly target: string; readonly days: number },
): Promise<Begun | NotInvited> {
  const { stores, world, now } = context;
  const { by, content, language } = asked;
  const power = await inviterIn(context, by, asked.organisation);
  if (power === null) return { kind: 'not-allowed' };
  const { organisation } = power;
  if (!holds(organisation.validity, now)) return { kind: 'organisation-ended' };
  const checked = checkInvitation(asked, organisation, now);
  if (checked.kind === 'wrong') return checked;
  const tried = { by: by.person, organisation: organisation.id, target };
  const allowed = await stores.invitationTries.count(tried, now, invitationBounds);
  if (allowed.kind === 'wait') return { kind: 'too-many', until: allowed.until };
  const invitation: WorkInvitation = {
    id: world.randomness.uuid() as WorkInvitationId,
    organisation: organisation.id,
    names: checked.names,
    email: null,
    ...{ language, content },
    invited: { by: by.person, as: power.as, at: now },
    expiresAt: endOfDay(addDays(dayOf(now), days)),
    state: 'open',
    acceptedBy: null,
  };
  return { kind: 'begun', power, invitation };
}

/** Mails the link of an invitation. */
export async function mailInvitation(
  { stores, world }: InvitingContext<readonly ['outbox', 'templates']>,
  { names, email, language, expiresAt }: WorkInvitation,
  about: {
    readonly by: string;
    readonly organisation: Organisation;
    readonly link: Redacted<string>;
    readonly reference: CorrelationCode;
  },
): Promise<void> {
  if (email === null) throw new Error('an invitation without an address is not mailed');
  const values = {
    name: `${names.givenNames} ${names.familyName}`,
    ...{ organisation: about.organisation.name, by: about.by, reference: about.reference },
    link: about.link.reveal(),
    dueDate: lastDayBefore(expiresAt),
  };
  const writing = { templates: stores.templates, sender: world.settings.sender };
  const addressing = { to: email, language, about: null };
  await stores.outbox.send(await composeMail({ template: 'work-invited', values }, addressing, writing));
}
