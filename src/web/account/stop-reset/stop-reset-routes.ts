import { Hono } from 'hono';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { confirmPage } from '../confirm-page.ts';
import { isAfterLogin, openedAccount, readAccountForm } from '../owner.ts';

const PLACE = '/account/keys/reset';

/** Stopping the reset of one's own keys. It takes nothing away from anybody, so that no fresh login is asked. */
export function stopResetRoutes(web: Web): Hono<WebEnv> {
  const { keyResets } = web.world;
  const routes = new Hono<WebEnv>();

  routes.get(PLACE, async (context) => {
    const opened = await openedAccount(web, context);
    if (opened instanceof Response) return opened;
    const { frame, owner } = opened;
    if ((await keyResets.ownReset({ person: owner.person })) === null)
      return context.redirect('/account/keys?done=gone', 303);
    const { words } = frame;
    return context.html(
      confirmPage(frame, {
        title: words.say('account.reset.stop'),
        action: PLACE,
        back: '/account/keys',
        text: words.say('account.reset.stop.text'),
        button: words.say('account.reset.stop.go'),
        isDanger: true,
        afterLogin: await isAfterLogin(web, context, owner),
      }),
    );
  });

  routes.post(PLACE, async (context) => {
    const form = await readAccountForm(web, context);
    if (form instanceof Response) return form;
    const { kind } = await keyResets.stopOwn({ person: form.owner.person });
    return context.redirect(`/account/keys?done=${kind === 'stopped' ? 'reset-stopped' : 'gone'}`, 303);
  });
  return routes;
}
