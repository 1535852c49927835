import { Hono } from 'hono';
import { type DeskError, parseCaseId } from '../../../domain/casework/index.ts';
import { parseNationalNumber, parsePersonId } from '../../../domain/person/index.ts';
import { type FormAgain, ownerOfStaff, readFormAgain } from '../../http/form-again.ts';
import { showProblem } from '../../http/show-problem.ts';
import type { Web, WebContext, WebEnv } from '../../http/web-context.ts';
import { askFreshLogin, readStaffForm, requireFresh, staffFrame, staffOf } from '../../http/web-session.ts';
import { leadToForm, type ToldOfCase } from '../case/again.ts';
import { CASE, caseIn } from '../case/case-context.ts';
import { errorsInWords } from '../case/trouble.ts';
import { doneWords } from '../done-words.ts';
import { showDeskRefusal } from '../refusals.ts';
import { readShownLinks } from '../shown-links.ts';
import { type LinksPage, linksFoundPage, linksPage, type ShownLinks } from './find-links-page.ts';

const PATH = '/cases/links';
const REMOVE = `${PATH}/remove` as const;

/** Live links of a person, found by number or from a decided case, and proposing the end of one. */
export function linksRoutes(web: Web): Hono<WebEnv> {
  const { desk } = web.world;
  const routes = new Hono<WebEnv>();
  const page = (context: WebContext): LinksPage => ({
    frame: staffFrame(web, context),
    member: staffOf(context),
  });

  routes.get('/cases/links', requireFresh(web), async (context) => {
    const again = await readFormAgain<ToldOfCase>(web, context, ownerOfStaff(web, context), PATH);
    if (again) return showAgain(web, context, page(context), again);
    const at = page(context);
    const done = doneWords(at.frame.words, context.req.query('done'));
    return context.html(linksPage(at, { typed: {}, errors: [], done, afterLogin: false }));
  });

  routes.get(`${CASE}/links`, requireFresh(web), async (context) => {
    const id = caseIn(context);
    if (!id) return showProblem(web, context, { problem: { kind: 'not-found' } });
    const found = await desk.linksOf(staffOf(context), { case: id });
    if (found.kind !== 'found') return showDeskRefusal(web, context, found, { case: id });
    return context.html(linksFoundPage(page(context), { ...found, case: id }));
  });

  // Numbers stand in no address: what was typed is kept, and each time that its page is asked for is a look of its own.
  routes.post(PATH, async (context) => {
    const form = await readStaffForm(web, context);
    if (form instanceof Response) return form;
    const login = await askFreshLogin(web, context, form);
    if (login) return login;
    const typed = Object.fromEntries(form.fields);
    const told = { errors: [], step: 'shown' } as const;
    return leadToForm(web, context, { typed }, told, { form: PATH, page: PATH });
  });

  // This form stands on the page that shows the links.
  routes.get(REMOVE, requireFresh(web), async (context) => {
    const again = await readFormAgain<ToldOfCase>(web, context, ownerOfStaff(web, context), REMOVE);
    return again ? showFoundAgain(context, page(context), again) : context.redirect(PATH, 303);
  });
  routes.post(REMOVE, (context) => propose(web, context, page(context)));
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
    const errors = errorsInWords(at.frame.words, wrong);
    return context.html(linksPage(at, { typed, errors, done: null, afterLogin }));
  };
  if (told.step !== 'shown') return again(told.errors, told.afterLogin);
  const { number = '', reason = '' } = typed;
  const parsed = parseNationalNumber(number.trim(), clock());
  if (parsed.kind !== 'parsed')
    return again([{ field: 'number', code: number.trim() === '' ? 'empty' : 'not-a-number' }]);
  const found = await desk.linksOf(at.member, { number: parsed.number, reason });
  if (found.kind === 'wrong') return again(found.errors);
  if (found.kind !== 'found') return showDeskRefusal(web, context, found);
  return context.html(linksFoundPage(at, { ...found, case: null }));
}

function showFoundAgain(
  context: WebContext,
  at: LinksPage,
  { typed, told }: FormAgain<ToldOfCase>,
): Response | Promise<Response> {
  const person = parsePersonId(typed.person ?? '');
  if (!person) return context.redirect(PATH, 303);
  const links = readShownLinks(typed.shown ?? '');
  const found: ShownLinks = { person, name: typed.name ?? '', links, case: parseCaseId(typed.case ?? '') };
  const errors = errorsInWords(at.frame.words, told.errors);
  return context.html(linksFoundPage(at, found, { typed, errors, afterLogin: told.afterLogin === true }));
}

async function propose(web: Web, context: WebContext, page: LinksPage): Promise<Response> {
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
  const removal = { link: field('link'), person, case: about, reason: field('reason') };
  const answer = await desk.proposeRemoval(page.member, removal);
  switch (answer.kind) {
    case 'proposed':
    case 'already-proposed': {
      const done = answer.kind === 'proposed' ? 'removal-proposed' : 'removal-already-proposed';
      return context.redirect(`${about ? `/cases/${about}` : PATH}?done=${done}`, 303);
    }
    case 'wrong':
      return again(answer.errors);
    default:
      return showDeskRefusal(web, context, answer, about ? { case: about } : {});
  }
}
