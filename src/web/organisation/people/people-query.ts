import { type ApplicationId, parseApplicationId } from '../../../domain/application/index.ts';
import type { OrganisationId } from '../../../domain/organisation/index.ts';
import {
  type PeopleFilter,
  parseWorkRelationId,
  type RelationStanding,
  type RelationType,
  relationStandings,
  relationTypes,
  type WorkRelationId,
} from '../../../domain/work-relation/index.ts';
import type { SealedSearch, SearchSeal } from '../../http/sealed-search.ts';

/** Which page of the list of people, as the address says it. What is `null` filters nothing. */
export type PeopleQuery = {
  readonly standing: RelationStanding;
  readonly type: RelationType | null;
  readonly application: ApplicationId | null;
  readonly search: SealedSearch | null;
  readonly after: WorkRelationId | null;
};

export const wholeList: PeopleQuery = {
  standing: 'current',
  type: null,
  application: null,
  search: null,
  after: null,
};

/** Reads the query of the list; what it does not understand filters nothing. */
export function readPeopleQuery(params: URLSearchParams, seal: SearchSeal): PeopleQuery {
  const text = (name: string) => params.get(name) ?? '';
  return {
    standing: relationStandings.find((each) => each === text('standing')) ?? 'current',
    type: relationTypes.find((each) => each === text('type')) ?? null,
    application: parseApplicationId(text('application')),
    search: text('found') === '' ? null : seal.open(text('found')),
    after: parseWorkRelationId(text('after')),
  };
}

/** The query as it stands in an address: the names that were searched for are sealed in it. */
export function writePeopleQuery({ standing, type, application, search, after }: PeopleQuery): string {
  const params = new URLSearchParams({
    ...(standing !== 'current' && { standing }),
    ...(type !== null && { type }),
    ...(application !== null && { application }),
    ...(search !== null && { found: search.sealed }),
    ...(after !== null && { after }),
  });
  return params.size === 0 ? '' : `?${params}`;
}

/** What is asked of the list. */
export function filterOf(
  { standing, type, application, search, after }: PeopleQuery,
  organisation: OrganisationId,
): PeopleFilter {
  return { organisation, standing, type, application, search: search?.words ?? null, after };
}
