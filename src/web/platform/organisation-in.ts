import { type OrganisationId, parseOrganisationId } from '../../domain/organisation/index.ts';
import { showProblem } from '../http/show-problem.ts';
import type { Web, WebContext } from '../http/web-context.ts';

export const ORGANISATIONS = '/platform/organisations';
export const ORGANISATION = `${ORGANISATIONS}/:organisation` as const;

/** The address of an organisation among the pages of the platform. */
export function organisationPath(id: OrganisationId): string {
  return `${ORGANISATIONS}/${id}`;
}

/** The organisation that the address names; the page that says that there is none for anything that is no id. */
export async function withOrganisation(
  web: Web,
  context: WebContext,
  work: (id: OrganisationId) => Promise<Response>,
): Promise<Response> {
  const id = parseOrganisationId(context.req.param('organisation') ?? '');
  return id === null ? showProblem(web, context, { problem: { kind: 'not-found' } }) : work(id);
}
