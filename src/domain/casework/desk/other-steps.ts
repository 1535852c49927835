import { correlationCode } from '../../../base/correlation.ts';
import { afterWorkingDays } from '../../../base/working-days.ts';
import { type DocumentId, parseDocumentId, viewDocument } from '../../documents/index.ts';
import { handOverCase, reopenCase } from '../case/change-case.ts';
import { expectedDays } from '../case/expected-days.ts';
import { keepCase, record } from '../case/keep-case.ts';
import type { CaseworkContext } from '../case/world.ts';
import { writeToApplicant } from '../case/write-to-applicant.ts';
import type { Desk } from './desk.ts';
import {
  type Ask,
  type AskToChange,
  checkReason,
  checkText,
  findToLook,
  refusalOf,
  takeInHand,
  wrong,
} from './desk-context.ts';

/** Sends the applicant to the counter of a registration office: an organisation, by its id. */
export async function handOver(
  context: CaseworkContext,
  ask: AskToChange,
  { office, reason }: { readonly office: string; readonly reason: string },
): ReturnType<Desk['handOver']> {
  const offices = await context.stores.offices.offices(context.now);
  const chosen = offices.find(({ organisation }) => organisation === office);
  const errors = [
    ...(chosen === undefined ? [{ field: 'office', code: 'choose' } as const] : []),
    ...checkReason('reason', reason),
  ];
  if (errors.length > 0 || chosen === undefined) return wrong(errors);
  const taken = await takeInHand(context, ask);
  if (taken.kind !== 'in-hand') return taken;
  const by = ask.agent.person;
  const change = handOverCase(taken.case, by, chosen, context.now);
  if (change.kind !== 'changed') return refusalOf(taken.case, change);
  await keepCase(context, change.case, {
    kind: 'handed-over',
    by: { kind: 'agent', person: by },
    text: reason.trim(),
    details: { office: chosen.organisation },
  });
  await writeToApplicant(context, change.case, {
    template: 'request-handed-over',
    values: { office: chosen.name },
  });
  return { kind: 'done', case: change.case };
}

export async function reopen(
  context: CaseworkContext,
  ask: AskToChange,
  reason: string,
): ReturnType<Desk['reopen']> {
  const { world, now } = context;
  const errors = checkReason('reason', reason);
  if (errors.length > 0) return wrong(errors);
  const taken = await takeInHand(context, ask);
  if (taken.kind !== 'in-hand') return taken;
  const by = ask.agent.person;
  const targetAt = afterWorkingDays(now, world.settings.targetWorkingDays);
  const change = reopenCase(taken.case, by, now, targetAt);
  if (change.kind !== 'changed') return refusalOf(taken.case, change);
  await keepCase(context, change.case, {
    kind: 'reopened',
    by: { kind: 'agent', person: by },
    text: reason.trim(),
  });
  await writeToApplicant(context, change.case, {
    template: 'request-reopened',
    values: { reason: reason.trim(), expectedDays: await expectedDays(context) },
  });
  return { kind: 'done', case: change.case };
}

/** A note for other agents: possible on every case, whoever has it open. */
export async function addNote(context: CaseworkContext, ask: Ask, text: string): ReturnType<Desk['addNote']> {
  const { stores, world, now } = context;
  const errors = checkText('text', text);
  if (errors.length > 0) return wrong(errors);
  const found = await findToLook(context, ask);
  if (found.kind !== 'in-hand') return found;
  const by = ask.agent.person;
  // The same note by a double click, a reload or Back.
  await stores.cases.hold(ask.id);
  const last = (await stores.caseNotes.of(ask.id)).at(-1);
  if (last?.by === by && last.text === text.trim()) return { kind: 'done', case: found.case };
  await stores.caseNotes.add(ask.id, { id: world.randomness.uuid(), by, at: now, text: text.trim() });
  await record(context, found.case, { kind: 'note-added', by: { kind: 'agent', person: by } });
  return { kind: 'done', case: found.case };
}

/** One page of a document, for an agent: the view stands in the timeline and in the trail. */
export async function viewPage(
  context: CaseworkContext,
  ask: Ask,
  { document, page }: { readonly document: DocumentId; readonly page: number },
): ReturnType<Desk['viewDocument']> {
  const { stores, world, now } = context;
  const found = await findToLook(context, ask);
  if (found.kind !== 'in-hand') return found;
  const person = ask.agent.person;
  const id = parseDocumentId(document);
  const seen =
    id &&
    (await viewDocument(stores, {
      case: ask.id,
      id,
      part: page,
      actor: { kind: 'person', id: person },
      purpose: 'registration',
      correlation: correlationCode(world.randomness.bytes(8)),
    }));
  if (!seen) return { kind: 'unknown-case' };
  await stores.caseEvents.add({
    case: ask.id,
    at: now,
    kind: 'document-viewed',
    by: { kind: 'agent', person },
    text: null,
    details: { document, page },
  });
  return { kind: 'page', type: seen.type, bytes: seen.bytes };
}

/** Tells the applicant that a document cannot be used; the question to send another is asked separately. */
export async function rejectDocument(
  context: CaseworkContext,
  ask: Ask,
  { document, reason }: { readonly document: DocumentId; readonly reason: string },
): ReturnType<Desk['rejectDocument']> {
  const { stores, now } = context;
  const errors = checkReason('reason', reason);
  if (errors.length > 0) return wrong(errors);
  const found = await findToLook(context, ask);
  if (found.kind !== 'in-hand') return found;
  if (!(await stores.documents.reject(ask.id, document, reason.trim(), now)))
    return { kind: 'not-now', state: found.case.state.kind };
  await record(context, found.case, {
    kind: 'document-rejected',
    by: { kind: 'agent', person: ask.agent.person },
    text: reason.trim(),
    details: { document },
  });
  return { kind: 'done', case: found.case };
}
