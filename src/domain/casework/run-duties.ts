import { expireCase, remindApplicant } from './change-case.ts';
import { keepCase } from './keep-case.ts';
import type { Case } from './model.ts';
import { firstAnswers } from './open-case.ts';
import { type CaseworkContext, type CaseworkWorld, inContext } from './world.ts';
import { writeToApplicant } from './write-to-applicant.ts';

const AT_ONCE = 20;
const system = { kind: 'system' } as const;

/** What time does to cases: reminders, ends, and from when the documents of closed ones may go. Repeatable, and safe in several processes at once. */
export async function runCaseDuties(
  world: CaseworkWorld,
): Promise<{ readonly reminded: number; readonly expired: number }> {
  let [reminded, expired] = [0, 0];
  for (let done = AT_ONCE; done === AT_ONCE; ) {
    done = await inContext(world, async (context) => {
      const due = await context.stores.cases.due(context.now, AT_ONCE);
      const acts = [];
      for (const one of due) acts.push(await actOn(context, one));
      reminded += acts.filter((each) => each === 'reminded').length;
      expired += acts.filter((each) => each === 'expired').length;
      // A whole batch with nothing to do would come back as it is.
      return acts.every((each) => each === 'nothing') ? 0 : due.length;
    });
  }
  await inContext(world, ({ stores }) => stores.documents.followCases(world.settings.documentMilliseconds));
  return { reminded, expired };
}

async function actOn(context: CaseworkContext, one: Case): Promise<'reminded' | 'expired' | 'nothing'> {
  const { now } = context;
  const over = expireCase(one, now);
  const isDraft = one.state.kind === 'draft';
  if (over.kind === 'changed') {
    // What was never sent is nobody's business: the answers go, and the documents with them.
    const answers = isDraft ? firstAnswers(null, one.answers.language) : one.answers;
    if (isDraft) await context.stores.documents.setRetention(one.id, now);
    await keepCase(
      context,
      { ...over.case, answers },
      {
        kind: 'expired',
        by: system,
        details: { because: isDraft ? 'never-sent' : 'no-answer' },
      },
    );
    await writeToApplicant(context, one, { template: 'request-expired', values: {} });
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
