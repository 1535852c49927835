import { parseWorkRelationId, type ViewedPerson } from '../../domain/work-relation/index.ts';
import type { Web, WebContext } from '../http/web-context.ts';
import { type OpenedOrganisation, ORGANISATION, showNotHere } from './open-organisation.ts';

/** How the addresses of one person begin, in the router. */
export const PERSON = `${ORGANISATION}/people/:relation{[0-9a-f-]{36}}`;

type Found = Extract<ViewedPerson, { kind: 'person' }>;

/** Somebody of the organisation that is open; one of another is as one that there is not. */
export async function findPerson(
  web: Web,
  context: WebContext,
  opened: OpenedOrganisation,
): Promise<Found | Response> {
  const relation = parseWorkRelationId(context.req.param('relation') ?? '');
  const organisation = opened.administrator.organisation.id;
  const viewed = relation && (await web.world.people.view({ by: opened.by, organisation, relation }));
  return viewed?.kind === 'person' ? viewed : showNotHere(web, context, opened);
}
