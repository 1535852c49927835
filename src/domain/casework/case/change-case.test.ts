import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { caseExample } from '../../../../test/support/case-example.ts';
import { presentOr } from '../../../../test/support/run-clock.ts';
import { addDays, dayOf, endOfDay } from '../../../base/calendar.ts';
import { DAY, later } from '../../../base/time.ts';
import type { OrganisationId } from '../../organisation/index.ts';
import type { NationalNumberDigits, PersonId } from '../../person/index.ts';
import {
  answerQuestion,
  askApplicant,
  assignCase,
  type CaseChange,
  confirmCase,
  decideCase,
  endOf,
  expireCase,
  giveBackCase,
  handOverCase,
  proposeDecision,
  releaseCase,
  remindApplicant,
  reopenCase,
  replyAfterEnd,
  sendBackCase,
  settleAtOffice,
  submitCase,
  withdrawCase,
} from './change-case.ts';
import type { Case } from './model.ts';
import { caseTransitions } from './transitions.ts';

const agents = ['a', 'b', 'c'].map((each) => `${each.repeat(8)}-0000-4000-8000-000000000000` as PersonId);
const number = '95501799861' as NationalNumberDigits;
const start = presentOr(new Date('2026-11-02T09:00:00Z'));

const lindeberg = {
  organisation: 'c0000000-0000-4000-8000-000000000000' as OrganisationId,
  name: 'Lindeberg',
};

type Command = (one: Case, agent: PersonId, at: Date) => CaseChange;
const linked = (person: PersonId) => ({ kind: 'linked', number, person }) as const;
const given = (person: PersonId) => ({ kind: 'new-number', number, person }) as const;
const commands: Readonly<Record<string, Command>> = {
  submit: (one, _, at) => submitCase(one, at, later(at, 7 * DAY)),
  assign: assignCase,
  release: (one, _, at) => releaseCase(one, at),
  ask: (one, agent, at) => askApplicant(one, { agent, id: 'q', dueOn: addDays(dayOf(at), 14) }, at),
  answer: (one, _, at) => answerQuestion(one, at),
  remind: (one, _, at) => remindApplicant(one, addDays(dayOf(at), 30), at),
  expire: (one, _, at) => expireCase(one, at),
  propose: (one, agent, at) =>
    proposeDecision(one, agent, { kind: 'new-number', because: 'nobody fits' }, at),
  sendBack: sendBackCase,
  confirm: (one, by, at) => confirmCase(one, { by, outcome: given(by) }, at),
  link: (one, by, at) => decideCase(one, { by, outcome: linked(by), needs: [] }, at),
  refuse: (one, by, at) =>
    decideCase(one, { by, outcome: { kind: 'refused', reason: 'other', text: '' }, needs: [] }, at),
  withdraw: (one, _, at) => withdrawCase(one, at),
  reopen: (one, by, at) => reopenCase(one, by, at, later(at, 7 * DAY)),
  reply: (one, _, at) => replyAfterEnd(one, at, later(at, 7 * DAY)),
  handOver: (one, by, at) => handOverCase(one, by, lindeberg, at),
  settle: (one, by, at) => settleAtOffice(one, { by, outcome: linked(by), needs: [] }, at),
};

const step = fc.record({
  name: fc.constantFrom(...Object.keys(commands)),
  agent: fc.constantFrom(...agents),
  days: fc.integer({ min: 0, max: 20 }),
});

/** Every case that a sequence of commands leads through, with the command that led there. */
function walk(steps: readonly { readonly name: string; readonly agent: PersonId; readonly days: number }[]) {
  let [one, at] = [caseExample({ openedAt: start }), start];
  return steps.flatMap(({ name, agent, days }) => {
    at = later(at, days * DAY);
    const before = one;
    const change = commands[name]?.(before, agent, at);
    if (change?.kind === 'changed') one = change.case;
    return [{ name, agent, before, after: one, change }];
  });
}

