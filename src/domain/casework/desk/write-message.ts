import { editCase } from '../case/change-case.ts';
import { atDesk } from '../case/doer.ts';
import { keepCase, keepingNeeds } from '../case/keep-case.ts';
import { act } from '../case/world.ts';
import { writeToApplicant, writingNeeds } from '../case/write-to-applicant.ts';
import { checkText } from './check-text.ts';
import { type DeskAnswer, wrong } from './desk-answer.ts';
import { type AskedToChange, inHandNeeds, takeOwn } from './take-in-hand.ts';

export type WriteMessage = AskedToChange & { readonly text: string };

/** A message that asks for nothing. */
export const writeMessage = act(
  [...inHandNeeds, 'caseMessages', 'caseDrafts', ...keepingNeeds, ...writingNeeds],
  async (context, asked: WriteMessage): Promise<DeskAnswer> => {
    const { stores, world, now } = context;
    const errors = checkText('text', asked.text);
    if (errors.length > 0) return wrong(errors);
    const taken = await takeOwn(context, asked);
    if (taken.kind !== 'in-hand') return taken;
    const agent = asked.by.person;
    const text = asked.text.trim();
    const next = editCase(taken.case, {}, now);
    await stores.caseMessages.add({
      id: world.randomness.uuid(),
      case: asked.case,
      from: { kind: 'agent', agent },
      text,
      at: now,
      question: null,
    });
    await stores.caseDrafts.remove(asked.case, agent, 'message');
    await keepCase(context, next, { kind: 'message-sent', by: atDesk(asked.by) });
    await writeToApplicant(context, next, { template: 'message-from-agent', values: { message: text } });
    return { kind: 'done', case: next };
  },
);
