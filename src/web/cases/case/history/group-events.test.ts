import assert from 'node:assert/strict';
import { test } from 'node:test';
import { caseEvent, dubois, inDays, noor } from '../../../../../test/support/casework-fixtures.ts';
import { groupEvents } from './group-events.ts';

const seen = (place: number, person = noor.person) =>
  caseEvent(place, 'candidates-viewed', {
    by: { kind: 'agent', person },
    details: { found: 3 },
    at: inDays(place),
  });

test('the timeline tells the newest first, and looking again by the same agent once, with how often', () => {
  const groups = groupEvents([
    seen(1),
    seen(2),
    seen(3, dubois.person),
    caseEvent(4, 'asked', { at: inDays(4) }),
    seen(5),
  ]);
  assert.deepEqual(
    groups.map(({ event, times, firstAt }) => [event.kind, times, firstAt]),
    [
      ['candidates-viewed', 1, inDays(5)],
      ['asked', 1, inDays(4)],
      ['candidates-viewed', 1, inDays(3)],
      ['candidates-viewed', 2, inDays(1)],
    ],
  );
});

test('everything else is told each time', () => {
  const events = [1, 2, 3].map((place) =>
    caseEvent(place, 'number-viewed', { at: inDays(place), text: 'Asked by telephone.' }),
  );
  assert.equal(groupEvents(events).length, 3);
});
