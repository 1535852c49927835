import { Hono } from 'hono';
import { addDays, dayOf } from '../../../../base/calendar.ts';
import { type CalendarDate, parseCalendarDate } from '../../../../base/time.ts';
import { checkDueDay, readDate } from '../../../../domain/casework/index.ts';
import { type DocumentKind, documentKinds } from '../../../../domain/documents/index.ts';
import { type AskKey, askKeys } from '../../../../domain/notification/index.ts';
import { showProblem } from '../../../http/show-problem.ts';
import type { Web, WebContext, WebEnv } from '../../../http/web-context.ts';
import { sayErrors } from '../../../ui/form/error-words.ts';
import { showDeskRefusal } from '../../refusals.ts';
import { type CaseFormAgain, formAgain, leadToForm } from '../again.ts';
import { CASE, type OpenedCase, openCase, readSent, type SentForm } from '../case-context.ts';
import { draftOf } from '../draft.ts';
import { keepForLater } from '../keep-draft.ts';
import { settle } from '../settle.ts';
import { noTrouble } from '../trouble.ts';
import { askErrors } from './ask-errors.ts';
import { askAboutPage, askPage, askPreviewPage, type TypedQuestion } from './ask-page.ts';
import { dateInFields } from './date-in-fields.ts';

const USUAL_DAYS = 14;

/** What a text asks for by its words is ticked already. */
const documentsAskedBy: Readonly<Partial<Record<AskKey, readonly DocumentKind[]>>> = {
  'ask-document-both-sides': ['identity-front', 'identity-back'],
  'ask-proof-of-name-change': ['name-change'],
};

/** A question to the applicant: about what, the text, a look at it, and sending. */
export function askRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();

  routes.get(`${CASE}/ask`, async (context) => {
    const opened = await openCase(web, context);
    if (opened instanceof Response) return opened;
    const again = await formAgain(opened, context, askErrors);
    if (again) return showQuestionAgain(opened, context, again);
    const query = context.req.query();
    const today = dayOf(web.world.clock());
    if (query.template === undefined && query['dueOn-day'] === undefined) {
      const due = addDays(today, USUAL_DAYS);
      return context.html(askAboutPage(opened, dateInFields(due, 'dueOn'), noTrouble));
    }
    const template = askKeys.find((key) => key === query.template);
    const due = readDate(query, 'dueOn', { today, century: 'near' });
    const unread = due.kind === 'wrong' && due.code !== 'empty' ? 'not-a-date' : 'empty';
    const unfit = due.kind === 'value' ? checkDueDay(due.value, today) : unread;
    const errors = [
      ...(template ? [] : [{ field: 'template', code: 'choose' } as const]),
      ...(unfit === null ? [] : [{ field: 'dueOn', code: unfit } as const]),
    ];
    if (!template || due.kind === 'wrong' || errors.length > 0)
      return context.html(
        askAboutPage(opened, query, {
          errors: sayErrors(opened.frame.words, errors, askErrors),
          obstacle: null,
        }),
        422,
      );
    return writeQuestion(opened, context, template, due.value);
  });

  routes.post(`${CASE}/ask`, async (context) => {
    const sent = await readSent(web, context, ['documents']);
    if (sent instanceof Response) return sent;
    const question = questionIn(sent);
    return question
      ? sendQuestion(web, context, sent, question)
      : showProblem(web, context, { problem: { kind: 'request-refused' } });
  });
  return routes;
}

async function writeQuestion(
  opened: OpenedCase,
  context: WebContext,
  template: AskKey,
  dueOn: CalendarDate,
): Promise<Response> {
  const { web, by, view } = opened;
  const draft = draftOf(view, 'ask');
  const documents = documentsAskedBy[template] ?? [];
  if (draft !== null)
    return context.html(askPage(opened, { template, dueOn, text: draft, documents }, { kept: true }));
  const answer = await web.world.desk.draftText({ by, case: view.case.id, template, dueOn });
  if (answer.kind !== 'text') return showDeskRefusal(web, context, answer);
  return context.html(askPage(opened, { template, dueOn, text: answer.text, documents }));
}

async function sendQuestion(
  web: Web,
  context: WebContext,
  sent: SentForm,
  question: TypedQuestion,
): Promise<Response> {
  switch (sent.typed.step) {
    case 'save':
      return keepForLater(web, context, sent, { kind: 'ask', text: question.text });
    case 'send': {
      const answer = await web.world.desk.askQuestion({
        by: sent.by,
        case: sent.id,
        version: sent.version,
        ...question,
      });
      return settle(web, context, answer, { done: 'asked', sent });
    }
    case 'change':
      return leadToForm(web, context, sent, { errors: [], step: 'change' });
    default:
      return leadToForm(
        web,
        context,
        sent,
        question.text.trim() === ''
          ? { errors: [{ field: 'text', code: 'empty' }] }
          : { errors: [], step: 'preview' },
      );
  }
}

/** The question as it was typed: the form, or a look at it before it is sent. */
function showQuestionAgain(
  opened: OpenedCase,
  context: WebContext,
  { typed, lists, step, trouble }: CaseFormAgain,
): Response | Promise<Response> {
  const question = questionIn({ typed, lists: new Map(Object.entries(lists)) });
  if (!question) return context.redirect(`${opened.path}/ask`, 303);
  return context.html(
    step === 'preview' ? askPreviewPage(opened, question) : askPage(opened, question, { trouble }),
  );
}

function questionIn({ typed, lists }: Pick<SentForm, 'typed' | 'lists'>): TypedQuestion | null {
  const template = askKeys.find((key) => key === typed.template);
  const dueOn = parseCalendarDate(typed.dueOn ?? '');
  if (!template || !dueOn) return null;
  const documents = documentKinds.filter((kind) => lists.get('documents')?.includes(kind));
  return { template, dueOn, text: typed.text ?? '', documents };
}
