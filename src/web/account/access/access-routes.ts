import { Hono } from 'hono';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { accessNotice } from '../access-notice.ts';
import { openedAccount, readAccountForm } from '../owner.ts';
import { accessPage } from './access-page.ts';
import { giveUpPage } from './give-up-page.ts';

/** `/account/access`: what somebody may do, and giving it up. */
export function accessRoutes(web: Web): Hono<WebEnv> {
  const { accessRequests, clock } = web.world;
  const routes = new Hono<WebEnv>();

  routes.get('/account/access', async (context) => {
    const opened = await openedAccount(web, context);
    if (opened instanceof Response) return opened;
    const { frame, owner } = opened;
    const access = await accessRequests.viewOwnAccess({ person: owner.person });
    return context.html(accessPage(frame, { ...access, now: clock(), notice: accessNotice(context, frame) }));
  });

  routes.get('/account/access/give-up/:right', async (context) => {
    const opened = await openedAccount(web, context);
    if (opened instanceof Response) return opened;
    const { person } = opened.owner;
    const right = await accessRequests.viewOwnRight({ person, right: context.req.param('right') });
    if (right === null) return context.redirect('/account/access?done=gone', 303);
    const { applications } = await accessRequests.viewOwnAccess({ person });
    return context.html(giveUpPage(opened.frame, right, applications));
  });

  routes.post('/account/access/give-up/:right', async (context) => {
    const form = await readAccountForm(web, context);
    if (form instanceof Response) return form;
    const { person } = form.owner;
    const { kind } = await accessRequests.giveUpRight({ person, right: context.req.param('right') });
    return context.redirect(`/account/access?done=${kind === 'given-up' ? kind : 'gone'}`, 303);
  });
  return routes;
}
