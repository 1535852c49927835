import type { Validity } from '../../base/time.ts';
import type { ApplicationId } from '../application/index.ts';
import type { Organisation, OrganisationId, WorkRelation } from '../organisation/index.ts';
import type { PersonId } from '../person/index.ts';
import type { GivenAs } from '../rights/index.ts';

/** A right of somebody at work, with who gave it; ended and coming ones too. */
export type HeldRight = {
  readonly id: string;
  readonly application: ApplicationId;
  readonly right: string;
  readonly contexts: readonly string[];
  readonly validity: Validity;
  readonly given: {
    /** `null` where nobody of Sluis gave it. */
    readonly name: string | null;
    readonly as: GivenAs;
    readonly at: Date | null;
  };
};

/** What somebody has by one work relation, ended and coming ones too. */
export type HeldAccess = {
  readonly organisation: Organisation;
  readonly relation: Pick<WorkRelation, 'id' | 'userType' | 'validity'>;
  /** Newest first. */
  readonly rights: readonly HeldRight[];
};

export type HeldAccessStore = {
  /** What a person has, by the name of the organisation; in one of them where it is named. */
  of(person: PersonId, organisation: OrganisationId | null): Promise<readonly HeldAccess[]>;
};
