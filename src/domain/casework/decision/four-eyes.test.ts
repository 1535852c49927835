import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { caseExample } from '../../../../test/support/case-example.ts';
import { lindeberg } from '../../../../test/support/offices.ts';
import { tries } from '../../../../test/support/tries.ts';
import type { NationalNumberDigits, PersonId } from '../../person/index.ts';
import {
  answerQuestion,
  askApplicant,
  assignCase,
  type CaseChange,
  confirmCase,
  decideCase,
  editCase,
  handOverCase,
  proposeDecision,
  releaseCase,
  reopenCase,
  sendBackCase,
  settleAtOffice,
} from '../case/change-case.ts';
import type { Case, Proposal, SecondReason } from '../case/model.ts';

const staff = ['a', 'b', 'c'].map((each) => `${each.repeat(8)}-0000-4000-8000-000000000000` as PersonId);
const [first, second] = staff;
assert.ok(first && second);
const at = new Date('2026-11-02T09:00:00Z');
const number = '95501799861' as NationalNumberDigits;
const needs: readonly SecondReason[] = ['data-differ'];

describe('a proposed number', () => {
  const worked = caseExample({ state: { kind: 'assigned', agent: first } });
  const proposed = proposeDecision(worked, first, { kind: 'new-number', because: 'nobody fits' }, at);
  assert.ok(proposed.kind === 'changed');
  const outcome = { kind: 'new-number', number, person: first } as const;

  test('cannot be given to somebody else, not even by a lead, to be confirmed by who proposed it', () => {
    assert.equal(assignCase(proposed.case, second, at).kind, 'not-now');
    assert.equal(releaseCase(proposed.case, at).kind, 'not-now');
    assert.equal(confirmCase(proposed.case, { by: first, outcome }, at).kind, 'own-decision');
  });

  test('names both who proposed and who confirmed it', () => {
    const confirmed = confirmCase(proposed.case, { by: second, outcome }, at);
    assert.ok(confirmed.kind === 'changed' && confirmed.case.state.kind === 'decided');
    assert.deepEqual([confirmed.case.state.by, confirmed.case.state.confirmedBy], [first, second]);
  });

  test('is confirmed as it was proposed, or not at all', () => {
    const other = { kind: 'linked', number, person: first } as const;
    assert.throws(() => confirmCase(proposed.case, { by: second, outcome: other }, at));
  });
});

const outcome = { kind: 'linked', number, person: first } as const;
const link = (counter: string | null): Proposal => ({
  kind: 'link',
  number,
  registeredName: 'Anna Mueller',
  because: 'The passport shows the former name.',
  needs,
  beside: [],
  counter,
});

/** Everything that can be done to a case, each by whoever tries. */
const acts: Readonly<Record<string, (one: Case, by: PersonId) => CaseChange>> = {
  take: (one, by) => assignCase(one, by, at),
  giveAway: (one) => assignCase(one, second, at),
  release: (one) => releaseCase(one, at),
  ask: (one, by) => askApplicant(one, { agent: by, id: 'q', dueOn: '2026-11-20' }, at),
  answer: (one) => answerQuestion(one, at),
  edit: (one) => ({ kind: 'changed', case: editCase(one, {}, at) }),
  linkAlone: (one, by) => decideCase(one, { by, outcome, needs }, at),
  settleAlone: (one, by) => settleAtOffice(one, { by, outcome, needs }, at),
  propose: (one, by) => proposeDecision(one, by, link(null), at),
  proposeAtCounter: (one, by) => proposeDecision(one, by, link('Lindeberg'), at),
  sendBack: (one, by) => sendBackCase(one, by, at),
  confirm: (one, by) => confirmCase(one, { by, outcome }, at),
  handOver: (one, by) => handOverCase(one, by, lindeberg, at),
  reopen: (one, by) => reopenCase(one, by, at, at),
};

describe('no single member of staff makes somebody be somebody else', () => {
  const step = fc.record({ name: fc.constantFrom(...Object.keys(acts)), by: fc.constantFrom(...staff) });

  test('in whatever order whoever tries whatever', () => {
    let decided = 0;
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let one = caseExample({ state: { kind: 'new' }, submittedAt: at });
        for (const { name, by } of steps) {
          const change = acts[name]?.(one, by);
          if (change?.kind === 'changed') one = change.case;
          const { state } = one;
          if (state.kind !== 'decided') continue;
          decided += 1;
          assert.ok(state.confirmedBy !== null && state.confirmedBy !== state.by, `${name} alone`);
        }
      }),
      // All of them at every hour: few come as far as a decision.
      { numRuns: 2000 },
    );
    assert.ok(decided > 0, 'two of them can');
  });

  test('with all the time in the world, alone', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...Object.keys(acts)), { maxLength: 60 }), (names) => {
        let one = caseExample({ state: { kind: 'new' }, submittedAt: at });
        for (const name of names) {
          const change = acts[name]?.(one, first);
          if (change?.kind === 'changed') one = change.case;
          assert.notEqual(one.state.kind, 'decided', name);
        }
      }),
      { numRuns: tries(2000) },
    );
  });

  test('and a proposal that is sent back goes where it came from', () => {
    const atOffice = caseExample({
      state: { kind: 'handed-over', office: 'Lindeberg', by: second, at },
      handedTo: lindeberg.organisation,
    });
    const proposed = proposeDecision(atOffice, first, link('Lindeberg'), at);
    assert.ok(proposed.kind === 'changed');
    const back = sendBackCase(proposed.case, second, at);
    assert.ok(back.kind === 'changed' && back.case.state.kind === 'handed-over');
    assert.equal(back.case.state.office, 'Lindeberg');
    assert.equal(back.case.handedTo, lindeberg.organisation);
  });
});
