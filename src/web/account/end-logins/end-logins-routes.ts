import { Hono } from 'hono';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { readAccountForm } from '../owner.ts';

/** Ending logins elsewhere: in one browser, or in all others. It needs no fresh login: whoever lost a phone is in a hurry. */
export function endLoginsRoutes(web: Web): Hono<WebEnv> {
  const { account } = web.world;
  const routes = new Hono<WebEnv>();

  routes.post('/account/sessions/end', async (context) => {
    const form = await readAccountForm(web, context);
    if (form instanceof Response) return form;
    const device = form.fields.get('device') ?? '';
    const { kind } = await account.endDevice({ owner: form.owner, device });
    return context.redirect(`/account/sessions?done=${kind === 'ended' ? 'ended' : 'gone'}`, 303);
  });

  routes.post('/account/sessions/others', async (context) => {
    const form = await readAccountForm(web, context);
    if (form instanceof Response) return form;
    await account.endOtherDevices(form);
    return context.redirect('/account/sessions?done=others', 303);
  });
  return routes;
}
