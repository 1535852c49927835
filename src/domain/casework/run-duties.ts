import { type CaseChange, expireCase, giveBackCase, remindApplicant } from './change-case.ts';
import { dutyOf, nextDutyOf } from './duty-of.ts';
import { keepCase } from './keep-case.ts';
import type { Case, CaseStateOf } from './model.ts';
import { firstAnswers } from './open-case.ts';
import { type CaseworkContext, type CaseworkWorld, inContext } from './world.ts';
import { writeToApplicant } from './write-to-applicant.ts';

const AT_ONCE = 20;
const system = { kind: 'system' } as const;
type Act = 'reminded' | 'expired' | 'given-back' | 'nothing';

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

async function actOn(context: CaseworkContext, one: Case): Promise<Act> {
  const { state } = one;
  if (state.kind === 'draft') return endDraft(context, one);
  return state.kind === 'waiting'
    ? followQuestion(context, { ...one, state })
    : lookAgain(context, one, null);
}

/** What was never sent is nobody's business: the answers go, and the documents with them. */
async function endDraft(context: CaseworkContext, one: Case): Promise<Act> {
  const { stores, now } = context;
  const over = expireCase(one, now);
  if (over.kind !== 'changed') return lookAgain(context, one, nextDutyOf(one));
  await stores.documents.setRetention(one.id, now);
  const ended = { ...over.case, answers: firstAnswers(null, one.answers.language) };
  await keepCase(context, ended, { kind: 'expired', by: system, details: { because: 'never-sent' } });
  await writeToApplicant(context, one, { template: 'request-expired', values: {} });
  return 'expired';
}

async function followQuestion(
  context: CaseworkContext,
  one: Case & { readonly state: CaseStateOf<'waiting'> },
): Promise<Act> {
  const { stores, now } = context;
  const duty = dutyOf(one.state, await stores.mails.mailOf(one.id), now);
  switch (duty.kind) {
    case 'wait':
      return lookAgain(context, one, duty.until);
    case 'remind': {
      const reminder = changed(remindApplicant(one, duty.dueOn, now));
      await keepCase(context, reminder, { kind: 'reminded', by: system, details: { due: duty.dueOn } });
      await writeToApplicant(context, reminder, {
        template: 'answer-reminder',
        values: { dueDate: duty.dueOn },
      });
      return 'reminded';
    }
    case 'end':
      await keepCase(context, changed(expireCase(one, now)), {
        kind: 'expired',
        by: system,
        details: { because: 'no-answer' },
      });
      await writeToApplicant(context, one, { template: 'request-expired', values: {} });
      return 'expired';
    case 'give-back':
      await keepCase(context, changed(giveBackCase(one, now)), { kind: 'not-reached', by: system });
      return 'given-back';
  }
}

async function lookAgain({ stores }: CaseworkContext, one: Case, at: Date | null): Promise<Act> {
  await stores.cases.lookAgain(one.id, at);
  return 'nothing';
}

/** A duty is only told where it can be done. */
function changed(change: CaseChange): Case {
  if (change.kind !== 'changed') throw new Error('a case is not where its duty says');
  return change.case;
}
