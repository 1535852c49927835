import type { CalendarDate, Validity } from '../../base/time.ts';
import type { ApplicationId, OfferedOrganisation } from '../application/index.ts';
import type { Organisation, OrganisationId } from '../organisation/index.ts';
import type { PersonId } from '../person/index.ts';
import type { UserRight } from '../rights/index.ts';

/** A work relation on which rights hang, with whom it ties to which organisation. */
export type RelationOfRights = {
  readonly id: string;
  readonly person: PersonId;
  readonly givenNames: string;
  readonly familyName: string;
  /** Where they are reached at work. */
  readonly email: string | null;
  readonly validity: Validity;
  readonly organisation: Organisation & Pick<OfferedOrganisation, 'within'>;
};

/** A right that ends, in a list of them. */
export type EndingRight = UserRight &
  Pick<RelationOfRights, 'person' | 'givenNames' | 'familyName'> & {
    readonly organisationName: string;
  };

/** Which rights of these organisations end in a period of days, the first to end in front. */
export type EndingFilter = {
  readonly organisations: readonly OrganisationId[];
  /** `all`: of every application. */
  readonly applications: 'all' | readonly ApplicationId[];
  readonly from: Date;
  readonly until: Date;
  /** Those behind this one, in the order of the list. */
  readonly after: string | null;
};

/** User rights as administrators give, change and end them. */
export type UserRights = {
  findRelation(relation: string): Promise<RelationOfRights | null>;
  /** The same; until the end of this unit of work nobody else gives, changes or ends rights on it. */
  holdRelation(relation: string): Promise<RelationOfRights | null>;
  /** The relation that a right hangs on. */
  relationOf(right: string): Promise<string | null>;
  /** What a relation holds that is not over at this moment, the first to end in front. */
  heldBy(relation: string, at: Date): Promise<readonly UserRight[]>;
  /** These of its rights, whether they are over or not. */
  allOf(relation: string, ids: readonly string[]): Promise<readonly UserRight[]>;
  give(...rights: readonly UserRight[]): Promise<void>;
  /** Only while it ends as it did: otherwise nothing of this unit of work is kept (`ChangedMeanwhile`). */
  changeEnd(right: Pick<UserRight, 'id' | 'validity'>, until: Date): Promise<void>;
  changeContexts(right: string, contexts: readonly string[]): Promise<void>;
};

/** Behind one moment, up to another. */
export type DaysAhead = { readonly from: Date; readonly until: Date };

/** Rights that end, of whole organisations. */
export type EndingRights = {
  /** At most `most`. */
  list(filter: EndingFilter, most: number): Promise<readonly EndingRight[]>;
  /** How many end in each month of Belgium that this period touches, the first day of the month with each. */
  countByMonth(
    filter: Omit<EndingFilter, 'after'>,
  ): Promise<readonly { readonly month: CalendarDate; readonly count: number }[]>;
  /** Organisations of which a right ends in a period, and of whose end at this distance nobody was reminded, by id behind this one. */
  organisationsToRemind(
    days: number,
    period: DaysAhead,
    after: OrganisationId | null,
  ): Promise<readonly OrganisationId[]>;
  /** Takes the rights of one organisation of whose end at this distance nobody was reminded: each is given out once, ever. */
  takeToRemind(
    organisation: OrganisationId,
    days: number,
    period: DaysAhead,
  ): Promise<readonly EndingRight[]>;
};
