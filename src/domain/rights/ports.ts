import type { ApplicationId } from '../application/index.ts';
import type { LegalRepresentation, Organisation, WorkRelation } from '../organisation/index.ts';
import type { PersonId } from '../person/index.ts';
import type { UserRight } from './model.ts';

/** Everything that ties one person to organisations, as one application may know it: read in one query. */
export type PersonTies = {
  readonly organisations: readonly Organisation[];
  readonly workRelations: readonly WorkRelation[];
  /** Ended and coming rights too, so that the choice page can say why. */
  readonly rights: readonly UserRight[];
  readonly representations: readonly LegalRepresentation[];
  /** `vo_id` per target group, for the groups where the person is in user management. */
  readonly voIds: Readonly<Record<string, string>>;
};

export type UserRightStore = {
  tiesOf(person: PersonId, application: ApplicationId): Promise<PersonTies>;
};
