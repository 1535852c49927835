import type {
  Administration,
  LegalRepresentation,
  Organisation,
  OrganisationCode,
  OrganisationId,
  TargetGroup,
  WorkRelation,
} from './model.ts';

export type OrganisationStore = {
  find(id: OrganisationId): Promise<Organisation | null>;
  findByCode(targetGroup: TargetGroup, code: OrganisationCode): Promise<Organisation | null>;
  put(organisation: Organisation): Promise<Organisation>;
  addLegalRepresentation(representation: LegalRepresentation): Promise<void>;
  addAdministration(administration: Administration): Promise<void>;
  /** A person has at most one live work relation per organisation; the same one again changes nothing. */
  addWorkRelation(relation: WorkRelation): Promise<WorkRelation>;
  /** Live administrators, for the page that tells whom to turn to. */
  administratorsOf(organisation: OrganisationId, at: Date): Promise<readonly Administration[]>;
};
