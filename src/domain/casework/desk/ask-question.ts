import { dayOf, daysBetween } from '../../../base/calendar.ts';
import { type CalendarDate, parseCalendarDate } from '../../../base/time.ts';
import { documentKinds } from '../../documents/index.ts';
import { askApplicant } from '../case/change-case.ts';
import { atDesk } from '../case/doer.ts';
import { keepCase, keepingNeeds } from '../case/keep-case.ts';
import { act } from '../case/world.ts';
import { writeToApplicant, writingNeeds } from '../case/write-to-applicant.ts';
import { checkText, type DeskError } from './check-text.ts';
import { type DeskAnswer, refusalOf, wrong } from './desk-answer.ts';
import { wordingOf } from './draft-text.ts';
import { goingOnNeeds, goneOn } from './gone-on.ts';
import { type AskedToChange, inHandNeeds, takeOwn } from './take-in-hand.ts';

/** A day for the reminder to come after the question, and one more until the end. */
const SHORTEST_DAYS = 2;
const LONGEST_DAYS = 90;

export type AskQuestion = AskedToChange & {
  readonly template: string;
  readonly text: string;
  readonly documents: readonly string[];
  /** `YYYY-MM-DD`, as typed. */
  readonly dueOn: string;
};

/** Asks the applicant something, with a due date; the case waits for the answer. */
export const askQuestion = act(
  [...inHandNeeds, 'caseMessages', ...keepingNeeds, ...writingNeeds, ...goingOnNeeds],
  async (context, asked: AskQuestion): Promise<DeskAnswer> => {
    const { stores, world, now } = context;
    const { by, template } = asked;
    const due = readDue(asked.dueOn, now);
    const errors: readonly DeskError[] = [
      ...(wordingOf(template) ? [] : [{ field: 'template', code: 'choose' } as const]),
      ...checkText('text', asked.text),
      ...('code' in due ? [due] : []),
    ];
    if (errors.length > 0 || 'code' in due) return wrong(errors);
    const taken = await takeOwn(context, asked);
    if (taken.kind !== 'in-hand') return taken;
    const id = world.randomness.uuid();
    const agent = by.person;
    const change = askApplicant(taken.case, { agent, id, dueOn: due.day }, now);
    if (change.kind !== 'changed') return refusalOf(taken.case, change);
    const text = asked.text.trim();
    const documents = documentKinds.filter((kind) => asked.documents.includes(kind));
    await stores.caseMessages.add({
      id,
      case: asked.case,
      from: { kind: 'agent', agent },
      text,
      at: now,
      question: { template, documents, dueOn: due.day, answeredAt: null },
    });
    await keepCase(context, change.case, {
      kind: 'asked',
      by: atDesk(by),
      text,
      details: { template, documents: documents.join(' '), due: due.day },
    });
    await stores.caseLocks.release(asked.case, agent);
    await writeToApplicant(context, change.case, {
      template: 'question-asked',
      values: { message: text, dueDate: due.day },
    });
    return goneOn(context, change.case);
  },
);

function readDue(text: string, now: Date): DeskError | { readonly day: CalendarDate } {
  const day = parseCalendarDate(text);
  if (day === null) return { field: 'dueOn', code: text.replaceAll('-', '') === '' ? 'empty' : 'not-a-date' };
  const code = checkDueDay(day, dayOf(now));
  return code === null ? { day } : { field: 'dueOn', code };
}

/** What is wrong with a last day to answer, seen from today; `null` when nothing is. */
export function checkDueDay(day: CalendarDate, today: CalendarDate): 'too-soon' | 'too-far' | null {
  const days = daysBetween(today, day);
  if (days < SHORTEST_DAYS) return 'too-soon';
  return days > LONGEST_DAYS ? 'too-far' : null;
}
