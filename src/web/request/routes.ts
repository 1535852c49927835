import { Hono } from 'hono';
import type { Web, WebEnv } from '../http/web-context.ts';
import { addSendRoutes } from './check/check-routes.ts';
import { addDocumentRoutes } from './documents/documents-routes.ts';
import { addArrivalRoutes } from './enter/enter-routes.ts';
import { addQuestionRoutes } from './questions/questions-routes.ts';
import { addStatusRoutes } from './status/status-routes.ts';

/**
 * The pages of somebody who asked for a number. Each form leads back to a page by 303, or shows again what was typed with what was
 * wrong (422). Everything works without script.
 */
export function requestRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  addArrivalRoutes(routes, web);
  addQuestionRoutes(routes, web);
  addSendRoutes(routes, web);
  addStatusRoutes(routes, web);
  addDocumentRoutes(routes, web);
  return routes;
}
