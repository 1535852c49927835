import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { caseExample } from '../../../test/support/case-example.ts';
import type { NationalNumberDigits, PersonId } from '../person/index.ts';
import { assignCase, confirmCase, proposeDecision, releaseCase } from './change-case.ts';

const [first, second] = ['a', 'b'].map((each) => `${each.repeat(8)}-0000-4000-8000-000000000000` as PersonId);
const at = new Date('2026-11-02T09:00:00Z');
const number = '95501799861' as NationalNumberDigits;

describe('a proposed number', () => {
  assert.ok(first && second);
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
});
