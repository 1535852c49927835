import { ChangedMeanwhile } from '../../../base/changed-meanwhile.ts';
import { HOUR, later } from '../../../base/time.ts';
import type { World } from '../../../base/unit-of-work.ts';
import { writeAsked } from '../../notification/index.ts';
import { lastDayToReply } from '../case/case-periods.ts';
import { type CaseChange, expireCase, giveBackCase, remindApplicant } from '../case/change-case.ts';
import { system } from '../case/doer.ts';
import { keepCase } from '../case/keep-case.ts';
import type { Case, CaseId, CaseStateOf } from '../case/model.ts';
import { firstAnswers } from '../case/open-case.ts';
import { act, bindActs, type CaseworkSettings, type CaseworkStores, type Context } from '../case/world.ts';
import { writeToApplicant } from '../case/write-to-applicant.ts';
import {
  type AskedThing,
  hasReactedTo,
  longestLook,
  missingOf,
  questionOf,
  thingsAsked,
} from '../request/asked.ts';
import { answeringNeeds, giveAnswer } from '../request/go-on.ts';
import { dutyOf, nextDutyOf } from './duty-of.ts';

const AT_ONCE = 20;
/** Cases handled in one run: the rest is due again in a minute. */
const MOST = 5000;
/** How long a case rests that could not be handled. */
const REST = HOUR;
type Waiting = Case & { readonly state: CaseStateOf<'waiting'> };
type Done = 'reminded' | 'expired' | 'given-back' | 'nothing';

/** What was done to cases, and which of them could not be handled. */
export type DutiesDone = {
  readonly reminded: number;
  readonly expired: number;
  readonly failed: readonly { readonly case: CaseId; readonly error: unknown }[];
};

/**
 * What time does to cases: reminders and ends. Each case has a transaction of its own: one that cannot be read or handled is set
 * aside for an hour and told, and the others go on. Repeatable, and safe in several processes at once.
 */
export async function runCaseDuties(world: World<CaseworkStores, CaseworkSettings>): Promise<DutiesDone> {
  const seen = new Set<CaseId>();
  const run = bindActs(world);
  const acts: Done[] = [];
  const failed: { readonly case: CaseId; readonly error: unknown }[] = [];
  while (seen.size < MOST) {
    const due = await run(listDue)({});
    const fresh = due.filter((id) => !seen.has(id));
    // What another worker holds comes back as it is.
    if (fresh.length === 0) break;
    for (const id of fresh) {
      seen.add(id);
      try {
        acts.push(await run(actOnDue)({ case: id }));
      } catch (error) {
        if (error instanceof ChangedMeanwhile) continue;
        await run(setAside)({ case: id });
        failed.push({ case: id, error });
      }
    }
  }
  const count = (done: Done) => acts.filter((each) => each === done).length;
  return { reminded: count('reminded'), expired: count('expired'), failed };
}

const dutyNeeds = ['mails', 'documents', 'caseArrivals', ...answeringNeeds] as const;
type DutyContext = Context<typeof dutyNeeds>;
type OneCase = { readonly case: CaseId };

const listDue = act(['cases'], ({ stores, now }, _asked: object) => stores.cases.due(now, AT_ONCE));

const setAside = act(['cases'], ({ stores, now }, { case: id }: OneCase) =>
  stores.cases.setDutyAside(id, now, later(now, REST)),
);

const actOnDue = act(dutyNeeds, async (context, { case: id }: OneCase): Promise<Done> => {
  const one = await context.stores.cases.takeDue(id, context.now);
  return one === null ? 'nothing' : actOn(context, one);
});

async function actOn(context: DutyContext, one: Case): Promise<Done> {
  const { state } = one;
  if (state.kind === 'draft') return endDraft(context, one);
  return state.kind === 'waiting'
    ? followQuestion(context, { ...one, state })
    : lookAgain(context, one, null);
}

