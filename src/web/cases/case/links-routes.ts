import { Hono } from 'hono';
import { type DeskError, parseCaseId } from '../../../domain/casework/index.ts';
import { parseNationalNumber, parsePersonId } from '../../../domain/person/index.ts';
import { isFresh, parseStaffPath } from '../../../domain/staff/index.ts';
import { showProblem } from '../../http/show-problem.ts';
import type { Web, WebContext, WebEnv } from '../../http/web-context.ts';
import { loginPath, readStaffForm, requireFresh, staffFrame, staffOf } from '../../http/web-session.ts';
import { showDeskRefusal } from '../refusals.ts';
import { CASE, caseIn } from './case-context.ts';
import { doneWords } from './done-words.ts';
import { type LinksPage, linksFoundPage, linksPage, type ShownLinks } from './links-page.ts';
import { readShownLinks } from './shown-links.ts';
import { errorsInWords } from './trouble.ts';

/** Live links of a person, found by number or from a decided case, and proposing the end of one. */
export function linksRoutes(web: Web): Hono<WebEnv> {
  const { desk, clock } = web.world;
  const routes = new Hono<WebEnv>();
  const page = (context: WebContext): LinksPage => ({
    frame: staffFrame(web, context),
    member: staffOf(context),
  });

  routes.get('/cases/links', requireFresh(web), (context) => {
    const at = page(context);
    const done = doneWords(at.frame.words, context.req.query('done'));
    return context.html(linksPage(at, { typed: {}, errors: [], done }));
  });

  routes.get(`${CASE}/links`, requireFresh(web), async (context) => {
    const id = caseIn(context);
    if (!id) return showProblem(web, context, { problem: { kind: 'not-found' } });
    const found = await desk.linksOf(staffOf(context), { case: id });
    if (found.kind !== 'found') return showDeskRefusal(web, context, found, { case: id });
    return context.html(linksFoundPage(page(context), { ...found, case: id }));
  });

  routes.post('/cases/links', async (context) => {
    const form = await readStaffForm(web, context);
    if (form instanceof Response) return form;
    if (!isFresh(staffOf(context), clock())) return askLogin(context);
    const at = page(context);
    // What was typed is a number: it is never sent back, so that it stands in no page either.
    const again = (errors: readonly DeskError[]) => {
      const typed = { reason: form.fields.get('reason') ?? '' };
      const shown = errorsInWords(at.frame.words, errors);
      return context.html(linksPage(at, { typed, errors: shown, done: null }), 422);
    };
    const typed = (form.fields.get('number') ?? '').trim();
    const parsed = parseNationalNumber(typed, clock());
    if (parsed.kind !== 'parsed')
      return again([{ field: 'number', code: typed === '' ? 'empty' : 'not-a-number' }]);
    const reason = form.fields.get('reason') ?? '';
    const found = await desk.linksOf(staffOf(context), { number: parsed.number, reason });
    if (found.kind === 'wrong') return again(found.errors);
    if (found.kind !== 'found') return showDeskRefusal(web, context, found);
    return context.html(linksFoundPage(at, { ...found, case: null }));
  });

  // Where a reload, or another language, of an answer to this form leads.
  routes.get('/cases/links/remove', (context) => context.redirect('/cases/links', 303));
  routes.post('/cases/links/remove', (context) => propose(web, context, page(context)));
  return routes;
}

function askLogin(context: WebContext): Response {
  return context.redirect(loginPath(parseStaffPath('/cases/links'), true), 303);
}

async function propose(web: Web, context: WebContext, page: LinksPage): Promise<Response> {
  const { desk, clock } = web.world;
  const form = await readStaffForm(web, context);
  if (form instanceof Response) return form;
  const field = (name: string) => form.fields.get(name) ?? '';
  const person = parsePersonId(field('person'));
  const about = field('case') === '' ? null : parseCaseId(field('case'));
  if (!person) return showProblem(web, context, { problem: { kind: 'request-refused' } });
  if (!isFresh(page.member, clock())) return askLogin(context);
  const links = readShownLinks(field('shown'));
  const again = (errors: readonly DeskError[]) => {
    const found: ShownLinks = { person, name: field('name'), links, case: about };
    const typed = { reason: field('reason'), link: field('link') };
    const shown = errorsInWords(page.frame.words, errors);
    return context.html(linksFoundPage(page, found, { typed, errors: shown }), 422);
  };
  if (!links.some(({ link }) => link === field('link'))) return again([{ field: 'link', code: 'choose' }]);
  const removal = { link: field('link'), person, case: about, reason: field('reason') };
  const answer = await desk.proposeRemoval(page.member, removal);
  switch (answer.kind) {
    case 'proposed':
    case 'already-proposed': {
      const done = answer.kind === 'proposed' ? 'removal-proposed' : 'removal-already-proposed';
      return context.redirect(`${about ? `/cases/${about}` : '/cases/links'}?done=${done}`, 303);
    }
    case 'wrong':
      return again(answer.errors);
    default:
      return showDeskRefusal(web, context, answer, about ? { case: about } : {});
  }
}
