import type { Hono } from 'hono';
import { personEnterRoutes } from '../../http/session/person-routes.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { accountPages } from '../owner.ts';

/** Logging in to one's own account. */
export function enterRoutes(web: Web): Hono<WebEnv> {
  return personEnterRoutes(web, accountPages);
}
