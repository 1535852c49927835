import { Hono } from 'hono';
import { addDuration, dayOf } from '../../../base/calendar.ts';
import { nearestLanguage } from '../../../base/language.ts';
import { isUuid } from '../../../base/uuid.ts';
import {
  type ChangedRights,
  REASON_LENGTH,
  USUAL_DURATION,
  type ViewedRight,
} from '../../../domain/user-rights/index.ts';
import { readFormAgain, showFormAgain } from '../../http/form-again.ts';
import type { PersonForm } from '../../http/session/person-pages.ts';
import type { Web, WebContext, WebEnv } from '../../http/web-context.ts';
import { sayErrors } from '../../ui/form/error-words.ts';
import { banner } from '../../ui/parts.ts';
import { fieldsOfDay } from '../fields-of-day.ts';
import {
  formOwner,
  type OpenedOrganisation,
  openedOrganisation,
  readOrganisationForm,
  showNotHere,
} from '../open-organisation.ts';
import { readDay } from '../read-day.ts';
import { errorOfRefusal, type GivingError, givingErrors } from '../right-refusals.ts';
import { type RightAct, rightActs, rightPage } from './right-page.ts';

type RightTold = { readonly act?: RightAct; readonly errors?: readonly GivingError[] };

/** One right of somebody: extending it, giving it other contexts, ending it. */
export function rightRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();

  routes.get('/organisation/:organisation/rights/:right', async (context) => {
    const opened = await openedOrganisation(web, context);
    if (opened instanceof Response) return opened;
    const view = await viewIn(web, context, opened);
    if (view === null) return showNotHere(web, context, opened);
    const { frame } = opened;
    const owner = formOwner(web, context, opened);
    const again = await readFormAgain<RightTold>(web, context, owner, context.req.path);
    const now = web.world.clock();
    const { until } = view.right.validity;
    const done = rightActs.find((act) => act === context.req.query('done')) ?? null;
    const typed = {
      ...fieldsOfDay('until', addDuration(dayOf(now), USUAL_DURATION)),
      when: 'now',
      ...again?.typed,
    };
    const errors = sayErrors(frame.words, again?.told.errors ?? [], givingErrors([view.application]));
    return context.html(
      rightPage(
        { frame, typed, errors },
        {
          ...{ view, hasEnded: until !== null && until <= now, open: again?.told.act ?? null },
          contexts: again?.lists.contexts ?? view.right.contexts,
          notice: done && banner('ok', frame.words.say(`right.done.${done}`)),
        },
      ),
    );
  });

  routes.post('/organisation/:organisation/rights/:right', async (context) => {
    const form = await readOrganisationForm(web, context);
    if (form instanceof Response) return form;
    const view = await viewIn(web, context, form);
    const act = rightActs.find((each) => each === form.fields.get('act'));
    if (view === null || act === undefined) return context.redirect(context.req.path, 303);
    const errors = await change(web, form, view, act);
    const { path } = context.req;
    if (errors.length === 0) return context.redirect(`${path}?done=${act}`, 303);
    return showFormAgain<RightTold>(web, context, formOwner(web, context, form), {
      ...{ form: path, page: path, typed: Object.fromEntries(form.fields), told: { act, errors } },
      lists: { contexts: form.lists.get('contexts') ?? [] },
    });
  });
  return routes;
}

/** The right that the address names, where it is one of this organisation. */
async function viewIn(
  web: Web,
  context: WebContext,
  opened: OpenedOrganisation,
): Promise<ViewedRight | null> {
  const right = context.req.param('right') ?? '';
  const view = isUuid(right) ? await web.world.userRights.viewRight({ by: opened.by, right }) : null;
  return view?.relation.organisation.id === opened.administrator.organisation.id ? view : null;
}

/** Does it, and answers with what is wrong; nothing is wrong with what was done. */
async function change(
  web: Web,
  { by, frame, fields, lists }: OpenedOrganisation & PersonForm,
  { right }: ViewedRight,
  act: RightAct,
): Promise<readonly GivingError[]> {
  const { userRights, clock } = web.world;
  const field = `reason-${act}`;
  const reason = (fields.get(field) ?? '').trim();
  if (reason.length < REASON_LENGTH.least) return [{ field, code: 'empty' }];
  if (reason.length > REASON_LENGTH.most) return [{ field, code: 'too-long' }];
  const common = { by, reason, language: nearestLanguage(frame.words.language) };
  const told = ({ refused }: ChangedRights) => refused.map(({ refusal }) => errorOfRefusal(refusal));
  if (act === 'contexts')
    return told(
      await userRights.changeContexts({ ...common, right: right.id, contexts: lists.get('contexts') ?? [] }),
    );
  const isNow = act === 'end' && fields.get('when') !== 'day';
  const day = readDay(fields, act === 'end' ? 'last' : 'until', clock());
  if (isNow) return told(await userRights.endRights({ ...common, rights: [right.id], until: null }));
  if (day === null || day === 'wrong') return [{ field: act === 'end' ? 'last' : 'until', code: 'no-date' }];
  const asked = { ...common, rights: [right.id], until: day };
  return told(await (act === 'end' ? userRights.endRights(asked) : userRights.extendRights(asked)));
}
