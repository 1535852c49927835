import { Hono } from 'hono';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { countryInWords } from '../../ui/country-in-words.ts';
import { confirmPage } from '../confirm-page.ts';
import { languageOf } from '../holder.ts';
import { isAfterLogin, openedFresh, readFreshForm } from '../owner.ts';

const done = { unlinked: 'unlinked', 'unknown-link': 'gone', 'in-use': 'in-use' } as const;

/** Unlinking an eID from one's account. */
export function unlinkEidRoutes(web: Web): Hono<WebEnv> {
  const { account } = web.world;
  const routes = new Hono<WebEnv>();

  routes.get('/account/keys/unlink/:linked', async (context) => {
    const opened = await openedFresh(web, context);
    if (opened instanceof Response) return opened;
    const { frame, owner } = opened;
    const { eids } = await account.viewWays({ owner });
    const eid = eids.find(({ id }) => id === context.req.param('linked'));
    if (eid === undefined) return context.redirect('/account/keys?done=gone', 303);
    if (eid.isInUse) return context.redirect('/account/keys?done=in-use', 303);
    const { words } = frame;
    return context.html(
      confirmPage(frame, {
        title: words.say('account.unlink', countryInWords(frame, eid.country)),
        action: context.req.path,
        back: '/account/keys',
        text: words.say('account.unlink.text'),
        button: words.say('account.eid.unlink'),
        isDanger: true,
        afterLogin: await isAfterLogin(web, context, owner),
      }),
    );
  });

  routes.post('/account/keys/unlink/:linked', async (context) => {
    const form = await readFreshForm(web, context);
    if (form instanceof Response) return form;
    const { owner, frame } = form;
    const link = context.req.param('linked');
    const { kind } = await account.unlinkEid({ owner, language: languageOf(frame), link });
    return context.redirect(`/account/keys?done=${done[kind]}`, 303);
  });
  return routes;
}
