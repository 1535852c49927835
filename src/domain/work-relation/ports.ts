import type { Validity } from '../../base/time.ts';
import type { ApplicationId } from '../application/index.ts';
import type { OrganisationId } from '../organisation/index.ts';
import type { PersonId } from '../person/index.ts';
import type { RelationDetails } from './check-relation.ts';
import type { RelationAttribute, RelationType, WorkRelationId } from './model.ts';

/** Somebody who works, worked or will work for an organisation. */
export type PersonAtWork = {
  readonly relation: WorkRelationId;
  readonly person: PersonId;
  readonly organisation: OrganisationId;
  readonly givenNames: string;
  readonly familyName: string;
  readonly type: RelationType;
  readonly validity: Validity;
  /** Counts changes: of two who change it at once, the second one is told. */
  readonly version: number;
  /** Who added them, where it was a person, and on what authority. */
  readonly added: { readonly by: PersonId | null; readonly as: string };
} & Readonly<Record<RelationAttribute, string | null>>;

/** One line of the list of an organisation's people. */
export type PersonInList = Pick<
  PersonAtWork,
  'relation' | 'person' | 'givenNames' | 'familyName' | 'type' | 'jobTitle' | 'email' | 'validity'
> & {
  /** How many rights of theirs count now. */
  readonly rights: number;
  /** When they logged in for the last time, to the hour; `null` where that is not known any more. */
  readonly lastLoginAt: Date | null;
};

/** How work relations stand: those that count now, those that end within a month, those to come, and those that are over. */
export const relationStandings = ['current', 'ending', 'coming', 'ended'] as const;
export type RelationStanding = (typeof relationStandings)[number];

/** Whom a list shows. What is `null` filters nothing. */
export type PeopleFilter = {
  readonly organisation: OrganisationId;
  readonly standing: RelationStanding;
  readonly type: RelationType | null;
  /** Who has a right there that counts now. */
  readonly application: ApplicationId | null;
  /** Words that a name holds, each the beginning of one of its words. */
  readonly search: string | null;
  /** Who has a right there for longer than so many days, and did not act by it as long; `null`, or left out, is everybody. */
  readonly unusedDays?: number | null;
  /** Those behind this one, in the order of names. */
  readonly after: WorkRelationId | null;
};

/** A right of a work relation that is not over. */
export type RightAtWork = {
  readonly id: string;
  readonly application: ApplicationId;
  readonly right: string;
  readonly contexts: readonly string[];
  readonly validity: Validity;
};

/** A work relation to be kept. */
export type NewRelation = RelationDetails & {
  readonly id: WorkRelationId;
  readonly person: PersonId;
  readonly organisation: OrganisationId;
  readonly added: PersonAtWork['added'];
};

/** The people of organisations. */
export type PeopleStore = {
  /** At most `most`, by name. */
  list(filter: PeopleFilter, at: Date, most: number): Promise<readonly PersonInList[]>;
  /** A relation of this organisation; one of another is as one that there is not. */
  find(organisation: OrganisationId, relation: WorkRelationId): Promise<PersonAtWork | null>;
  /** The relation of a person here that is not over, whether it began or not; until the end of this unit of work nobody else adds one. */
  holdOf(person: PersonId, organisation: OrganisationId, at: Date): Promise<PersonAtWork | null>;
  add(relation: NewRelation): Promise<void>;
  /** Only while it is of this version: `false` when somebody else changed it meanwhile. */
  change(relation: WorkRelationId, version: number, details: RelationDetails): Promise<boolean>;
  /** The rights of a relation that are not over, the first to end in front. */
  rightsOf(relation: WorkRelationId, at: Date): Promise<readonly RightAtWork[]>;
  /** Lets no right of a relation outlive this moment, and tells which it ended. */
  endRights(relation: WorkRelationId, until: Date): Promise<readonly RightAtWork[]>;
};
