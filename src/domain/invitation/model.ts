import type { Brand } from '../../base/brand.ts';
import type { Language } from '../../base/language.ts';
import type { Redacted } from '../../base/redacted.ts';
import type { Actor } from '../audit/index.ts';
import type { OrganisationId } from '../organisation/index.ts';
import type { PersonId } from '../person/index.ts';
import type { StaffRight } from '../staff/index.ts';

/** The random internal id of an invitation. */
export type InvitationId = Brand<string, 'InvitationId'>;

/** What the link of an invitation holds: 256 bits, 43 base64url characters. Only its hash is kept. */
export type InvitationSecret = Brand<string, 'InvitationSecret'>;

/** The link of an invitation works until the end of this many days after the day on which it was made. */
export const INVITATION_DAYS = 7;

/** A one-time link by which somebody comes to work with Sluis, with one right, for one organisation. */
export type Invitation = {
  readonly id: InvitationId;
  readonly email: Redacted<string>;
  /** How they are called until they say it themselves. */
  readonly name: string | null;
  readonly language: Language;
  /** Who they are once they accept: somebody new, or whoever accepted an invitation to this address before. */
  readonly person: PersonId;
  readonly organisation: OrganisationId;
  readonly right: StaffRight;
  /** Against which the passkey of whoever accepts is made: it serves once, as the invitation does. */
  readonly challenge: string;
  /** Who vouches for them: the name of an operator, or the id of a platform administrator. */
  readonly invitedBy: string;
  readonly invitedAt: Date;
  readonly expiresAt: Date;
  readonly acceptedAt: Date | null;
  readonly withdrawnAt: Date | null;
};

/** Who may bring people to work with Sluis: whoever operates it, or administers it as a person of staff. */
export type StaffInviter = Extract<Actor, { kind: 'operator' | 'person' }>;

/** How an invitation stands at one moment. */
export type InvitationStanding = 'open' | 'accepted' | 'withdrawn' | 'expired';

export function standingOf(
  { acceptedAt, withdrawnAt, expiresAt }: Pick<Invitation, 'acceptedAt' | 'withdrawnAt' | 'expiresAt'>,
  at: Date,
): InvitationStanding {
  if (acceptedAt !== null) return 'accepted';
  if (withdrawnAt !== null) return 'withdrawn';
  return expiresAt > at ? 'open' : 'expired';
}

/** Reads what stands in the link of an invitation; `null` when it cannot be one. */
export function parseInvitationSecret(text: string): InvitationSecret | null {
  return /^[A-Za-z0-9_-]{43}$/.test(text) ? (text as InvitationSecret) : null;
}
