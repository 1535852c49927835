import type { Language } from '../../../base/language.ts';
import type { CalendarDate } from '../../../base/time.ts';
import { composeWording, isTemplateKey, mailKeys, type WordingKey } from '../../notification/index.ts';
import { displayName } from '../case/display-name.ts';
import { act } from '../case/world.ts';
import { type DeskRefusal, wrong } from './desk-answer.ts';
import { type AskedOfCase, findToLook, lookingNeeds } from './take-in-hand.ts';

export type DraftText = AskedOfCase & { readonly template: string; readonly dueOn: CalendarDate };

export type DraftedText = { readonly kind: 'text'; readonly language: Language; readonly text: string };

/** The words of a template for this applicant, in the applicant's language: what an agent starts from. */
export const draftText = act(
  [...lookingNeeds, 'templates'],
  async (context, asked: DraftText): Promise<DraftedText | DeskRefusal> => {
    const found = await findToLook(context, asked);
    if (found.kind !== 'in-hand') return found;
    const key = wordingOf(asked.template);
    if (key === null) return wrong([{ field: 'template', code: 'choose' }]);
    const { answers, applicant, reference } = found.case;
    const values = { name: displayName(applicant), reference, dueDate: asked.dueOn };
    const text = await composeWording(key, answers.language, values, context.stores.templates);
    return { kind: 'text', language: answers.language, text };
  },
);

/** The wording of this name; `null` when there is none. */
export function wordingOf(text: string): WordingKey | null {
  if (!isTemplateKey(text)) return null;
  const isMail = mailKeys.some((key) => key === text);
  return isMail ? null : (text as WordingKey);
}
