import { DAY, later, parseCalendarDate } from '../../base/time.ts';
import { documentKinds } from '../documents/index.ts';
import { composeWording, isTemplateKey, mailKeys, type WordingKey } from '../notification/index.ts';
import { askApplicant, editCase } from './change-case.ts';
import type { Desk, DeskError } from './desk.ts';
import { type Ask, type AskToChange, checkText, find, refusalOf, takeOwn, wrong } from './desk-context.ts';
import { displayName } from './display-name.ts';
import { keepCase } from './keep-case.ts';
import type { CaseworkContext } from './world.ts';
import { writeToApplicant } from './write-to-applicant.ts';

const LONGEST_DUE = 90 * DAY;
/** A due date means the end of that day in Belgium, whatever the season: 22:00 UTC is never later than that. */
const END_OF_DAY = 22 * 60 * 60 * 1000;

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
  const change = askApplicant(taken.case, { agent, id, dueAt: due.at }, now);
  if (change.kind !== 'changed') return refusalOf(taken.case, change);
  const text = question.text.trim();
  const documents = documentKinds.filter((kind) => question.documents.includes(kind));
  await stores.caseMessages.add({
    id,
    case: given.id,
    from: { kind: 'agent', agent },
    text,
    at: now,
    question: { template: question.template, documents, dueAt: due.at, answeredAt: null },
  });
  await keepCase(context, change.case, {
    kind: 'asked',
    by: { kind: 'agent', person: agent },
    text,
    details: { template: question.template, documents: documents.join(' '), due: question.dueOn },
  });
  await stores.caseLocks.release(given.id, agent);
  await writeToApplicant(context, change.case, {
    template: 'question-asked',
    values: { message: text, dueDate: due.at },
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
  await keepCase(context, next, { kind: 'message-sent', by: { kind: 'agent', person: agent } });
  await writeToApplicant(context, next, { template: 'message-from-agent', values: { message: text.trim() } });
  return { kind: 'done', case: next };
}

/** The words of a template for this applicant, in the applicant's language. */
export async function draftText(
  context: CaseworkContext,
  given: Ask,
  { template, dueOn }: { readonly template: string; readonly dueOn: Date },
): ReturnType<Desk['draftText']> {
  const found = await find(context, given);
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

function readDue(text: string, now: Date): DeskError | { readonly at: Date } {
  const date = parseCalendarDate(text);
  if (date === null)
    return { field: 'dueOn', code: text.replaceAll('-', '') === '' ? 'empty' : 'not-a-date' };
  const at = later(new Date(`${date}T00:00:00Z`), END_OF_DAY);
  if (at <= later(now, DAY)) return { field: 'dueOn', code: 'in-the-past' };
  return at > later(now, LONGEST_DUE) ? { field: 'dueOn', code: 'too-far' } : { at };
}
