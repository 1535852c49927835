import type { Hono } from 'hono';
import { personLeaveRoutes } from '../../http/session/person-routes.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { accountPages } from '../owner.ts';

/** Logging out of one's own account. */
export function leaveRoutes(web: Web): Hono<WebEnv> {
  return personLeaveRoutes(web, accountPages);
}
