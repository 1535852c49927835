import { Hono } from 'hono';
import { withReason } from '../../../domain/acting/index.ts';
import type { DeskError } from '../../../domain/casework/index.ts';
import { parseNationalNumber } from '../../../domain/person/index.ts';
import { type FormAgain, ownerOfStaff, readFormAgain } from '../../http/form-again.ts';
import { actingOf } from '../../http/session/staff-context.ts';
import { askFreshLogin, readStaffForm, requireFresh } from '../../http/session/web-session.ts';
import { showProblem } from '../../http/show-problem.ts';
import type { Web, WebContext, WebEnv } from '../../http/web-context.ts';
import { sayErrors } from '../../ui/form/error-words.ts';
import { leadToForm, type ToldOfCase } from '../case/again.ts';
import { CASE, caseIn } from '../case/case-context.ts';
import { doneWords } from '../done-words.ts';
import { LINKS, type LinksPage, linksFoundPage, linksPageIn } from '../found-links-page.ts';
import { showDeskRefusal } from '../refusals.ts';
import { findLinksErrors } from './find-links-errors.ts';
import { linksPage } from './find-links-page.ts';

/** `/cases/links`: live links of a person, found by number or from a decided case. */
export function findLinksRoutes(web: Web): Hono<WebEnv> {
  const { desk } = web.world;
  const routes = new Hono<WebEnv>();

  routes.get('/cases/links', requireFresh(web), async (context) => {
    const again = await readFormAgain<ToldOfCase>(web, context, ownerOfStaff(web, context), LINKS);
    if (again) return showAgain(web, context, linksPageIn(web, context), again);
    const at = linksPageIn(web, context);
    const done = doneWords(at.frame.words, context.req.query('done'));
    return context.html(linksPage(at, { typed: {}, errors: [], done, afterLogin: false }));
  });

  routes.get(`${CASE}/links`, requireFresh(web), async (context) => {
    const id = caseIn(context);
    if (!id) return showProblem(web, context, { problem: { kind: 'not-found' } });
    const found = await desk.listLinks({ by: actingOf(context), case: id });
    if (found.kind !== 'found') return showDeskRefusal(web, context, found, { case: id });
    return context.html(linksFoundPage(linksPageIn(web, context), { ...found, case: id }));
  });

  // Numbers stand in no address: what was typed is kept, and each time that its page is asked for is a look of its own.
  routes.post(LINKS, async (context) => {
    const form = await readStaffForm(web, context);
    if (form instanceof Response) return form;
    const login = await askFreshLogin(web, context, form);
    if (login) return login;
    const typed = Object.fromEntries(form.fields);
    const told = { errors: [], step: 'shown' } as const;
    return leadToForm(web, context, { typed }, told, { form: LINKS, page: LINKS });
  });

  return routes;
}

/** The form with its errors, or the links of the person whose number was typed. */
async function showAgain(
  web: Web,
  context: WebContext,
  at: LinksPage,
  { typed, told }: FormAgain<ToldOfCase>,
): Promise<Response> {
  const { desk, clock } = web.world;
  const again = (wrong: readonly DeskError[], afterLogin = false) => {
    const errors = sayErrors(at.frame.words, wrong, findLinksErrors);
    return context.html(linksPage(at, { typed, errors, done: null, afterLogin }));
  };
  if (told.step !== 'shown') return again(told.errors, told.afterLogin);
  const { number = '', reason = '' } = typed;
  const parsed = parseNationalNumber(number.trim(), clock());
  if (parsed.kind !== 'parsed')
    return again([{ field: 'number', code: number.trim() === '' ? 'empty' : 'not-a-number' }]);
  const found = await desk.listLinks({ by: withReason(actingOf(context), reason), number: parsed.number });
  if (found.kind === 'wrong') return again(found.errors);
  if (found.kind !== 'found') return showDeskRefusal(web, context, found);
  return context.html(linksFoundPage(at, { ...found, case: null }));
}
