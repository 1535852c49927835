import type { CaseDraft } from '../case/model.ts';
import type { CaseworkContext } from '../case/world.ts';
import type { Desk } from './desk.ts';
import { type Ask, checkText, findToLook, wrong } from './desk-context.ts';

/** As long as the longest text of any form. */
const LONGEST = 5000;

/** Keeps an unfinished text for who wrote it. No step of the case: nobody else sees it, and it may be written before one has it. */
export async function keepDraft(
  { stores, ...context }: CaseworkContext,
  ask: Ask,
  { kind, text }: Pick<CaseDraft, 'kind' | 'text'>,
): ReturnType<Desk['keepDraft']> {
  const errors = checkText('text', text, LONGEST);
  if (errors.length > 0) return wrong(errors);
  const found = await findToLook({ stores, ...context }, ask);
  if (found.kind !== 'in-hand') return found;
  await stores.caseDrafts.keep(ask.id, ask.agent.person, { kind, text: text.trim(), at: context.now });
  return { kind: 'done', case: found.case };
}
