import type { Validity } from '../../base/time.ts';
import type { ApplicationId } from '../application/index.ts';
import type { OrganisationCode, OrganisationId } from '../organisation/index.ts';

/** A user right that a work relation holds: may do this, in these contexts, for this organisation, in this period. */
export type UserRight = {
  readonly id: string;
  readonly workRelation: string;
  readonly organisation: OrganisationId;
  readonly application: ApplicationId;
  readonly right: string;
  readonly contexts: readonly string[];
  readonly validity: Validity;
};

/** A user right that counts now: valid, of a live work relation, with the contexts its definition asks for. */
export type GrantedRight = {
  readonly right: string;
  readonly contexts: readonly string[];
  readonly organisation: OrganisationCode;
};
