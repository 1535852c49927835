import type { Hono } from 'hono';
import type { WebEnv } from './web-context.ts';

/** The page that an address belongs to: itself, or the nearest above it that answers to GET; else the home page. */
export function nearestPage(app: Hono<WebEnv>, path: string): string {
  for (let left = path; left.startsWith('/') && left !== '/'; left = left.slice(0, left.lastIndexOf('/')))
    if (answersTo(app, 'GET', left)) return left;
  return '/';
}

/** Whether there is a route, besides what stands before every route. */
export function answersTo(app: Hono<WebEnv>, method: 'GET' | 'POST', path: string): boolean {
  const [found] = app.router.match(method, path);
  return found.some(([[, route]]) => route.method === method);
}
