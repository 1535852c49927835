import type { Brand } from '../../base/brand.ts';
import type { Validity } from '../../base/time.ts';
import type { PersonId } from '../person/index.ts';

/** The random internal id of an organisation. */
export type OrganisationId = Brand<string, 'OrganisationId'>;

/**
 * Target groups of Flemish user management (ACM "doelgroepen"): BUR citizens, GID Flemish entities, LB local authorities,
 * OV education, EA enterprises, VER associations.
 */
export const targetGroups = ['BUR', 'GID', 'LB', 'OV', 'EA', 'VER'] as const;
export type TargetGroup = (typeof targetGroups)[number];

/** The code by which the world knows an organisation: KBO number, OVO code, institution number, V-code, or foreign `DE:HRB 12345`. */
export type OrganisationCode = Brand<string, 'OrganisationCode'>;

export type Organisation = {
  readonly id: OrganisationId;
  readonly targetGroup: TargetGroup;
  readonly code: OrganisationCode;
  readonly name: string;
  /** `BE`, or the country of a foreign organisation without a Belgian number. */
  readonly country: string;
  readonly validity: Validity;
  /** The organisation that this is a unit of. */
  readonly parent: OrganisationId | null;
  /** The organisation that took this one over. */
  readonly mergedInto: OrganisationId | null;
};

/** The law makes this person represent the organisation; it is not a right that anybody granted. */
export type LegalRepresentation = {
  readonly organisation: OrganisationId;
  readonly person: PersonId;
  readonly validity: Validity;
};

/** Who manages an organisation's people and their rights. */
export type Administration = {
  readonly organisation: OrganisationId;
  readonly person: PersonId;
  readonly kind: 'head-local-administrator' | 'local-administrator';
  readonly validity: Validity;
};

/** A person working for an organisation. User rights hang on this, and end with it. */
export type WorkRelation = {
  readonly id: string;
  readonly person: PersonId;
  readonly organisation: OrganisationId;
  readonly userType: 'civil-servant' | 'permanent' | 'external' | 'occasional';
  readonly email: string | null;
  readonly validity: Validity;
};
