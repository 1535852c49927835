import { Hono } from 'hono';
import { withReason } from '../../../../domain/acting/index.ts';
import type { Web, WebContext, WebEnv } from '../../../http/web-context.ts';
import { sayErrors } from '../../../ui/form/error-words.ts';
import { showDeskRefusal } from '../../refusals.ts';
import { formAgain, leadToForm } from '../again.ts';
import { chosenIn } from '../candidates/chosen.ts';
import { CASE, openCase, readSent } from '../case-context.ts';
import { noTrouble } from '../trouble.ts';
import { revealNumberErrors } from './reveal-number-errors.ts';
import { askNumberPage, numberPage } from './reveal-number-page.ts';

/** The number of a candidate in full: only with a reason, which stands in the history of the case. */
export function revealNumberRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  const open = async (context: WebContext) => {
    const opened = await openCase(web, context);
    if (opened instanceof Response) return opened;
    const candidate = await chosenIn(opened, context);
    return candidate instanceof Response ? candidate : { opened, candidate };
  };

  routes.get(`${CASE}/number/:choice`, async (context) => {
    const at = await open(context);
    if (at instanceof Response) return at;
    const { opened, candidate } = at;
    const again = await formAgain(opened, context, revealNumberErrors);
    const reason = again?.typed.reason ?? '';
    if (again?.step !== 'shown')
      return context.html(askNumberPage(opened, candidate, reason, again?.trouble ?? noTrouble));
    // Each time that the page with the number is asked for is a look of its own.
    const { by, view, frame } = opened;
    const answer = await web.world.desk.revealNumber({
      by: withReason(by, reason),
      case: view.case.id,
      number: candidate.person.number,
    });
    if (answer.kind === 'done') return context.html(numberPage(opened, candidate));
    if (answer.kind !== 'wrong') return showDeskRefusal(web, context, answer);
    const trouble = { errors: sayErrors(frame.words, answer.errors, revealNumberErrors), obstacle: null };
    return context.html(askNumberPage(opened, candidate, reason, trouble));
  });

  routes.post(`${CASE}/number/:choice`, async (context) => {
    const sent = await readSent(web, context);
    return sent instanceof Response ? sent : leadToForm(web, context, sent, { errors: [], step: 'shown' });
  });
  return routes;
}
