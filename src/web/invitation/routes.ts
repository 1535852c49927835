import type { Hono } from 'hono';
import { joinActs } from '../http/area.ts';
import type { Web, WebEnv } from '../http/web-context.ts';
import { enterRoutes } from './enter/enter-routes.ts';
import { openRoutes } from './open/open-routes.ts';
import { workRoutes } from './work/work-routes.ts';

/** An invitation of staff: its page, the passkey that accepts it, and the login that does for somebody who is known here. */
export function openInvitationRoutes(web: Web): Hono<WebEnv> {
  return joinActs(web, [enterRoutes, workRoutes, openRoutes]);
}
