import { Hono } from 'hono';
import { readFormAgain, showFormAgain } from '../../http/form-again.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { sayErrors } from '../../ui/form/error-words.ts';
import { holderOf } from '../holder.ts';
import { type AccountTold, formOwner, openedFresh, readFreshForm } from '../owner.ts';
import { addAppErrors } from './add-app-errors.ts';
import { addAppPage } from './add-app-page.ts';

/** An authenticator app. Once it is set up, its recovery codes come next. */
export function addAppRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();

  routes.get('/account/keys/app', async (context) => {
    const opened = await openedFresh(web, context);
    if (opened instanceof Response) return opened;
    const { frame, owner } = opened;
    const setup = await web.world.accountKeys.beginApp({ by: holderOf(owner, frame) });
    if (setup.kind === 'too-weak') return context.redirect('/account/keys?done=too-weak', 303);
    const { path } = context.req;
    const again = await readFormAgain<AccountTold>(web, context, formOwner(web, context, owner), path);
    const errors = sayErrors(frame.words, again?.told.errors ?? [], addAppErrors);
    return context.html(addAppPage({ frame, typed: again?.typed ?? {}, errors }, path, setup));
  });

  routes.post('/account/keys/app', async (context) => {
    const form = await readFreshForm(web, context);
    if (form instanceof Response) return form;
    const { owner, frame, fields } = form;
    const [code, name] = [fields.get('code') ?? '', fields.get('name') ?? ''];
    const confirmed = await web.world.accountKeys.confirmApp({ by: holderOf(owner, frame), code, name });
    if (confirmed.kind === 'bound') return context.redirect('/account/keys/recovery', 303);
    if (confirmed.kind === 'too-weak') return context.redirect('/account/keys?done=too-weak', 303);
    const { path } = context.req;
    const error = confirmed.kind === 'wrong' ? confirmed : { field: 'code', code: 'late' };
    const told: AccountTold = { errors: [{ field: error.field, code: error.code }] };
    // The code of an app is over before the page is there again.
    const sent = { form: path, page: path, typed: { name }, told };
    return showFormAgain<AccountTold>(web, context, formOwner(web, context, owner), sent);
  });
  return routes;
}
