import assert from 'node:assert/strict';
import test from 'node:test';
import { DAY, HOUR, later } from '../src/base/time.ts';
import { whenActsHappen } from './seed-cases.ts';
import { planCases } from './world/cases-plan.ts';
import { stories } from './world/cases-stories.ts';

/** How far back the demo goes. */
const DAYS = 90;

test('at any hour of any day of the year, those that somebody plays on with went their whole course within ninety days', () => {
  for (let now = new Date('2027-01-01T00:30:00Z'); now.getUTCFullYear() < 2028; now = later(now, 5 * HOUR)) {
    const written = planCases(now, DAYS).filter(({ isOver }) => isOver);
    for (const planned of written) {
      const acts = whenActsHappen(planned, now);
      assert.equal(acts.length, stories[planned.story].length, `${planned.name} at ${now.toISOString()}`);
      assert.ok(acts.every(({ at }) => at < now && at > later(now, -DAYS * DAY)));
    }
  }
});
