import { Hono } from 'hono';
import type { Web, WebEnv } from './web-context.ts';

/** `/health/live`: the process runs. `/health/ready`: it can serve (503 while the database does not answer). */
export function healthRoutes({ world }: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  routes.get('/health/live', (context) => context.text('ok'));
  routes.get('/health/ready', async (context) => {
    const ready = await world.isReady().catch(() => false);
    return ready ? context.text('ok') : context.text('not ready', 503);
  });
  return routes;
}
