import { Hono } from 'hono';
import { type AccessRequestId, parseAccessRequestId } from '../../../domain/access-request/index.ts';
import { withReason } from '../../../domain/acting/index.ts';
import { type DecisionAct, decideAsked, decisionActs, errorsOfDecision } from '../../http/decide-asked.ts';
import { ownerOfStaff, showFormAgain } from '../../http/form-again.ts';
import { type StaffTold, staffFormAgain } from '../../http/session/staff-again.ts';
import { actingOf } from '../../http/session/staff-context.ts';
import { staffPage } from '../../http/session/staff-page.ts';
import { readStaffForm, type StaffForm } from '../../http/session/web-session.ts';
import { showProblem } from '../../http/show-problem.ts';
import type { Web, WebContext, WebEnv } from '../../http/web-context.ts';
import { decisionErrors } from '../../ui/access/decision-errors.ts';
import { sayErrors } from '../../ui/form/error-words.ts';
import { decisionNotice } from '../decision-notice.ts';
import { REQUESTS, requestPath } from '../request-path.ts';
import { requestPage } from './request-page.ts';

/** `/platform/requests/{request}`: one of them, and the decision about it. Each form has an address that shows it again. */
export function requestRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  const path = `${REQUESTS}/:request` as const;
  routes.get(path, (context) => show(web, context, null));
  for (const act of decisionActs) {
    routes.get(`${path}/${act}`, (context) => show(web, context, act));
    routes.post(`${path}/${act}`, async (context) => {
      const request = requestIn(context);
      if (request === null) return notHere(web, context);
      const form = await readStaffForm(web, context, ['contexts']);
      return form instanceof Response ? form : decide(web, context, { act, request, form });
    });
  }
  return routes;
}

function requestIn(context: WebContext): AccessRequestId | null {
  return parseAccessRequestId(context.req.param('request') ?? '');
}

/** One answer to a request that is not there, that did not come to the platform, and to one's own. */
function notHere(web: Web, context: WebContext): Response | Promise<Response> {
  return showProblem(web, context, { problem: { kind: 'not-found' } });
}

async function show(web: Web, context: WebContext, act: DecisionAct | null): Promise<Response> {
  const request = requestIn(context);
  const by = actingOf(context);
  const view = request && (await web.world.accessRequests.viewRequest({ by, request }));
  if (!view) return notHere(web, context);
  const page = staffPage(web, context);
  const { words } = page.frame;
  const again = await staffFormAgain(web, context);
  return context.html(
    requestPage(page, {
      view,
      typed: again?.typed ?? null,
      contexts: again?.lists.contexts ?? null,
      errors: sayErrors(words, again?.told.errors ?? [], decisionErrors),
      form: again === null ? null : act,
      done: decisionNotice(context, words),
      isLate: context.req.query('late') === 'yes',
      afterLogin: again?.told.afterLogin === true,
    }),
  );
}

async function decide(
  web: Web,
  context: WebContext,
  {
    act,
    request,
    form,
  }: { readonly act: DecisionAct; readonly request: AccessRequestId; readonly form: StaffForm },
): Promise<Response> {
  const acting = actingOf(context);
  const by = act === 'approve' ? withReason(acting, form.fields.get('why') ?? '') : acting;
  const answer = await decideAsked(web, { act, by, request, form });
  switch (answer.kind) {
    case 'approved':
    case 'refused':
      return context.redirect(`${REQUESTS}?done=${answer.kind}`, 303);
    case 'questioned':
    case 'needs-second':
      return context.redirect(`${requestPath(request)}?done=${answer.kind}`, 303);
    case 'already-decided':
      return context.redirect(`${requestPath(request)}?late=yes`, 303);
    case 'unknown-request':
      return notHere(web, context);
    case 'wrong':
    case 'nothing-to-give':
    case 'too-many':
    case 'not-given': {
      const page = `${requestPath(request)}/${act}`;
      return showFormAgain<StaffTold>(web, context, ownerOfStaff(web, context), {
        form: page,
        page,
        typed: Object.fromEntries(form.fields),
        lists: Object.fromEntries(form.lists),
        told: { errors: errorsOfDecision(answer) },
      });
    }
  }
}
