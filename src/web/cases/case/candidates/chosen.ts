import type { WebContext } from '../../../http/web-context.ts';
import { showDeskRefusal } from '../../refusals.ts';
import type { OpenedCase } from '../case-context.ts';
import { findChosen, type LetteredCandidate } from './find-candidates.ts';
import { goneCandidatePage } from './gone-candidate-page.ts';

/** The candidate in the address, as the register holds it now; otherwise the page that says that it is not there any more. */
export async function chosenIn(
  opened: OpenedCase,
  context: WebContext,
): Promise<LetteredCandidate | Response> {
  const { web, by, view, frame } = opened;
  const sealed = context.req.param('choice') ?? '';
  const reason = frame.words.say('case.search.again');
  const found = await findChosen(web, by, view.case.id, { sealed, reason });
  if (found === null) return context.html(goneCandidatePage(opened), 404);
  // The address keeps naming the candidate as it did, whatever letter it has now.
  return 'kind' in found ? showDeskRefusal(web, context, found) : { ...found, sealed };
}
