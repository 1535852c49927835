import type { DraftKind } from '../case/model.ts';
import { act } from '../case/world.ts';
import { checkText } from './check-text.ts';
import { type DeskAnswer, wrong } from './desk-answer.ts';
import { type AskedOfCase, findToLook, lookingNeeds } from './take-in-hand.ts';

/** As long as the longest text of any form. */
const LONGEST = 5000;

export type KeepDraft = AskedOfCase & { readonly kind: DraftKind; readonly text: string };

/**
 * Keeps an unfinished text for who wrote it: one for each form, until the case goes on. No step of the case: nobody else sees it, and it
 * may be written before one has it.
 */
export const keepDraft = act(
  [...lookingNeeds, 'caseDrafts'],
  async (context, asked: KeepDraft): Promise<DeskAnswer> => {
    const errors = checkText('text', asked.text, LONGEST);
    if (errors.length > 0) return wrong(errors);
    const found = await findToLook(context, asked);
    if (found.kind !== 'in-hand') return found;
    const draft = { kind: asked.kind, text: asked.text.trim(), at: context.now };
    await context.stores.caseDrafts.keep(asked.case, asked.by.person, draft);
    return { kind: 'done', case: found.case };
  },
);
