import type { Hono } from 'hono';
import { personLeaveRoutes } from '../../http/session/person-routes.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { organisationPages } from '../open-organisation.ts';

/** Logging out of the pages of organisations. */
export function leaveRoutes(web: Web): Hono<WebEnv> {
  return personLeaveRoutes(web, organisationPages);
}
