import type { Validity } from '../../base/time.ts';
import type { Organisation, OrganisationCode, OrganisationId } from '../organisation/index.ts';
import type { NationalNumber } from '../person/index.ts';

/** Somebody whom a register names as legal representative. */
export type RegisteredRepresentative = {
  readonly number: NationalNumber;
  /** In which capacity, in the words of the register. */
  readonly function: string | null;
  readonly validity: Validity;
};

/** What a register says of one organisation. */
export type RegisteredOrganisation = Pick<
  Organisation,
  'targetGroup' | 'code' | 'name' | 'country' | 'validity'
> & {
  /** The codes of the organisations that it is a unit of, whatever lies between. */
  readonly within: readonly OrganisationCode[];
  readonly representatives: readonly RegisteredRepresentative[];
};

/** An organisation that counts and has neither a legal representative nor an administrator: nobody decides there. */
export type Orphan = Pick<Organisation, 'id' | 'targetGroup' | 'code' | 'name'> & {
  /** When the last one left; `null` where there never was anybody. */
  readonly since: Date | null;
};

export type OrphanPage = {
  readonly at: Date;
  /** Those after this one, in the order of ids. */
  readonly after: OrganisationId | null;
  readonly most: number;
};