/** What was never sent is nobody's business: the answers go, and the documents with them. */
async function endDraft(context: DutyContext, one: Case): Promise<Done> {
  const { stores, now } = context;
  const over = expireCase(one, now);
  if (over.kind !== 'changed') return lookAgain(context, one, nextDutyOf(one));
  await stores.documents.setRetention(one.id, now);
  const ended = { ...over.case, answers: firstAnswers(null, one.answers.language) };
  await keepCase(context, ended, { kind: 'expired', by: system, details: { because: 'never-sent' } });
  await writeToApplicant(context, one, { template: 'draft-expired', values: {} });
  return 'expired';
}

async function followQuestion(context: DutyContext, one: Waiting): Promise<Done> {
  const { stores, now } = context;
  const duty = dutyOf(one.state, await stores.mails.mailOf(one.id), now);
  if (duty.kind === 'end' || duty.kind === 'give-back') {
    const came = await whatCame(context, one);
    if (came.kind === 'on-its-way' && duty.kind === 'end') return lookAgain(context, one, came.until);
    if (came.kind === 'something') {
      await giveAnswer(context, one, { by: system, missing: came.missing.length });
      return 'given-back';
    }
  }
  switch (duty.kind) {
    case 'wait':
      return lookAgain(context, one, duty.until);
    case 'remind': {
      const reminder = changed(remindApplicant(one, duty.dueOn, now));
      const { missing } = await whatCame(context, one);
      await keepCase(context, reminder, { kind: 'reminded', by: system, details: { due: duty.dueOn } });
      await writeToApplicant(context, reminder, {
        template: 'answer-reminder',
        values: { dueDate: duty.dueOn, missing: writeAsked(missing, one.answers.language) },
      });
      return 'reminded';
    }
    case 'end':
      await keepCase(context, changed(expireCase(one, now)), {
        kind: 'expired',
        by: system,
        details: { because: 'no-answer' },
      });
      await writeToApplicant(context, one, {
        template: 'request-expired',
        values: { replyUntil: lastDayToReply(now) },
      });
      return 'expired';
    case 'give-back':
      await keepCase(context, changed(giveBackCase(one, now)), { kind: 'not-reached', by: system });
      return 'given-back';
  }
}

type Came =
  | { readonly kind: 'nothing' | 'something' }
  /** A file came in time, and is still looked at. */
  | { readonly kind: 'on-its-way'; readonly until: Date };

/**
 * What the applicant did about the question. Whoever sent anything in time did answer, if not everything: an agent says what is still
 * needed, and no request ends as "no answer". So it is with a file that we lost by a fault of ours.
 */
async function whatCame(
  { stores, now }: DutyContext,
  one: Waiting,
): Promise<Came & { readonly missing: readonly AskedThing[] }> {
  const messages = await stores.caseMessages.of(one.id);
  const documents = await stores.documents.list(one.id);
  const question = questionOf(one, messages);
  if (question === null) throw new Error('a case waits for the answer to nothing');
  const missing = missingOf(thingsAsked(question, { messages, documents }));
  if (hasReactedTo(question, { messages, documents })) return { kind: 'something', missing };
  const arrivals = await stores.caseArrivals.of(one.id, question.id);
  const ends = arrivals.map(({ at }) => later(at, longestLook)).filter((end) => end > now);
  const [until] = ends.toSorted((a, b) => b.getTime() - a.getTime());
  if (until) return { kind: 'on-its-way', until, missing };
  return { kind: arrivals.length > 0 ? 'something' : 'nothing', missing };
}

async function lookAgain({ stores }: DutyContext, one: Case, at: Date | null): Promise<Done> {
  await stores.cases.lookAgain(one.id, at);
  return 'nothing';
}

/** A duty is only told where it can be done. */
function changed(change: CaseChange): Case {
  if (change.kind !== 'changed') throw new Error('a case is not where its duty says');
  return change.case;
}
