import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { tries } from '../../../test/support/tries.ts';
import { addDays, dayOf, daysBetween } from '../../base/calendar.ts';
import type { CalendarDate } from '../../base/time.ts';
import { targetGroups } from '../organisation/index.ts';
import { checkRelation, type WishedRelation } from './check-relation.ts';
import { relationTypes, ruleOf, typesIn } from './model.ts';

const at = new Date('2026-11-22T12:00:00Z');
const today = dayOf(at);
const inDays = (days: number): CalendarDate => addDays(today, days);
const wished: WishedRelation = {
  type: 'external',
  from: null,
  until: inDays(30),
  email: 'jan@contractor.example',
  phone: '',
  jobTitle: 'Surveyor',
};
const check = (changes: Partial<WishedRelation>) =>
  checkRelation({ ...wished, ...changes }, { group: 'LB', at });
const faultsOf = (changes: Partial<WishedRelation>) => {
  const checked = check(changes);
  return checked.kind === 'wrong' ? checked.faults : [];
};

test('a work relation counts from now on, or from its first day, to the end of its last day in Belgium', () => {
  const now = check({});
  assert.ok(now.kind === 'relation');
  assert.deepEqual(now.details.validity, { from: at, until: new Date('2026-12-22T23:00:00Z') });
  const later = check({ from: inDays(3) });
  assert.ok(later.kind === 'relation');
  assert.deepEqual(later.details.validity.from, new Date('2026-11-24T23:00:00Z'));
});

test('who works for another employer has an end within a year, and who comes for a task one within 90 days', () => {
  assert.deepEqual(faultsOf({ until: null }), [{ field: 'until', code: 'empty' }]);
  assert.deepEqual(faultsOf({ until: inDays(365) }), []);
  assert.deepEqual(faultsOf({ until: inDays(366) }), [
    { field: 'until', code: 'too-long', most: inDays(365) },
  ]);
  assert.deepEqual(faultsOf({ type: 'occasional', until: inDays(89) }), []);
  assert.deepEqual(faultsOf({ type: 'occasional', until: inDays(90) }), [
    { field: 'until', code: 'too-long', most: inDays(89) },
  ]);
  assert.deepEqual(faultsOf({ type: 'civil-servant', until: null }), []);
});

test('an end in the past, or before the beginning, and a beginning in the past are refused', () => {
  assert.deepEqual(faultsOf({ until: inDays(-1) }), [{ field: 'until', code: 'past' }]);
  assert.deepEqual(faultsOf({ from: inDays(5), until: inDays(4) }), [
    { field: 'until', code: 'before-start' },
  ]);
  assert.deepEqual(faultsOf({ from: inDays(-1) }), [{ field: 'from', code: 'past' }]);
  assert.deepEqual(faultsOf({ from: inDays(400), until: inDays(420) }), [{ field: 'from', code: 'too-far' }]);
});

test('each type asks for what its target group wants to know, and there are no others', () => {
  assert.deepEqual(faultsOf({ email: ' ', jobTitle: '' }), [
    { field: 'email', code: 'empty' },
    { field: 'jobTitle', code: 'empty' },
  ]);
  assert.deepEqual(faultsOf({ email: 'jan' }), [{ field: 'email', code: 'not-an-email' }]);
  assert.deepEqual(faultsOf({ phone: 'call me' }), [{ field: 'phone', code: 'not-a-number' }]);
  assert.deepEqual(faultsOf({ phone: '+32 (0)9 123.45.67 ext 12' }), []);
  assert.deepEqual(faultsOf({ type: null }), [{ field: 'type', code: 'choose' }]);
  const enterprise = checkRelation({ ...wished, type: 'civil-servant' }, { group: 'EA', at });
  assert.deepEqual(enterprise, { kind: 'wrong', faults: [{ field: 'type', code: 'not-here' }] });
  assert.deepEqual(typesIn('BUR'), []);
});

test('what is extended is counted from the day on which it is looked at again, and its first day stays', () => {
  const began = new Date('2026-01-05T08:00:00Z');
  const extended = checkRelation(
    { ...wished, until: inDays(365), from: '2026-01-05' },
    { group: 'LB', at, standing: { from: began } },
  );
  assert.ok(extended.kind === 'relation');
  assert.deepEqual(extended.details.validity.from, began);
});

test('whatever is typed, no relation lasts longer than its type allows from the day of the decision', () => {
  const day = fc.integer({ min: -500, max: 1000 }).map(inDays);
  fc.assert(
    fc.property(
      fc.constantFrom(...targetGroups),
      fc.constantFrom(...relationTypes),
      fc.option(day),
      fc.option(day),
      (group, type, from, until) => {
        const checked = checkRelation({ ...wished, type, from, until, phone: '09 123 45 67' }, { group, at });
        if (checked.kind === 'wrong') return;
        const { validity } = checked.details;
        const most = ruleOf(group, type)?.mostDays ?? null;
        assert.ok(validity.from >= at);
        if (validity.until !== null) assert.ok(validity.until > validity.from);
        if (most === null) return;
        assert.ok(validity.until !== null);
        assert.ok(daysBetween(dayOf(validity.from), dayOf(validity.until)) <= most);
      },
    ),
    { numRuns: tries(300) },
  );
});
