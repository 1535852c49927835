import { Hono } from 'hono';
import { parseAccessRequestId } from '../../../domain/access-request/index.ts';
import { readFormAgain, showFormAgain } from '../../http/form-again.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { type ErrorTable, sayErrors } from '../../ui/form/error-words.ts';
import { accessNotice } from '../access-notice.ts';
import { type AccountTold, formOwner, openedAccount, readAccountForm } from '../owner.ts';
import { accessRequestPage } from './access-request-page.ts';

const answerErrors: ErrorTable = { texts: {}, otherwise: 'input.access.reply' };

/** `/account/access/requests/…`: one request of one's own. */
export function accessRequestRoutes(web: Web): Hono<WebEnv> {
  const { accessRequests } = web.world;
  const routes = new Hono<WebEnv>();
  const gone = '/account/access?done=gone';

  routes.get('/account/access/requests/:request', async (context) => {
    const opened = await openedAccount(web, context);
    if (opened instanceof Response) return opened;
    const { frame, owner } = opened;
    const { person } = owner;
    const request = parseAccessRequestId(context.req.param('request'));
    const own = request && (await accessRequests.viewOwnRequest({ person, request }));
    if (!own) return context.redirect(gone, 303);
    const whose = formOwner(web, context, owner);
    const again = await readFormAgain<AccountTold>(web, context, whose, context.req.path);
    const errors = sayErrors(frame.words, again?.told.errors ?? [], answerErrors);
    const { applications } = await accessRequests.viewOwnAccess({ person });
    const notice = accessNotice(context, frame);
    return context.html(
      accessRequestPage({ frame, typed: again?.typed ?? {}, errors }, { own, applications, notice }),
    );
  });

  routes.post('/account/access/requests/:request/answer', async (context) => {
    const form = await readAccountForm(web, context);
    if (form instanceof Response) return form;
    const request = parseAccessRequestId(context.req.param('request'));
    if (request === null) return context.redirect(gone, 303);
    const text = form.fields.get('text') ?? '';
    const page = `/account/access/requests/${request}`;
    const answered = await accessRequests.answerQuestion({ person: form.owner.person, request, text });
    if (answered.kind === 'wrong')
      return showFormAgain<AccountTold>(web, context, formOwner(web, context, form.owner), {
        ...{ form: page, page, typed: { text } },
        told: { errors: [{ field: 'text', code: answered.code }] },
      });
    return context.redirect(answered.kind === 'answered' ? `${page}?done=answered` : page, 303);
  });

  routes.post('/account/access/requests/:request/withdraw', async (context) => {
    const form = await readAccountForm(web, context);
    if (form instanceof Response) return form;
    const request = parseAccessRequestId(context.req.param('request'));
    if (request === null) return context.redirect(gone, 303);
    const { kind } = await accessRequests.withdrawRequest({ person: form.owner.person, request });
    const page = `/account/access/requests/${request}`;
    return context.redirect(kind === 'withdrawn' ? '/account/access?done=withdrawn' : page, 303);
  });
  return routes;
}
