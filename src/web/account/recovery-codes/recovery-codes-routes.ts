import { Hono } from 'hono';
import { readFormAgain, showFormAgain, withForm } from '../../http/form-again.ts';
import type { Web, WebContext, WebEnv } from '../../http/web-context.ts';
import { holderOf } from '../holder.ts';
import { formOwner, type OpenedAccount, openedFresh, readFreshForm } from '../owner.ts';
import { recoveryCodesPage } from './recovery-codes-page.ts';

const FORM = 'account recovery codes';
const PAGE = '/account/keys/recovery';

/**
 * Recovery codes. Only their hashes stay; the codes themselves are kept, sealed, as what a form led to: for this person in this browser, so that a
 * reload does not end the codes that it would show.
 */
export function recoveryCodesRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();

  routes.get(PAGE, async (context) => {
    const opened = await openedFresh(web, context);
    if (opened instanceof Response) return opened;
    const codes = await madeIn(web, context, opened);
    const made = codes && { codes, file: withForm(context, `${PAGE}/codes.txt`) };
    return context.html(recoveryCodesPage(opened.frame, PAGE, made));
  });

  routes.get(`${PAGE}/codes.txt`, async (context) => {
    const opened = await openedFresh(web, context);
    if (opened instanceof Response) return opened;
    const codes = await madeIn(web, context, opened);
    if (codes === null) return context.redirect(PAGE, 303);
    context.header('content-disposition', 'attachment; filename="sluis-recovery-codes.txt"');
    return context.text(`${codes.join('\r\n')}\r\n`);
  });

  routes.post(PAGE, async (context) => {
    const form = await readFreshForm(web, context);
    if (form instanceof Response) return form;
    const { owner, frame } = form;
    const made = await web.world.accountKeys.makeRecoveryCodes({ by: holderOf(owner, frame) });
    if (made.kind === 'no-app') return context.redirect('/account/keys/app', 303);
    if (made.kind === 'too-weak') return context.redirect('/account/keys?done=too-weak', 303);
    const lists = { codes: made.codes.map((code) => code.reveal()) };
    const sent = { form: FORM, page: PAGE, typed: {}, lists, told: {} };
    return showFormAgain(web, context, formOwner(web, context, owner), sent);
  });
  return routes;
}

async function madeIn(
  web: Web,
  context: WebContext,
  { owner }: OpenedAccount,
): Promise<readonly string[] | null> {
  const again = await readFormAgain(web, context, formOwner(web, context, owner), FORM);
  return again?.lists.codes ?? null;
}
