import { type ApplicationId, parseApplicationId } from '../../../domain/application/index.ts';
import { parseWorkRelationId, type WorkRelationId } from '../../../domain/work-relation/index.ts';
import type { OrganisationFrame } from '../organisation-layout.ts';

/** What of an organisation's access somebody wishes to see, as the address says it. What is `null` filters nothing. */
export type AccessQuery = {
  readonly application: ApplicationId | null;
  readonly search: string | null;
  readonly unusedDays: number | null;
  readonly after: WorkRelationId | null;
};

/** For how long nobody used a right, in days. */
export const unusedChoices = [90, 180, 365] as const;

/** Reads the query of the page; what it does not understand filters nothing. */
export function readAccessQuery(query: (name: string) => string | undefined): AccessQuery {
  const search = (query('q') ?? '').trim().slice(0, 100);
  return {
    application: parseApplicationId(query('application') ?? ''),
    search: search === '' ? null : search,
    unusedDays: unusedChoices.find((days) => String(days) === query('unused')) ?? null,
    after: parseWorkRelationId(query('after') ?? ''),
  };
}

/** The address of the page for a query. */
export function accessPath({ here }: OrganisationFrame, query: AccessQuery): string {
  const { application, search, unusedDays, after } = query;
  const asked = new URLSearchParams();
  if (search !== null) asked.set('q', search);
  if (application !== null) asked.set('application', application);
  if (unusedDays !== null) asked.set('unused', String(unusedDays));
  if (after !== null) asked.set('after', after);
  return here.at(asked.size > 0 ? `/access?${asked}` : '/access');
}
