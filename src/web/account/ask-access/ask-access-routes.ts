import { Hono } from 'hono';
import { nearestLanguage } from '../../../base/language.ts';
import { type ApplicationId, parseApplicationId } from '../../../domain/application/index.ts';
import { parseOrganisationId } from '../../../domain/organisation/index.ts';
import { readFormAgain, showFormAgain } from '../../http/form-again.ts';
import { type AskTold, readAsked } from '../../http/read-asked.ts';
import type { Web, WebContext, WebEnv } from '../../http/web-context.ts';
import { askErrors } from '../../ui/access/ask-errors.ts';
import { askForm } from '../../ui/access/ask-form.ts';
import { sayErrors } from '../../ui/form/error-words.ts';
import { html } from '../../ui/html.ts';
import { nameOf } from '../../ui/parts.ts';
import { accountLayout } from '../account-layout.ts';
import { accountPages, formOwner, openedAccount } from '../owner.ts';

const LONGEST_SEARCH = 60;
const PAGE = '/account/access/ask';

/** The application that the address names; `null` where a work relation is asked for. */
function applicationIn(context: WebContext): ApplicationId | null {
  return parseApplicationId(context.req.query('application') ?? '');
}

/** The form as its address fills it in, whichever organisation is chosen there. */
function pageOf(context: WebContext): string {
  const kept = ['application', 'right', 'context'].flatMap((name): [string, string][] => {
    const value = context.req.query(name);
    return value === undefined ? [] : [[name, value]];
  });
  return kept.length === 0 ? PAGE : `${PAGE}?${new URLSearchParams(kept)}`;
}

/** `/account/access/ask`: asking for access from one's own account, as a prepared link may have filled it in. */
export function askAccessRoutes(web: Web): Hono<WebEnv> {
  const { accessRequests, organisationSearches, clock } = web.world;
  const routes = new Hono<WebEnv>();

  routes.get(PAGE, async (context) => {
    const opened = await openedAccount(web, context);
    if (opened instanceof Response) return opened;
    const { frame, owner } = opened;
    const { words } = frame;
    const search = (context.req.query('find') ?? '').trim().slice(0, LONGEST_SEARCH);
    const waits = search !== '' && organisationSearches.take(owner.person).kind === 'wait';
    const wanted = context.req.query('organisation') ?? '';
    const application = applicationIn(context);
    const form = await accessRequests.viewAskForm({
      ...{ person: owner.person, application, organisation: parseOrganisationId(wanted) },
      ...{ search: waits ? '' : search, chooses: wanted === 'other' },
    });
    if (application !== null && form.application === null)
      return context.redirect('/account/access?done=gone', 303);
    const again = await readFormAgain<AskTold>(web, context, formOwner(web, context, owner), PAGE);
    const errors = sayErrors(words, again?.told.errors ?? [], askErrors);
    const right = context.req.query('right');
    const typed = again?.typed ?? (right === undefined ? {} : { right });
    const hidden = html`<input type="hidden" name="csrf" value="${frame.formToken}">`;
    const chosen = context.req.query('context');
    const contexts = again?.lists.contexts ?? (chosen === undefined ? [] : [chosen]);
    const page = pageOf(context);
    return context.html(
      accountLayout(frame, {
        title:
          form.application === null
            ? words.say('access.ask.relation')
            : words.say('access.ask.title', { application: nameOf(form.application, words.language) }),
        section: 'access',
        back: '/account/access',
        errors,
        body: askForm(
          { frame, typed, errors },
          { form, page, action: page, search, waits, contexts, hidden },
        ),
      }),
    );
  });

  routes.post(PAGE, async (context) => {
    const form = await accountPages.readForm(web, context);
    if (form instanceof Response) return form;
    const { owner, frame, fields, lists } = form;
    const application = applicationIn(context);
    const organisation = fields.get('organisation') ?? '';
    const asked = await accessRequests.askAccess({
      ...{ person: owner.person, language: nearestLanguage(frame.words.language), application },
      ...{ organisation: parseOrganisationId(organisation), typed: readAsked(form, clock()) },
    });
    if (asked.kind === 'asked' || asked.kind === 'already')
      return context.redirect(`/account/access/requests/${asked.request.id}?done=${asked.kind}`, 303);
    const page = pageOf(context);
    const errors: AskTold['errors'] =
      asked.kind === 'wrong' ? asked.errors : [{ field: 'reason', code: 'too-many' }];
    return showFormAgain<AskTold>(web, context, formOwner(web, context, owner), {
      form: PAGE,
      page: `${page}${page.includes('?') ? '&' : '?'}organisation=${encodeURIComponent(organisation)}`,
      typed: Object.fromEntries(fields),
      lists: Object.fromEntries(lists),
      told: { errors },
    });
  });
  return routes;
}
