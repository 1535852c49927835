import { correlationCode } from '../../base/correlation.ts';
import { expireCase, remindApplicant } from './change-case.ts';
import { keepCase } from './keep-case.ts';
import type { Case } from './model.ts';
import { type CaseworkContext, type CaseworkWorld, inContext } from './world.ts';
import { writeToApplicant } from './write-to-applicant.ts';

const AT_ONCE = 20;
const system = { kind: 'system' } as const;

/** What time does to cases: reminders, ends, and documents that are removed. Repeatable, and safe in several processes at once. */
export async function runCaseDuties(
  world: CaseworkWorld,
): Promise<{ readonly reminded: number; readonly expired: number; readonly removed: number }> {
  let [reminded, expired, removed] = [0, 0, 0];
  for (let done = AT_ONCE; done === AT_ONCE; ) {
    done = await inContext(world, async (context) => {
      const due = await context.stores.cases.due(context.now, AT_ONCE);
      for (const one of due) {
        const what = await actOn(context, one);
        if (what === 'reminded') reminded += 1;
        if (what === 'expired') expired += 1;
      }
      return due.length;
    });
  }
  for (let done = 1; done > 0; removed += done) done = await inContext(world, removeDocuments);
  return { reminded, expired, removed };
}

async function actOn(context: CaseworkContext, one: Case): Promise<'reminded' | 'expired' | 'nothing'> {
  const { now } = context;
  const over = expireCase(one, now);
  const isDraft = one.state.kind === 'draft';
  if (over.kind === 'changed') {
    await keepCase(context, over.case, {
      kind: 'expired',
      by: system,
      details: { because: isDraft ? 'never-sent' : 'no-answer' },
    });
    await writeToApplicant(context, over.case, { template: 'request-expired', values: {} });
    return 'expired';
  }
  const reminder = remindApplicant(one, now);
  if (reminder.kind !== 'changed' || reminder.case.state.kind !== 'waiting') return 'nothing';
  await keepCase(context, reminder.case, { kind: 'reminded', by: system });
  await writeToApplicant(context, reminder.case, {
    template: 'answer-reminder',
    values: { dueDate: reminder.case.state.dueAt },
  });
  return 'reminded';
}

async function removeDocuments({ stores, world, now }: CaseworkContext): Promise<number> {
  const gone = await stores.documents.expireDue(now);
  for (const { case: id, id: document } of gone) {
    await stores.audit.record({
      kind: 'document.expired',
      actor: system,
      subject: { kind: 'file', id: document },
      purpose: 'retention',
      details: { case: id },
      correlation: correlationCode(world.randomness.bytes(8)),
    });
  }
  return gone.length;
}
