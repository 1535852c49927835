import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { tries } from '../../../test/support/tries.ts';
import { at as clockAt } from '../../base/calendar.ts';
import { DAY, later } from '../../base/time.ts';
import { dutyOf, nextDutyOf } from './duty-of.ts';
import { type AccessRequest, type Escalation, escalations } from './model.ts';

const MONDAY = clockAt('2026-11-16', '10:00');
const asked: Pick<AccessRequest, 'state' | 'since' | 'escalation'> = {
  state: 'waiting',
  since: MONDAY,
  escalation: 'none',
};

describe('what time asks of a request for access', () => {
  test('is to remind after three working days, to tell those above after five, and the platform after ten', () => {
    const next = (escalation: Escalation) => nextDutyOf({ ...asked, escalation });
    assert.deepEqual(next('none'), clockAt('2026-11-19', '10:00'));
    assert.deepEqual(next('reminded'), clockAt('2026-11-23', '10:00'));
    assert.deepEqual(next('head-administrators'), clockAt('2026-11-30', '10:00'));
    assert.deepEqual(next('platform'), clockAt('2027-02-15', '00:00'));
  });

  test('is nothing but its end while its asker has to answer, and nothing at all when it is over', () => {
    const questioned = { ...asked, state: 'questioned' } as const;
    assert.deepEqual(dutyOf(questioned, later(MONDAY, 20 * DAY)), { kind: 'nothing' });
    assert.deepEqual(dutyOf(questioned, later(MONDAY, 31 * DAY)), { kind: 'expire' });
    assert.equal(nextDutyOf({ ...asked, state: 'approved' }), null);
    assert.deepEqual(dutyOf({ ...asked, state: 'approved' }, later(MONDAY, 999 * DAY)), { kind: 'nothing' });
  });

  test('takes each step once, those together that nobody was there to take, and comes to its end', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 30 * 24 }), { minLength: 1, maxLength: 40 }),
        (hours) => {
          let [request, now] = [asked, MONDAY];
          const taken: string[] = [];
          for (const each of [...hours, 100 * 24]) {
            now = later(now, each * (DAY / 24));
            const due = nextDutyOf(request);
            const duty = dutyOf(request, now);
            assert.equal(duty.kind === 'nothing', due === null || due > now);
            if (duty.kind === 'expire') request = { ...request, state: 'expired' };
            if (duty.kind !== 'escalate') continue;
            taken.push(...duty.steps);
            request = { ...request, escalation: duty.steps.at(-1) ?? 'none' };
          }
          assert.equal(request.state, 'expired');
          assert.deepEqual(taken, escalations.slice(1, 1 + taken.length));
        },
      ),
      { numRuns: tries(300) },
    );
  });
});
