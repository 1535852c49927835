import type { PersonId } from '../person/index.ts';
import type { Administration, Organisation, OrganisationCode, OrganisationId, TargetGroup } from './model.ts';

export type OrganisationStore = {
  find(id: OrganisationId): Promise<Organisation | null>;
  findByCode(targetGroup: TargetGroup, code: OrganisationCode): Promise<Organisation | null>;
  /** How many people besides this one manage each organisation now; those without any are left out. */
  countAdministrators(
    organisations: readonly OrganisationId[],
    besides: PersonId,
    at: Date,
  ): Promise<ReadonlyMap<OrganisationId, number>>;
  /** Live administrators, for the page that tells whom to turn to. */
  administratorsOf(organisation: OrganisationId, at: Date): Promise<readonly Administration[]>;
};
