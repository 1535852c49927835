import { Hono } from 'hono';
import type { DeskError, LinkRemoval } from '../../../domain/casework/index.ts';
import type { PersonId } from '../../../domain/person/index.ts';
import type { FormFields } from '../../http/read-form.ts';
import { leadToStaffForm, staffFormAgain } from '../../http/session/staff-again.ts';
import { actingOf } from '../../http/session/staff-context.ts';
import { staffPage } from '../../http/session/staff-page.ts';
import { askFreshLogin, readStaffForm, requireFresh, staffOf } from '../../http/session/web-session.ts';
import { showProblem } from '../../http/show-problem.ts';
import type { Web, WebContext, WebEnv } from '../../http/web-context.ts';
import { sayErrors } from '../../ui/form/error-words.ts';
import { showDeskRefusal } from '../refusals.ts';
import { decideRemovalErrors } from './decide-removal-errors.ts';
import { removalPage } from './decide-removal-page.ts';

const LEAST_COMMENT = 10;
const LONGEST_COMMENT = 500;

/** `/cases/second-check/:id`: a second agent decides on the end of a link, after a fresh login. */
export function decideRemovalRoutes(web: Web): Hono<WebEnv> {
  const { desk } = web.world;
  const routes = new Hono<WebEnv>();

  routes.get('/cases/second-check/:id', requireFresh(web), async (context) => {
    const found = await findRemoval(web, context);
    if (!found) return showProblem(web, context, { problem: { kind: 'not-found' } });
    if (found.removal.proposedBy === staffOf(context).person)
      return showDeskRefusal(web, context, { kind: 'own-decision' });
    const page = staffPage(web, context);
    const again = await staffFormAgain<RemovalTold>(web, context);
    const errors = sayErrors(page.frame.words, again?.told.errors ?? [], decideRemovalErrors);
    const afterLogin = again?.told.afterLogin === true;
    return context.html(removalPage(page, { ...found, typed: again?.typed ?? {}, errors, afterLogin }));
  });

  routes.post('/cases/second-check/:id', async (context) => {
    const form = await readStaffForm(web, context);
    if (form instanceof Response) return form;
    const found = await findRemoval(web, context);
    if (!found) return context.redirect('/cases/second-check?done=already', 303);
    const login = await askFreshLogin(web, context, form);
    if (login) return login;
    const typed = Object.fromEntries(form.fields);
    const errors = errorsOf(form.fields);
    const answer =
      errors.length > 0
        ? ({ kind: 'wrong', errors } as const)
        : await desk.decideLinkRemoval({
            by: actingOf(context),
            id: found.removal.id,
            remove: typed.decision === 'remove',
            comment: (typed.comment ?? '').trim(),
          });
    switch (answer.kind) {
      case 'removed':
      case 'kept':
        return context.redirect(`/cases/second-check?done=${answer.kind}`, 303);
      case 'already-decided':
        return context.redirect('/cases/second-check?done=already', 303);
      case 'wrong':
        return leadToStaffForm<RemovalTold>(web, context, typed, { errors: answer.errors });
      default:
        return showDeskRefusal(web, context, answer, { names: found.names });
    }
  });
  return routes;
}

type RemovalTold = { readonly errors: readonly DeskError[]; readonly afterLogin?: boolean };
type Found = { readonly removal: LinkRemoval; readonly names: ReadonlyMap<PersonId, string> };

async function findRemoval(web: Web, context: WebContext): Promise<Found | null> {
  const wanted = context.req.param('id') ?? '';
  const { removals, names } = await web.world.desk.listLinkRemovals({
    by: actingOf(context),
    shown: { only: wanted },
  });
  const removal = removals.find(({ id }) => id === wanted);
  return removal ? { removal, names } : null;
}

function errorsOf(fields: FormFields): readonly DeskError[] {
  const decision = fields.get('decision') ?? '';
  const length = [...(fields.get('comment') ?? '').trim()].length;
  return [
    ...(decision === 'remove' || decision === 'keep' ? [] : [{ field: 'decision', code: 'choose' } as const]),
    ...(length === 0 ? [{ field: 'comment', code: 'empty' } as const] : []),
    ...(length > 0 && length < LEAST_COMMENT ? [{ field: 'comment', code: 'too-short' } as const] : []),
    ...(length > LONGEST_COMMENT ? [{ field: 'comment', code: 'too-long' } as const] : []),
  ];
}
