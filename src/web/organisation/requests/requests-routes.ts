import { Hono } from 'hono';
import { type AccessRequestId, parseAccessRequestId } from '../../../domain/access-request/index.ts';
import { relationTypes } from '../../../domain/work-relation/index.ts';
import { readFormAgain, showFormAgain } from '../../http/form-again.ts';
import { readAsked } from '../../http/read-asked.ts';
import type { PersonForm } from '../../http/session/person-pages.ts';
import type { Web, WebContext, WebEnv } from '../../http/web-context.ts';
import { type CodedError, sayErrors } from '../../ui/form/error-words.ts';
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
import { decidedBox, requestPage } from './request-page.ts';
import { requestsErrors } from './requests-errors.ts';
import { requestsPage } from './requests-page.ts';

const acts = ['approve', 'refuse', 'ask'] as const;
type ActName = (typeof acts)[number];
const done = ['approved', 'refused', 'questioned', 'needs-second'] as const;

type Told = { readonly errors: readonly CodedError[]; readonly act: ActName };

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
    const again = await readFormAgain<Told>(web, context, formOwner(web, context, opened), context.req.path);
    const isSecond = context.req.query('late') === 'yes';
    return context.html(
      requestPage(frame, {
        view,
        typed: again?.typed ?? null,
        contexts: again?.lists.contexts ?? null,
        errors: sayErrors(frame.words, again?.told.errors ?? [], requestsErrors),
        form: again?.told.act ?? null,
        notice: isSecond ? decidedBox(frame, view.decidedBy) : notice(context, frame),
        now: clock(),
      }),
    );
  });

  for (const act of acts)
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
  { act, form, request }: { readonly act: ActName; readonly form: Sent; readonly request: AccessRequestId },
): Promise<Response> {
  const answer = await told(web, act, form, request);
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
      return showFormAgain<Told>(web, context, formOwner(web, context, form), {
        form: page,
        page,
        typed: Object.fromEntries(form.fields),
        lists: Object.fromEntries(form.lists),
        told: { act, errors: errorsOf(answer) },
      });
  }
}

function told({ world }: Web, act: ActName, form: Sent, request: AccessRequestId) {
  const { accessRequests, clock } = world;
  const { by } = form;
  const field = (name: string): string => (form.fields.get(name) ?? '').trim();
  switch (act) {
    case 'ask':
      return accessRequests.askAsker({ by, request, text: field('message') });
    case 'refuse':
      return accessRequests.refuseRequest({ by, request, reason: field('reason'), remedy: field('remedy') });
    case 'approve':
      return accessRequests.approveRequest({
        ...{ by, request, typed: readAsked(form, clock()), note: field('note') },
        relation: {
          type: relationTypes.find((each) => each === field('type')) ?? null,
          ...{ email: field('email'), phone: field('phone'), jobTitle: field('jobTitle') },
        },
      });
  }
}

type NotTaken =
  | { readonly kind: 'wrong'; readonly errors: readonly CodedError[] }
  | { readonly kind: 'nothing-to-give' | 'too-many' }
  | { readonly kind: 'not-given'; readonly refusals: readonly { readonly kind: string }[] };

function errorsOf(answer: NotTaken): readonly CodedError[] {
  switch (answer.kind) {
    case 'wrong':
      return answer.errors;
    case 'nothing-to-give':
      return [{ field: 'right', code: 'gone' }];
    case 'not-given':
      return answer.refusals.map(({ kind }) => ({ field: 'right', code: kind }));
    case 'too-many':
      return [{ field: 'message', code: 'too-many' }];
  }
}

/** What was done a moment ago. */
function notice(context: WebContext, { words }: OpenedOrganisation['frame']): Fragment {
  const what = done.find((each) => each === context.req.query('done'));
  return what === undefined ? null : banner('ok', words.say(`requests.done.${what}`));
}
