import { Hono } from 'hono';
import { type AccessRequestId, parseAccessRequestId } from '../../../domain/access-request/index.ts';
import {
  type DecisionAct,
  type DecisionTold,
  decideAsked,
  decisionActs,
  decisionsDone,
  errorsOfDecision,
} from '../../http/decide-asked.ts';
import { readFormAgain, showFormAgain } from '../../http/form-again.ts';
import type { PersonForm } from '../../http/session/person-pages.ts';
import type { Web, WebContext, WebEnv } from '../../http/web-context.ts';
import { decisionErrors } from '../../ui/access/decision-errors.ts';
import { decidedBox } from '../../ui/access/request-review.ts';
import { sayErrors } from '../../ui/form/error-words.ts';
import type { Fragment } from '../../ui/html.ts';
import { banner } from '../../ui/parts.ts';
import {
  formOwner,
  type OpenedOrganisation,
  ORGANISATION,
  openedOrganisation,
  readOrganisationForm,
  showNotHere,
} from '../open-organisation.ts';
import { requestPage } from './request-page.ts';
import { requestsPage } from './requests-page.ts';

/** L6: requests for access, and the decision about each. */
export function requestsRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  const { accessRequests, clock } = web.world;

  routes.get(`${ORGANISATION}/requests`, async (context) => {
    const opened = await openedOrganisation(web, context);
    if (opened instanceof Response) return opened;
    const { by, administrator, frame } = opened;
    const after = parseAccessRequestId(context.req.query('after') ?? '');
    const organisation = administrator.organisation.id;
    const list = await accessRequests.listOpenRequests({ by, organisation, after });
    return list === null
      ? showNotHere(web, context, opened)
      : context.html(requestsPage(frame, list, notice(context, frame)));
  });

  routes.get(`${ORGANISATION}/requests/:request`, async (context) => {
    const opened = await openedOrganisation(web, context);
    if (opened instanceof Response) return opened;
    const { by, frame } = opened;
    const request = parseAccessRequestId(context.req.param('request'));
    const view = request && (await accessRequests.viewRequest({ by, request }));
    if (!view) return showNotHere(web, context, opened);
    const again = await readFormAgain<DecisionTold>(
      web,
      context,
      formOwner(web, context, opened),
      context.req.path,
    );
    const isSecond = context.req.query('late') === 'yes';
    return context.html(
      requestPage(frame, {
        view,
        typed: again?.typed ?? null,
        contexts: again?.lists.contexts ?? null,
        errors: sayErrors(frame.words, again?.told.errors ?? [], decisionErrors),
        form: again?.told.act ?? null,
        notice: isSecond ? decidedBox(frame, view.decidedBy) : notice(context, frame),
        now: clock(),
      }),
    );
  });

  for (const act of decisionActs)
    routes.post(`${ORGANISATION}/requests/:request/${act}`, async (context) => {
      const form = await readOrganisationForm(web, context);
      if (form instanceof Response) return form;
      const request = parseAccessRequestId(context.req.param('request'));
      return request === null
        ? showNotHere(web, context, form)
        : decide(web, context, { act, form, request });
    });
  return routes;
}

type Sent = OpenedOrganisation & PersonForm;

async function decide(
  web: Web,
  context: WebContext,
  {
    act,
    form,
    request,
  }: { readonly act: DecisionAct; readonly form: Sent; readonly request: AccessRequestId },
): Promise<Response> {
  const answer = await decideAsked(web, { act, by: form.by, request, form });
  const page = form.at(`/requests/${request}`);
  switch (answer.kind) {
    case 'approved':
    case 'refused':
      return context.redirect(form.at(`/requests?done=${answer.kind}`), 303);
    case 'questioned':
    case 'needs-second':
      return context.redirect(`${page}?done=${answer.kind}`, 303);
    case 'already-decided':
      return context.redirect(`${page}?late=yes`, 303);
    case 'unknown-request':
      return showNotHere(web, context, form);
    case 'wrong':
    case 'nothing-to-give':
    case 'too-many':
    case 'not-given':
      return showFormAgain<DecisionTold>(web, context, formOwner(web, context, form), {
        form: page,
        page,
        typed: Object.fromEntries(form.fields),
        lists: Object.fromEntries(form.lists),
        told: { act, errors: errorsOfDecision(answer) },
      });
  }
}

/** What was done a moment ago. */
function notice(context: WebContext, { words }: OpenedOrganisation['frame']): Fragment {
  const what = decisionsDone.find((each) => each === context.req.query('done'));
  return what === undefined ? null : banner('ok', words.say(`requests.done.${what}`));
}