describe('a case', () => {
  test('reaches every state by allowed transitions only, and each change counts one version', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        for (const { before, after, change } of walk(steps)) {
          if (change?.kind !== 'changed') assert.equal(after, before);
          else {
            assert.ok(caseTransitions[before.state.kind].includes(after.state.kind));
            assert.equal(after.version, before.version + 1);
          }
        }
      }),
    );
  });

  test('never gets a new number from one agent alone', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        for (const { after, name } of walk(steps)) {
          const { state } = after;
          if (state.kind !== 'decided' || state.outcome.kind !== 'new-number') continue;
          assert.notEqual(state.confirmedBy, null, name);
          assert.notEqual(state.confirmedBy, state.by);
        }
      }),
    );
  });

  test('can reach every state there is', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(fc.array(step, { minLength: 40, maxLength: 80 }), (steps) => {
        for (const { after } of walk(steps)) reached.add(after.state.kind);
      }),
      { numRuns: 500, seed: 1 },
    );
    assert.deepEqual(
      [...reached].sort(),
      Object.keys(caseTransitions)
        .filter((kind) => reached.has(kind))
        .sort(),
    );
    assert.equal(reached.size, Object.keys(caseTransitions).length);
  });

  test('is opened again by a reply in time alone, after an end without a number, and remembers which one', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        for (const { name, before, after, change } of walk(steps)) {
          if (name !== 'reply' || change?.kind !== 'changed') continue;
          const over = endOf(before);
          assert.ok(over && endOfDay(over.replyUntil) > after.changedAt);
          assert.deepEqual([after.state.kind, after.repliedAfter], ['reopened', over.end]);
          assert.notEqual(before.submittedAt, null);
        }
      }),
    );
  });

  test('that nobody sent or answered in time ends, and not a moment before', () => {
    const draft = caseExample({ openedAt: start });
    const sent = submitCase(draft, start, start);
    assert.ok(sent.kind === 'changed');
    const taken = assignCase(sent.case, agents[0] as PersonId, start);
    assert.ok(taken.kind === 'changed');
    const dueOn = addDays(dayOf(start), 3);
    const asked = askApplicant(taken.case, { agent: agents[0] as PersonId, id: 'q', dueOn }, start);
    assert.ok(asked.kind === 'changed');
    const over = endOfDay(dueOn);
    assert.equal(expireCase(asked.case, over).kind, 'not-now', 'nobody was reminded');
    const reminded = remindApplicant(asked.case, dueOn, later(start, DAY));
    assert.ok(reminded.kind === 'changed');
    assert.equal(expireCase(reminded.case, later(over, -1)).kind, 'not-now');
    assert.equal(expireCase(reminded.case, over).kind, 'changed');
    assert.equal(expireCase(taken.case, later(over, 100 * DAY)).kind, 'not-now');
    const draftIsOver = endOfDay(addDays(dayOf(start), 30));
    assert.equal(expireCase(draft, later(draftIsOver, -1)).kind, 'not-now');
    assert.equal(expireCase(draft, draftIsOver).kind, 'changed');
  });

  test('that waited for its applicant has its target later by the working days it waited, and no other', () => {
    const monday = new Date('2026-11-02T09:00:00Z');
    const targetAt = new Date('2026-11-09T09:00:00Z');
    const agent = agents[0] as PersonId;
    const sent = submitCase(caseExample({ openedAt: monday }), monday, targetAt);
    assert.ok(sent.kind === 'changed');
    const taken = assignCase(sent.case, agent, monday);
    assert.ok(taken.kind === 'changed');
    const asked = askApplicant(taken.case, { agent, id: 'q', dueOn: addDays(dayOf(monday), 14) }, monday);
    assert.ok(asked.kind === 'changed');
    const at = new Date('2026-11-10T15:00:00Z');
    for (const change of [answerQuestion(asked.case, at), giveBackCase(asked.case, at)]) {
      assert.ok(change.kind === 'changed');
      // Six working days of waiting; Armistice Day is none.
      assert.equal(change.case.targetAt?.toISOString(), '2026-11-18T09:00:00.000Z');
    }
    const sameDay = answerQuestion(asked.case, later(monday, 3_600_000));
    assert.ok(sameDay.kind === 'changed');
    assert.deepEqual(sameDay.case.targetAt, targetAt);
  });
});
