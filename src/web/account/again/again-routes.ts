import type { Hono } from 'hono';
import { personAgainRoutes } from '../../http/session/person-routes.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { accountLayout } from '../account-layout.ts';
import { accountPages } from '../owner.ts';

/** Why another login is asked of somebody in their account, and more time in a session that is about to end. */
export function againRoutes(web: Web): Hono<WebEnv> {
  return personAgainRoutes(web, accountPages, {
    page: ({ frame }, content) => accountLayout(frame, { ...content, section: 'home' }),
    // The part of the account from which the step was begun.
    placeOf: (to) => to.split('?')[0]?.split('/').slice(0, 3).join('/') ?? '/account',
  });
}
