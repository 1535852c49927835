import type { NationalNumber } from '../person/index.ts';
import type { OrganisationCode, TargetGroup } from './model.ts';

/** One organisation as imported. Its people are named by number; who is unknown is added, with the names of the register. */
export type ImportedOrganisation = {
  readonly targetGroup: TargetGroup;
  readonly code: OrganisationCode;
  readonly name: string;
  readonly country: string;
  readonly legalRepresentative: NationalNumber | null;
  readonly headAdministrator: NationalNumber | null;
};
