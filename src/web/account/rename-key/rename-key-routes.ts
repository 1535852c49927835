import { Hono } from 'hono';
import { parseAccountKeyId } from '../../../domain/account-keys/index.ts';
import { readFormAgain, showFormAgain } from '../../http/form-again.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { sayErrors } from '../../ui/form/error-words.ts';
import { heldKey, nameOfKey } from '../held-key.ts';
import { holderOf } from '../holder.ts';
import { type AccountTold, formOwner, openedAccount, readAccountForm } from '../owner.ts';
import { renameKeyErrors } from './rename-key-errors.ts';
import { renameKeyPage } from './rename-key-page.ts';

/** Calling a key otherwise. */
export function renameKeyRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();

  routes.get('/account/keys/rename/:held', async (context) => {
    const opened = await openedAccount(web, context);
    if (opened instanceof Response) return opened;
    const { frame, owner } = opened;
    const key = await heldKey(web, owner, context.req.param('held'));
    if (key === null) return context.redirect('/account/keys?done=gone', 303);
    const again = await readFormAgain<AccountTold>(
      web,
      context,
      formOwner(web, context, owner),
      context.req.path,
    );
    const typed = again?.typed ?? { name: nameOfKey(frame, key) };
    const errors = sayErrors(frame.words, again?.told.errors ?? [], renameKeyErrors);
    return context.html(renameKeyPage({ frame, typed, errors }, context.req.path));
  });

  routes.post('/account/keys/rename/:held', async (context) => {
    const form = await readAccountForm(web, context);
    if (form instanceof Response) return form;
    const { owner, frame, fields } = form;
    const key = parseAccountKeyId(context.req.param('held'));
    const name = fields.get('name') ?? '';
    const renamed =
      key === null
        ? ({ kind: 'unknown-key' } as const)
        : await web.world.accountKeys.renameKey({ by: holderOf(owner, frame), key, name });
    if (renamed.kind === 'wrong') {
      const { path } = context.req;
      const told: AccountTold = { errors: [{ field: 'name', code: renamed.code }] };
      const sent = { form: path, page: path, typed: { name }, told };
      return showFormAgain<AccountTold>(web, context, formOwner(web, context, owner), sent);
    }
    return context.redirect(`/account/keys?done=${renamed.kind === 'renamed' ? 'renamed' : 'gone'}`, 303);
  });
  return routes;
}
