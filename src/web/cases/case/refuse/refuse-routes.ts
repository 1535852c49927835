import { Hono } from 'hono';
import { addDays, dayOf } from '../../../../base/calendar.ts';
import { refusalReasons } from '../../../../domain/casework/index.ts';
import { requireFresh } from '../../../http/session/web-session.ts';
import { showProblem } from '../../../http/show-problem.ts';
import type { Web, WebContext, WebEnv } from '../../../http/web-context.ts';
import { sayErrors } from '../../../ui/form/error-words.ts';
import { showDeskRefusal } from '../../refusals.ts';
import { formAgain, leadToForm } from '../again.ts';
import { findCandidates } from '../candidates/find-candidates.ts';
import { CASE, type OpenedCase, openCase, readSent, type SentForm } from '../case-context.ts';
import { draftOf } from '../draft.ts';
import { lookIn, shownIn } from '../evidence/evidence.ts';
import { askFresh, keepForLater } from '../keep-draft.ts';
import { settle } from '../settle.ts';
import { refuseErrors } from './refuse-errors.ts';
import { refusePage, refusePreviewPage, refuseWhyPage, type TypedRefusal } from './refuse-page.ts';

const DAYS_TO_APPEAL = 60;

/** Refusing a request: why, the text, a look at it, and the decision. */
export function refuseRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();

  routes.get(`${CASE}/refuse`, requireFresh(web), async (context) => {
    const opened = await openCase(web, context);
    if (opened instanceof Response) return opened;
    const { by, view, frame } = opened;
    const candidates = await countCandidates(opened);
    const shown = shownIn(opened, context);
    const again = await formAgain(opened, context, refuseErrors);
    const typed = refusalReasons.find((each) => each === again?.typed.reason);
    if (again && typed) {
      const refusal = { reason: typed, text: again.typed.text ?? '' };
      return context.html(
        again.step === 'preview' || again.typed.step === 'send'
          ? refusePreviewPage(opened, refusal, candidates, again.trouble)
          : refusePage(opened, refusal, { candidates, trouble: again.trouble, shown }),
      );
    }
    const asked = context.req.query('reason');
    const reason = refusalReasons.find((each) => each === asked);
    if (!reason) {
      const errors =
        asked === undefined
          ? []
          : sayErrors(frame.words, [{ field: 'reason', code: 'choose' }], refuseErrors);
      return context.html(
        refuseWhyPage(opened, { candidates, trouble: { errors, obstacle: null }, shown }),
        errors.length > 0 ? 422 : 200,
      );
    }
    const draft = draftOf(view, 'refuse');
    if (draft !== null)
      return context.html(refusePage(opened, { reason, text: draft }, { candidates, kept: true, shown }));
    const due = addDays(dayOf(web.world.clock()), DAYS_TO_APPEAL);
    const answer = await web.world.desk.draftText({
      by,
      case: view.case.id,
      template: `refuse-${reason}`,
      dueOn: due,
    });
    if (answer.kind !== 'text') return showDeskRefusal(web, context, answer);
    return context.html(refusePage(opened, { reason, text: answer.text }, { candidates, shown }));
  });

  routes.post(`${CASE}/refuse`, async (context) => {
    const sent = await readSent(web, context);
    if (sent instanceof Response) return sent;
    const reason = refusalReasons.find((each) => each === sent.typed.reason);
    return reason
      ? decide(web, context, sent, { reason, text: sent.typed.text ?? '' })
      : showProblem(web, context, { problem: { kind: 'request-refused' } });
  });
  return routes;
}

async function decide(
  web: Web,
  context: WebContext,
  sent: SentForm,
  refusal: TypedRefusal,
): Promise<Response> {
  const look = lookIn(sent, context);
  if (look) return leadToForm(web, context, sent, { errors: [] }, look);
  switch (sent.typed.step) {
    case 'save':
      return keepForLater(web, context, sent, { kind: 'refuse', text: refusal.text });
    case 'send': {
      const login = await askFresh(web, context, sent);
      if (login) return login;
      const answer = await web.world.desk.refuseRequest({
        by: sent.by,
        case: sent.id,
        version: sent.version,
        ...refusal,
      });
      return settle(web, context, answer, { done: 'refused', sent });
    }
    case 'change':
      return leadToForm(web, context, sent, { errors: [], step: 'change' });
    default:
      return leadToForm(
        web,
        context,
        sent,
        refusal.text.trim() === ''
          ? { errors: [{ field: 'text', code: 'empty' }] }
          : { errors: [], step: 'preview' },
      );
  }
}

/** How many persons of the register the applicant might be; none where the register may not be asked. */
async function countCandidates({ web, by, view }: OpenedCase): Promise<number> {
  const found = await findCandidates(web, by, view.case.id);
  return found.kind === 'found' ? found.candidates.length : 0;
}
