import type { OrganisationCode, TargetGroup } from '../organisation/index.ts';
import type { PersonId } from '../person/index.ts';
import type { Orphan, OrphanPage, RegisteredOrganisation } from './model.ts';

/** The register of organisations, as a port: the embedded one is what `organisation import` put in, a country plugs in its own. */
export type EnterpriseRegister = {
  /** What is registered under this code, with everybody who represents it at a moment; `null` when nothing is. */
  findByCode(
    targetGroup: TargetGroup,
    code: OrganisationCode,
    at: Date,
  ): Promise<RegisteredOrganisation | null>;
};

export type OrphanStore = {
  /** A page of the organisations in which nobody decides; a unit has the people of the organisation above it. */
  list(page: OrphanPage): Promise<readonly Orphan[]>;
  /** Who administers the platform itself, and takes care of them. */
  caretakers(at: Date): Promise<readonly PersonId[]>;
};
