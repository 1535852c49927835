import type { Language } from '../../base/language.ts';
import type { Redacted } from '../../base/redacted.ts';
import { type ActingWithReason, checkReason, isOneself } from '../acting/index.ts';
import type { AdministrationId } from '../administration/index.ts';
import { endAdministration } from '../appointment/index.ts';
import type { Organisation, OrganisationId } from '../organisation/index.ts';
import {
  decideInvitation,
  inviteByMail,
  type KnownNames,
  type WaitingContent,
  type WorkInvitationId,
  withdrawInvitation,
} from '../work-invitation/index.ts';
import { typesIn } from '../work-relation/index.ts';
import type { PlatformError, PlatformRefusal } from './model.ts';
import { stillAdministers } from './still-administers.ts';
import { act } from './world.ts';

/** Whom a platform administrator makes the head administrator of an organisation. */
export type FirstAdministrator = KnownNames & {
  readonly email: Redacted<string>;
  /** At work; some target groups ask for it. */
  readonly phone: string;
  readonly language: Language;
};

/**
 * Invites somebody by mail to be the head administrator of an organisation. They prove who they are when they accept, and under another
 * name than was typed they wait until somebody has looked.
 */
export const appointFirst = act(
  [...inviteByMail.needs, 'invitations', 'platform'],
  async (
    context,
    asked: FirstAdministrator & { readonly by: ActingWithReason; readonly id: OrganisationId },
  ): Promise<{ readonly kind: 'invited' | 'no-mail' } | PlatformRefusal> => {
    const { by, id, givenNames, familyName, email, phone, language } = asked;
    if (!(await stillAdministers(context, by))) return { kind: 'not-allowed' };
    const organisation = await context.stores.organisations.find(id);
    if (organisation === null) return { kind: 'unknown' };
    if (!context.world.settings.sendsMail) return { kind: 'no-mail' };
    const known = await context.stores.invitations.personOf(email.reveal());
    if (known !== null && isOneself(by, known)) return { kind: 'oneself' };
    const errors = checkReason('reason', by.reason);
    if (errors.length > 0) return { kind: 'wrong', errors };
    const content = headOf(organisation, { email: email.reveal(), phone });
    const names = { givenNames, familyName };
    const invited = await inviteByMail(context, { by, organisation: id, names, content, language, email });
    switch (invited.kind) {
      case 'invited':
        return { kind: 'invited' };
      case 'wrong':
        return { kind: 'wrong', errors: invited.faults.map(errorOf) };
      case 'too-many':
        return { kind: 'wrong', errors: [{ field: 'email', code: 'too-many' }] };
      case 'organisation-ended':
        return { kind: 'changed' };
      case 'not-allowed':
        return { kind: 'not-allowed' };
    }
  },
);

/** What waits for a head administrator: the usual work relation of the target group, and everything in the organisation to decide about. */
function headOf(
  { targetGroup }: Organisation,
  { email, phone }: { readonly email: string; readonly phone: string },
): WaitingContent {
  const [type = null] = typesIn(targetGroup);
  return {
    relation: { type, from: null, until: null, email, phone, jobTitle: '' },
    rights: [],
    administration: {
      kind: 'head-local-administrator',
      mayAppoint: true,
      scope: { units: 'all', applications: 'all' },
      until: null,
    },
  };
}

function errorOf({ field, code }: { readonly field: string; readonly code: string }): PlatformError {
  return { field, code: code === 'empty' || code === 'too-long' ? code : 'not-right' };
}

/** Ends the administration of somebody, and what rests on it. They are told, and so are the other administrators. */
export const endFor = act(
  [...endAdministration.needs, 'platform'],
  async (
    context,
    asked: {
      readonly by: ActingWithReason;
      readonly id: OrganisationId;
      readonly administration: AdministrationId;
    },
  ): Promise<{ readonly kind: 'ended' } | PlatformRefusal> => {
    const { by, id: organisation, administration } = asked;
    if (!(await stillAdministers(context, by))) return { kind: 'not-allowed' };
    const people = await context.stores.platform.peopleOf(organisation, context.now);
    const whose = people.find(({ id }) => id === administration);
    if (whose === undefined) return { kind: 'unknown' };
    if (isOneself(by, whose.person)) return { kind: 'oneself' };
    const errors = checkReason('reason', by.reason);
    if (errors.length > 0) return { kind: 'wrong', errors };
    const ended = await endAdministration(context, { by, organisation, administration });
    return ended.kind === 'ended' ? { kind: 'ended' } : { kind: 'changed' };
  },
);

/** What is done with an invitation of an organisation that waits: taken back, or whoever accepted it under another name let in or not. */
export const invitationDecisions = ['withdraw', 'meant', 'not-meant'] as const;
export type InvitationDecision = (typeof invitationDecisions)[number];

/** Decides about an invitation to an organisation that has nobody yet who could. */
export const decideFor = act(
  [...decideInvitation.needs, ...withdrawInvitation.needs, 'platform'],
  async (
    context,
    asked: {
      readonly by: ActingWithReason;
      readonly id: OrganisationId;
      readonly invitation: WorkInvitationId;
      readonly decision: InvitationDecision | null;
    },
  ): Promise<{ readonly kind: 'done' } | PlatformRefusal> => {
    const { by, id: organisation, invitation, decision } = asked;
    if (!(await stillAdministers(context, by))) return { kind: 'not-allowed' };
    const errors: readonly PlatformError[] = [
      ...(decision === null ? [{ field: 'decision', code: 'choose' } as const] : []),
      ...checkReason('reason', by.reason),
    ];
    if (errors.length > 0 || decision === null) return { kind: 'wrong', errors };
    const which = { by, organisation, invitation };
    const decided =
      decision === 'withdraw'
        ? await withdrawInvitation(context, which)
        : await decideInvitation(context, { ...which, isMeant: decision === 'meant' });
    switch (decided.kind) {
      case 'withdrawn':
      case 'begun':
      case 'rejected':
        return { kind: 'done' };
      case 'own-decision':
        return { kind: 'oneself' };
      case 'unknown':
      case 'not-allowed':
        return { kind: decided.kind };
      default:
        return { kind: 'changed' };
    }
  },
);
