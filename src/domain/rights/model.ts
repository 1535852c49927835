import type { Validity } from '../../base/time.ts';
import type { ApplicationId } from '../application/index.ts';
import type { OrganisationCode, OrganisationId } from '../organisation/index.ts';
import type { PersonId } from '../person/index.ts';

/** A user right that a work relation holds: may do this, in these contexts, for this organisation, in this period. */
export type UserRight = {
  readonly id: string;
  readonly workRelation: string;
  readonly organisation: OrganisationId;
  readonly application: ApplicationId;
  readonly right: string;
  readonly contexts: readonly string[];
  readonly validity: Validity;
  readonly given: Provenance;
};

/** On what authority a right was given. */
export type GivenAs =
  | 'import'
  | 'legal-representative'
  | 'administrator'
  | 'request'
  | 'platform'
  | 'invitation'
  | 'operator';

/** Where a right comes from. */
export type Provenance = {
  /** `null` where nobody of Sluis gave it: it came by an import, or from an operator. */
  readonly by: PersonId | null;
  readonly as: GivenAs;
  /** `null` for what stood there before this was kept. */
  readonly at: Date | null;
  /** The second person who agreed, where two are needed. */
  readonly confirmedBy: PersonId | null;
};

/** Of rights that an installation is handed. */
export const byImport: Provenance = { by: null, as: 'import', at: null, confirmedBy: null };

/** A user right that counts now: valid, of a live work relation, with the contexts its definition asks for. */
export type GrantedRight = {
  readonly right: string;
  readonly contexts: readonly string[];
  readonly organisation: OrganisationCode;
};
