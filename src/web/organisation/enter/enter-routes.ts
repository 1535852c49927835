import type { Hono } from 'hono';
import { personEnterRoutes } from '../../http/session/person-routes.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { organisationPages } from '../open-organisation.ts';

/** Logging in to the pages of organisations. */
export function enterRoutes(web: Web): Hono<WebEnv> {
  return personEnterRoutes(web, organisationPages);
}
