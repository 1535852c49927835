import { Hono } from 'hono';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { securityText } from './security-txt.ts';

/** RFC 9116 3. */
const SECURITY_TEXT = '/.well-known/security.txt';

/** Whom to tell about a weakness. */
export function securityTxtRoutes({ world }: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  routes.get(SECURITY_TEXT, (context) => context.text(securityText(world.settings, world.clock())));
  return routes;
}
