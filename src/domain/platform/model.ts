import type { Organisation, OrganisationId } from '../organisation/index.ts';
import type { PersonId } from '../person/index.ts';
import type { StaffRight } from '../staff/index.ts';

/** What is wrong with something that was typed on the pages of the platform: `field` is that of the form. */
export type PlatformError = {
  readonly field: string;
  readonly code:
    | 'empty'
    | 'choose'
    | 'too-short'
    | 'too-long'
    | 'not-right'
    | 'unknown'
    | 'ended'
    | 'not-for-staff'
    | 'same'
    | 'too-many';
};

/** Why somebody cannot see what they asked for. */
export type LookRefusal =
  | { readonly kind: 'not-allowed' }
  /** There is no such organisation, person or invitation; or it is over. */
  | { readonly kind: 'unknown' };

/** Why a platform administrator cannot do what they asked for. */
export type PlatformRefusal =
  | LookRefusal
  | { readonly kind: 'wrong'; readonly errors: readonly PlatformError[] }
  /** Nobody acts on themselves. */
  | { readonly kind: 'oneself' }
  /** Somebody else changed it meanwhile. */
  | { readonly kind: 'changed' };

/** Somebody who decides for an organisation: by law, or because they were appointed. */
export type OrganisationPerson = {
  /** Of the representation or the administration; a representation may have none. */
  readonly id: string;
  readonly person: PersonId;
  readonly name: string;
  readonly kind: 'legal-representative' | 'head-local-administrator' | 'local-administrator';
  readonly from: Date;
  readonly until: Date | null;
};

/** A right of staff that counts now, with when it ends: the first end of the right, the work relation and the organisation. */
export type StaffMemberRight = {
  readonly id: string;
  readonly right: StaffRight;
  readonly organisationName: string;
  readonly until: Date | null;
};

/** Somebody who works with Sluis, with all their rights of this moment. */
export type StaffMemberRights = {
  readonly person: PersonId;
  readonly name: string;
  readonly rights: readonly StaffMemberRight[];
};

/** Where the page before one ended, in a list by name. */
export type Place = { readonly name: string; readonly id: string };

/** Which organisations are listed, by name; those after `after`. */
export type OrganisationSearch = {
  readonly words: string;
  readonly targetGroup: Organisation['targetGroup'] | null;
  readonly after: OrganisationId | null;
};

/** A page of a list: what is on it, and whether more follows. */
export type Listed<Item> = { readonly items: readonly Item[]; readonly hasMore: boolean };
