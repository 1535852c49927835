import type { DeskAnswer } from '../../../domain/casework/index.ts';
import type { Web, WebContext } from '../../http/web-context.ts';
import type { DoneCode } from '../done-words.ts';
import { obstacleOf, type RefusalAbout, showDeskRefusal } from '../refusals.ts';
import { leadToForm, type ToldOfCase } from './again.ts';
import { caseIn, type SentForm } from './case-context.ts';
import type { Unable } from './trouble.ts';

/** Where a form leads: when all is well to a page that says so, otherwise to the same form with what was typed. */
export type FormEnd = {
  readonly done: DoneCode;
  /** The part of the case to show afterwards. */
  readonly to?: string;
  readonly sent: Pick<SentForm, 'typed' | 'lists'>;
  /** The page of the form, where that is not its own address. */
  readonly page?: string;
};

/** Answers a form by what the desk said. */
export async function settle(
  web: Web,
  context: WebContext,
  answer: DeskAnswer | Unable,
  { done, to = '', sent, page }: FormEnd,
): Promise<Response> {
  const again = (told: ToldOfCase) =>
    leadToForm(web, context, sent, told, page === undefined ? undefined : { form: page, page });
  switch (answer.kind) {
    case 'done':
      return context.redirect(`/cases/${caseIn(context)}${to}?done=${done}`, 303);
    case 'wrong':
      return again({ errors: answer.errors });
    case 'already-linked':
    case 'not-registered':
    case 'exhausted':
    case 'data-missing':
      return again({ errors: [], obstacle: answer });
    default: {
      const obstacle = obstacleOf(answer);
      if (obstacle === null) return showDeskRefusal(web, context, answer, aboutCase(context));
      return again({ errors: [], obstacle });
    }
  }
}

function aboutCase(context: WebContext): RefusalAbout {
  const id = caseIn(context);
  return id === null ? {} : { case: id };
}
