import { Hono } from 'hono';
import { type QuestionPage, questionPages } from '../../../domain/casework/index.ts';
import { chooseLanguage } from '../../http/choose-language.ts';
import { showProblem } from '../../http/show-problem.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { sayErrors } from '../../ui/form/error-words.ts';
import { alreadySentPage } from '../already-sent-page.ts';
import { nextPath, type OpenedRequest, readApplicant, readApplicantForm } from '../applicant.ts';
import { askOnceMore, formOfPage } from '../form-of-request.ts';
import { givenAnswers } from '../given-answers.ts';
import { questionsErrors } from './questions-errors.ts';
import { questionPage } from './questions-page.ts';

/** The pages of questions of a draft. */
export function questionsRoutes(web: Web): Hono<WebEnv> {
  const { world } = web;
  const routes = new Hono<WebEnv>();

  routes.get('/request/questions/:page', async (context) => {
    const page = parseQuestionPage(context.req.param('page'));
    if (!page) return showProblem(web, context, { problem: { kind: 'not-found' } });
    const applicant = await readApplicant(web, context);
    if (applicant instanceof Response) return applicant;
    const { view, frame } = applicant;
    if (view.stage.kind !== 'draft')
      return chooseLanguage(web, context) ?? context.html(alreadySentPage(frame, view));
    if (!view.pages.includes(page)) return context.redirect(nextPath(view), 303);
    const chosen = chooseLanguage(web, context);
    if (chosen) return chosen;
    const again = await formOfPage(web, context, applicant);
    const { errors = [], changed = false } = again?.told ?? {};
    return context.html(
      questionPage(frame, {
        view,
        page,
        typed: again?.typed ?? givenAnswers(view),
        errors: sayErrors(frame.words, errors, questionsErrors),
        changed,
        isKept: again?.told.afterLogin === true,
      }),
    );
  });

  routes.post('/request/questions/:page', async (context) => {
    const page = parseQuestionPage(context.req.param('page'));
    if (!page) return showProblem(web, context, { problem: { kind: 'not-found' } });
    const form = await readApplicantForm(web, context);
    if (form instanceof Response) return form;
    const { typed } = form;
    const path = context.req.path;
    const isLater = typed.next === 'later';
    if (isLater && isUntouched(form)) return context.redirect('/request/saved', 303);
    const kept = await world.requests.answerPage({
      case: form.case,
      page,
      typed,
      version: Number(typed.version),
    });
    switch (kept.kind) {
      case 'wrong':
        return askOnceMore(web, context, form, { page: path, typed, told: { errors: kept.errors } });
      case 'changed':
        return askOnceMore(web, context, form, { page: path, typed, told: { changed: true } });
      case 'not-now':
        // The page of the question says what became of the request.
        return context.redirect(path, 303);
      case 'kept':
        return context.redirect(isLater ? '/request/saved' : await afterAnswer(web, form, page), 303);
    }
  });
  return routes;
}

/** Where the next open question is. A fresh address gets its code at once. */
async function afterAnswer(
  { world }: Web,
  { case: id, proof }: OpenedRequest,
  page: QuestionPage,
): Promise<string> {
  const view = await world.requests.viewRequest({ case: id, proof });
  if (!view) return '/request';
  if (page === 'contact' && view.emailToConfirm) await world.requests.sendCode({ case: id });
  return nextPath(view);
}

function parseQuestionPage(text: string): QuestionPage | null {
  return questionPages.find((page) => page === text) ?? null;
}

/** Whether a page was left as it came: then "come back later" has nothing to keep and nothing to complain about. */
function isUntouched({
  view,
  typed,
}: OpenedRequest & { readonly typed: Readonly<Record<string, string>> }): boolean {
  const given = givenAnswers(view);
  return Object.entries(typed).every(
    ([name, value]) => name === 'version' || name === 'next' || value.trim() === (given[name] ?? ''),
  );
}
