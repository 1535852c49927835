import { Hono } from 'hono';
import { parseAccountKeyId } from '../../../domain/account-keys/index.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { confirmPage } from '../confirm-page.ts';
import { heldKey, nameOfKey } from '../held-key.ts';
import { holderOf } from '../holder.ts';
import { isAfterLogin, openedFresh, readFreshForm } from '../owner.ts';

const done = {
  removed: 'removed',
  'unknown-key': 'gone',
  'last-way': 'last-way',
} as const;

/** Taking a key away. */
export function removeKeyRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();

  routes.get('/account/keys/remove/:held', async (context) => {
    const opened = await openedFresh(web, context);
    if (opened instanceof Response) return opened;
    const { frame, owner } = opened;
    const key = await heldKey(web, owner, context.req.param('held'));
    if (key === null) return context.redirect('/account/keys?done=gone', 303);
    const { words } = frame;
    const name = nameOfKey(frame, key);
    return context.html(
      confirmPage(frame, {
        title: words.say('account.remove', { name }),
        action: context.req.path,
        back: '/account/keys',
        text: words.say(`account.remove.${key.kind}`),
        button: words.say('account.key.remove'),
        isDanger: true,
        afterLogin: await isAfterLogin(web, context, owner),
      }),
    );
  });

  routes.post('/account/keys/remove/:held', async (context) => {
    const form = await readFreshForm(web, context);
    if (form instanceof Response) return form;
    const key = parseAccountKeyId(context.req.param('held'));
    const by = holderOf(form.owner, form.frame);
    const removed =
      key === null ? ({ kind: 'unknown-key' } as const) : await web.world.accountKeys.removeKey({ by, key });
    return context.redirect(`/account/keys?done=${done[removed.kind]}`, 303);
  });
  return routes;
}
