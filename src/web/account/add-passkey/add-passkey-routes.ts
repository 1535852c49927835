import { Hono } from 'hono';
import type { BoundPasskey } from '../../../domain/account-keys/index.ts';
import { readFormAgain, showFormAgain } from '../../http/form-again.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { sayErrors } from '../../ui/form/error-words.ts';
import { holderOf } from '../holder.ts';
import { type AccountTold, formOwner, openedFresh, readFreshForm } from '../owner.ts';
import { addPasskeyErrors } from './add-passkey-errors.ts';
import { addPasskeyPage } from './add-passkey-page.ts';

/** A new passkey. */
export function addPasskeyRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();

  routes.get('/account/keys/passkey', async (context) => {
    const opened = await openedFresh(web, context);
    if (opened instanceof Response) return opened;
    const { frame, owner } = opened;
    const begun = await web.world.passkeys.begin({ by: holderOf(owner, frame) });
    if (begun.kind === 'too-weak') return context.redirect('/account/keys?done=too-weak', 303);
    const { path } = context.req;
    const again = await readFormAgain<AccountTold>(web, context, formOwner(web, context, owner), path);
    const errors = sayErrors(frame.words, again?.told.errors ?? [], addPasskeyErrors);
    return context.html(addPasskeyPage({ frame, typed: again?.typed ?? {}, errors }, path, begun.options));
  });

  routes.post('/account/keys/passkey', async (context) => {
    const form = await readFreshForm(web, context);
    if (form instanceof Response) return form;
    const { owner, frame, fields } = form;
    const [name, response] = [fields.get('name') ?? '', fields.get('response') ?? ''];
    const bound = await web.world.passkeys.bind({ by: holderOf(owner, frame), name, response });
    if (bound.kind === 'bound') return context.redirect('/account/keys?done=added', 303);
    if (bound.kind === 'too-weak') return context.redirect('/account/keys?done=too-weak', 303);
    const { path } = context.req;
    const told: AccountTold = { errors: [errorOf(bound)] };
    const sent = { form: path, page: path, typed: { name }, told };
    return showFormAgain<AccountTold>(web, context, formOwner(web, context, owner), sent);
  });
  return routes;
}

function errorOf(
  bound: Exclude<BoundPasskey, { kind: 'bound' | 'too-weak' }> | { readonly kind: 'refused' },
) {
  if (bound.kind === 'wrong') return { field: 'name', code: bound.code };
  return { field: 'passkey', code: bound.kind === 'not-accepted' ? bound.policy : bound.kind };
}
