import type { Hono } from 'hono';
import { personAgainRoutes } from '../../http/session/person-routes.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { organisationPages } from '../open-organisation.ts';
import { personLayout } from '../person-layout.ts';

/** Why another login is asked of an administrator, and more time in a session that is about to end. */
export function againRoutes(web: Web): Hono<WebEnv> {
  return personAgainRoutes(web, organisationPages, {
    page: ({ frame }, content) => personLayout(frame, content),
    // The part of the organisation from which the step was begun.
    placeOf: (to) => to.split('?')[0]?.split('/').slice(0, 4).join('/') ?? '/organisation',
  });
}
