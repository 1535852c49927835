import { Hono } from 'hono';
import { withReason } from '../../../domain/acting/index.ts';
import { type DeskError, parseCaseId } from '../../../domain/casework/index.ts';
import { parsePersonId } from '../../../domain/person/index.ts';
import { type FormAgain, ownerOfStaff, readFormAgain } from '../../http/form-again.ts';
import { actingOf } from '../../http/session/staff-context.ts';
import { askFreshLogin, readStaffForm, requireFresh } from '../../http/session/web-session.ts';
import { showProblem } from '../../http/show-problem.ts';
import type { Web, WebContext, WebEnv } from '../../http/web-context.ts';
import { sayErrors } from '../../ui/form/error-words.ts';
import { leadToForm, type ToldOfCase } from '../case/again.ts';
import { LINKS, type LinksPage, linksFoundPage, linksPageIn, type ShownLinks } from '../found-links-page.ts';
import { showDeskRefusal } from '../refusals.ts';
import { readShownLinks } from '../shown-links.ts';
import { proposeRemovalErrors } from './propose-removal-errors.ts';

const REMOVE = `${LINKS}/remove` as const;

/** `/cases/links/remove`: proposes the end of a link, after a fresh login. Its form stands on the page that shows the links. */
export function proposeRemovalRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();

  routes.get(REMOVE, requireFresh(web), async (context) => {
    const again = await readFormAgain<ToldOfCase>(web, context, ownerOfStaff(web, context), REMOVE);
    return again ? showFoundAgain(context, linksPageIn(web, context), again) : context.redirect(LINKS, 303);
  });
  routes.post(REMOVE, (context) => propose(web, context, linksPageIn(web, context)));
  return routes;
}

function showFoundAgain(
  context: WebContext,
  at: LinksPage,
  { typed, told }: FormAgain<ToldOfCase>,
): Response | Promise<Response> {
  const person = parsePersonId(typed.person ?? '');
  if (!person) return context.redirect(LINKS, 303);
  const links = readShownLinks(typed.shown ?? '');
  const found: ShownLinks = { person, name: typed.name ?? '', links, case: parseCaseId(typed.case ?? '') };
  const errors = sayErrors(at.frame.words, told.errors, proposeRemovalErrors);
  return context.html(linksFoundPage(at, found, { typed, errors, afterLogin: told.afterLogin === true }));
}

async function propose(web: Web, context: WebContext, _page: LinksPage): Promise<Response> {
  const { desk } = web.world;
  const form = await readStaffForm(web, context);
  if (form instanceof Response) return form;
  const field = (name: string) => form.fields.get(name) ?? '';
  const person = parsePersonId(field('person'));
  const about = field('case') === '' ? null : parseCaseId(field('case'));
  if (!person) return showProblem(web, context, { problem: { kind: 'request-refused' } });
  const login = await askFreshLogin(web, context, form);
  if (login) return login;
  const typed = Object.fromEntries(form.fields);
  const again = (errors: readonly DeskError[]) =>
    leadToForm(web, context, { typed }, { errors }, { form: REMOVE, page: REMOVE });
  if (!readShownLinks(field('shown')).some(({ link }) => link === field('link')))
    return again([{ field: 'link', code: 'choose' }]);
  const by = withReason(actingOf(context), field('reason'));
  const answer = await desk.proposeLinkRemoval({ by, link: field('link'), person, case: about });
  switch (answer.kind) {
    case 'proposed':
    case 'already-proposed': {
      const done = answer.kind === 'proposed' ? 'removal-proposed' : 'removal-already-proposed';
      return context.redirect(`${about ? `/cases/${about}` : LINKS}?done=${done}`, 303);
    }
    case 'wrong':
      return again(answer.errors);
    default:
      return showDeskRefusal(web, context, answer, about ? { case: about } : {});
  }
}
