import assert from 'node:assert/strict';
import test from 'node:test';
import { DAY, HOUR, later } from '../src/base/time.ts';
import { whenActsHappen } from './seed-cases.ts';
import { planCases } from './world/cases-plan.ts';
import { stories } from './world/cases-stories.ts';

/** How far back the demo goes. */
const DAYS = 90;

/** Weeks with public holidays in them, in winter and in summer. */
const WEEKS = ['2026-12-21T00:30:00Z', '2027-05-05T00:30:00Z'];

test('on any day of the week and at any hour, those that somebody plays on with went their whole course within ninety days', () => {
  for (const begin of WEEKS) {
    for (let hours = 0; hours < 13 * 24; hours += 29) {
      const now = later(new Date(begin), hours * HOUR);
      for (const planned of planCases(now, DAYS).filter(({ isOver }) => isOver)) {
        const acts = whenActsHappen(planned, now);
        assert.equal(acts.length, stories[planned.story].length, `${planned.name} at ${now.toISOString()}`);
        assert.ok(acts.every(({ at }) => at < now && at > later(now, -DAYS * DAY)));
      }
    }
  }
});
