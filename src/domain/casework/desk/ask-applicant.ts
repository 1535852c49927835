import { dayOf, daysBetween } from '../../../base/calendar.ts';
import { type CalendarDate, parseCalendarDate } from '../../../base/time.ts';
import { documentKinds } from '../../documents/index.ts';
import { composeWording, isTemplateKey, mailKeys, type WordingKey } from '../../notification/index.ts';
import { askApplicant, editCase } from '../case/change-case.ts';
import { displayName } from '../case/display-name.ts';
import { keepCase } from '../case/keep-case.ts';
import type { CaseworkContext } from '../case/world.ts';
import { writeToApplicant } from '../case/write-to-applicant.ts';
import type { Desk, DeskError } from './desk.ts';
import {
  type Ask,
  type AskToChange,
  checkText,
  findToLook,
  refusalOf,
  takeOwn,
  wrong,
} from './desk-context.ts';

/** A day for the reminder to come after the question, and one more until the end. */
const SHORTEST_DAYS = 2;
const LONGEST_DAYS = 90;

/** Asks the applicant something, with a due date; the case waits for the answer. */
export async function ask(
  context: CaseworkContext,
  given: AskToChange,
  question: Parameters<Desk['ask']>[3],
): ReturnType<Desk['ask']> {
  const { stores, world, now } = context;
  const due = readDue(question.dueOn, now);
  const errors: readonly DeskError[] = [
    ...(wordingOf(question.template) ? [] : [{ field: 'template', code: 'choose' } as const]),
    ...checkText('text', question.text),
    ...('code' in due ? [due] : []),
  ];
  if (errors.length > 0 || 'code' in due) return wrong(errors);
  const taken = await takeOwn(context, given);
  if (taken.kind !== 'in-hand') return taken;
  const id = world.randomness.uuid();
  const agent = given.agent.person;
  const change = askApplicant(taken.case, { agent, id, dueOn: due.day }, now);
  if (change.kind !== 'changed') return refusalOf(taken.case, change);
  const text = question.text.trim();
  const documents = documentKinds.filter((kind) => question.documents.includes(kind));
  await stores.caseMessages.add({
    id,
    case: given.id,
    from: { kind: 'agent', agent },
    text,
    at: now,
    question: { template: question.template, documents, dueOn: due.day, answeredAt: null },
  });
  await keepCase(context, change.case, {
    kind: 'asked',
    by: { kind: 'agent', person: agent },
    text,
    details: { template: question.template, documents: documents.join(' '), due: due.day },
  });
  await stores.caseLocks.release(given.id, agent);
  await writeToApplicant(context, change.case, {
    template: 'question-asked',
    values: { message: text, dueDate: due.day },
  });
  return { kind: 'done', case: change.case };
}

/** A message that asks for nothing. */
export async function write(
  context: CaseworkContext,
  given: AskToChange,
  text: string,
): ReturnType<Desk['write']> {
  const { stores, world, now } = context;
  const errors = checkText('text', text);
  if (errors.length > 0) return wrong(errors);
  const taken = await takeOwn(context, given);
  if (taken.kind !== 'in-hand') return taken;
  const agent = given.agent.person;
  const next = editCase(taken.case, {}, now);
  await stores.caseMessages.add({
    id: world.randomness.uuid(),
    case: given.id,
    from: { kind: 'agent', agent },
    text: text.trim(),
    at: now,
    question: null,
  });
  await stores.caseDrafts.remove(given.id, agent, 'message');
  await keepCase(context, next, { kind: 'message-sent', by: { kind: 'agent', person: agent } });
  await writeToApplicant(context, next, { template: 'message-from-agent', values: { message: text.trim() } });
  return { kind: 'done', case: next };
}

/** The words of a template for this applicant, in the applicant's language. */
export async function draftText(
  context: CaseworkContext,
  given: Ask,
  { template, dueOn }: { readonly template: string; readonly dueOn: CalendarDate },
): ReturnType<Desk['draftText']> {
  const found = await findToLook(context, given);
  if (found.kind !== 'in-hand') return found;
  const key = wordingOf(template);
  if (key === null) return wrong([{ field: 'template', code: 'choose' }]);
  const { answers, applicant, reference } = found.case;
  const values = { name: displayName(applicant), reference, dueDate: dueOn };
  const text = await composeWording(key, answers.language, values, context.stores.templates);
  return { kind: 'text', language: answers.language, text };
}

function wordingOf(text: string): WordingKey | null {
  if (!isTemplateKey(text)) return null;
  const isMail = mailKeys.some((key) => key === text);
  return isMail ? null : (text as WordingKey);
}

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
