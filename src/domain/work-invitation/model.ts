import type { Brand } from '../../base/brand.ts';
import type { Language } from '../../base/language.ts';
import type { Redacted } from '../../base/redacted.ts';
import type { CalendarDate } from '../../base/time.ts';
import { isUuid } from '../../base/uuid.ts';
import type { AdministrationKind, Scope } from '../administration/index.ts';
import type { ApplicationId } from '../application/index.ts';
import type { OrganisationId } from '../organisation/index.ts';
import type { PersonId } from '../person/index.ts';
import type { WishedRelation } from '../work-relation/index.ts';

/** The random internal id of a work invitation. */
export type WorkInvitationId = Brand<string, 'WorkInvitationId'>;

/** Reads the id of a work invitation; `null` when it cannot be one. */
export function parseWorkInvitationId(text: string): WorkInvitationId | null {
  return isUuid(text) ? (text as string as WorkInvitationId) : null;
}

/** What the link of a work invitation holds: 256 bits, 43 base64url characters. Only its hash is kept. */
export type WorkInvitationSecret = Brand<string, 'WorkInvitationSecret'>;

/** Reads what stands in the link of a work invitation; `null` when it cannot be one. */
export function parseWorkInvitationSecret(text: string): WorkInvitationSecret | null {
  return /^[A-Za-z0-9_-]{43}$/.test(text) ? (text as WorkInvitationSecret) : null;
}

/**
 * How long an invitation waits, in days, the day on which it was made not counted: a link in a mail box is old after two weeks; a number
 * waits for a first login, which may be that of somebody who begins next season.
 */
export const WAITING_DAYS = { mail: 14, number: 90 } as const;

/** The names of somebody as an administrator knows them. */
export type KnownNames = { readonly givenNames: string; readonly familyName: string };

/** A user right that waits with an invitation. */
export type PreparedRight = {
  readonly application: ApplicationId;
  readonly right: string;
  readonly contexts: readonly string[];
  /** The last day; `null`: as long as the catalogue allows. */
  readonly until: CalendarDate | null;
};

/** An administration that waits with an invitation. */
export type PreparedAdministration = {
  readonly kind: AdministrationKind;
  readonly mayAppoint: boolean;
  readonly scope: Scope;
  readonly until: CalendarDate | null;
};

/** What whoever accepts gets, as far as whoever prepared it may still give it then. */
export type WaitingContent = {
  readonly relation: WishedRelation;
  readonly rights: readonly PreparedRight[];
  readonly administration: PreparedAdministration | null;
};

/**
 * What became of an invitation. `accepted`: by somebody of another name than was typed, whom an administrator has to confirm. `begun`: they
 * work there. `rejected`: they are not who was meant.
 */
export const invitationStates = ['open', 'accepted', 'begun', 'refused', 'withdrawn', 'rejected'] as const;
export type WorkInvitationState = (typeof invitationStates)[number];

/** How somebody comes to a work relation: by a link that is mailed, or by a national number with names. */
export type WorkInvitation = {
  readonly id: WorkInvitationId;
  readonly organisation: OrganisationId;
  readonly names: KnownNames;
  /** Where the link was mailed; `null`: it waits under a number. */
  readonly email: Redacted<string> | null;
  /** In which whoever is invited is written to. */
  readonly language: Language;
  readonly content: WaitingContent;
  /** By whom, and on what authority. */
  readonly invited: { readonly by: PersonId; readonly as: string; readonly at: Date };
  readonly expiresAt: Date;
  readonly state: WorkInvitationState;
  readonly acceptedBy: PersonId | null;
};

/** How an invitation stands at one moment. */
export type WorkInvitationStanding = WorkInvitationState | 'expired';

export function standingOf(
  { state, expiresAt }: Pick<WorkInvitation, 'state' | 'expiresAt'>,
  at: Date,
): WorkInvitationStanding {
  return state === 'open' && expiresAt <= at ? 'expired' : state;
}
