import { Hono } from 'hono';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { organisationPages } from '../open-organisation.ts';
import { choosePage } from './choose-page.ts';
import { nothingPage } from './nothing-page.ts';

/** `/organisation`: which of the organisations that one administers; straight on where it is one. */
export function chooseRoutes(web: Web): Hono<WebEnv> {
  const { organisationDesk, settings } = web.world;
  const routes = new Hono<WebEnv>();

  routes.get('/organisation', async (context) => {
    const opened = await organisationPages.opened(web, context);
    if (opened instanceof Response) return opened;
    const { owner } = opened;
    const [first, ...others] = await organisationDesk.listAdministered({ person: owner.person });
    return context.redirect(
      first && others.length === 0 ? `/organisation/${first.organisation.id}` : '/organisation/choose',
      303,
    );
  });

  routes.get('/organisation/choose', async (context) => {
    const opened = await organisationPages.opened(web, context);
    if (opened instanceof Response) return opened;
    const { frame, owner } = opened;
    const administered = await organisationDesk.listAdministered({ person: owner.person });
    if (administered.length === 0) return context.html(nothingPage(frame, settings.contact));
    const query = (context.req.query('q') ?? '').slice(0, 60);
    return context.html(choosePage(frame, { administered, query }));
  });
  return routes;
}
