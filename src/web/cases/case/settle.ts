import type { DeskAnswer } from '../../../domain/casework/index.ts';
import type { Web, WebContext } from '../../http/web-context.ts';
import type { Html } from '../../ui/html.ts';
import { type RefusalAbout, showDeskRefusal } from '../refusals.ts';
import { caseIn, type OpenedCase, openCase } from './case-context.ts';
import type { DoneCode } from './done-words.ts';
import { errorsInWords, obstacleOf, type Trouble, type Unable } from './trouble.ts';

/** Where a form leads: when all is well to a page that says so, otherwise to the same form with what was typed. */
export type Settlement = {
  readonly done: DoneCode;
  /** The part of the case to show afterwards. */
  readonly to?: string;
  readonly again: (opened: OpenedCase, trouble: Trouble) => Html | Promise<Html>;
};

/** Answers a form by what the desk said. */
export async function settle(
  web: Web,
  context: WebContext,
  answer: DeskAnswer | Unable,
  settlement: Settlement,
): Promise<Response> {
  switch (answer.kind) {
    case 'done':
      return context.redirect(`/cases/${caseIn(context)}${settlement.to ?? ''}?done=${settlement.done}`, 303);
    case 'wrong':
      return showAgain(web, context, settlement, (opened) => ({
        errors: errorsInWords(opened.frame.words, answer.errors),
        obstacle: null,
      }));
    case 'already-linked':
    case 'not-registered':
    case 'exhausted':
    case 'data-missing':
      return showAgain(web, context, settlement, () => ({ errors: [], obstacle: answer }));
    default: {
      const obstacle = obstacleOf(answer);
      if (obstacle === null) return showDeskRefusal(web, context, answer, aboutCase(context));
      return showAgain(web, context, settlement, () => ({ errors: [], obstacle }));
    }
  }
}

/** Shows the form again, on the case as it is now. */
export async function showAgain(
  web: Web,
  context: WebContext,
  { again }: Pick<Settlement, 'again'>,
  troubleOf: (opened: OpenedCase) => Trouble,
): Promise<Response> {
  const opened = await openCase(web, context);
  if (opened instanceof Response) return opened;
  const trouble = troubleOf(opened);
  return context.html(await again(opened, trouble), trouble.obstacle === null ? 422 : 409);
}

function aboutCase(context: WebContext): RefusalAbout {
  const id = caseIn(context);
  return id === null ? {} : { case: id };
}
