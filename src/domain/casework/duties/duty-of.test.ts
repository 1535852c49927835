import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { tries } from '../../../../test/support/tries.ts';
import { addDays, at, dayOf, endOfDay, startOfDay } from '../../../base/calendar.ts';
import { type CalendarDate, DAY, HOUR, later, MINUTE } from '../../../base/time.ts';
import type { CaseStateOf } from '../case/model.ts';
import { dutyOf, nextDutyOf } from './duty-of.ts';

type Waiting = CaseStateOf<'waiting'>;
type Mail = Parameters<typeof dutyOf>[1][number];

const NOON = at('2027-07-01', '12:00');
const question = (sentAt: Date | null = NOON): Mail => ({
  template: 'question-asked',
  sentAt,
  bounced: null,
});
const reminder = (sentAt: Date | null): Mail => ({ template: 'answer-reminder', sentAt, bounced: null });
const lost = (mail: Mail): Mail => ({ ...mail, bounced: { at: NOON, code: '550' } });
const asked = (dueOn: CalendarDate, over: Partial<Waiting> = {}): Waiting => ({
  kind: 'waiting',
  ...{ agent: 'noor' as never, question: 'q', askedAt: NOON, dueOn, remindedAt: null },
  ...over,
});

describe('a question to an applicant', () => {
  test('that must be answered in two weeks is reminded when three days are left', () => {
    const remindAt = startOfDay('2027-07-13');
    assert.deepEqual(dutyOf(asked('2027-07-15'), [question()], later(remindAt, -1)), {
      kind: 'wait',
      until: remindAt,
    });
    const duty = dutyOf(asked('2027-07-15'), [question()], remindAt);
    assert.deepEqual(duty, { kind: 'remind', dueOn: '2027-07-15' });
  });

  test('that must be answered soon is not reminded on the day on which it was asked', () => {
    assert.equal(dutyOf(asked('2027-07-03'), [question()], later(NOON, DAY - 1)).kind, 'wait');
    assert.deepEqual(dutyOf(asked('2027-07-03'), [question()], later(NOON, DAY)), {
      kind: 'remind',
      dueOn: '2027-07-03',
    });
  });

  test('ends when its last day is over in Belgium, in summer too, and not a moment before', () => {
    const remindedAt = startOfDay('2027-07-13');
    const mails = [question(), reminder(later(remindedAt, MINUTE))];
    const over = new Date('2027-07-15T22:00:00Z');
    assert.deepEqual(dutyOf(asked('2027-07-15', { remindedAt }), mails, later(over, -1)), {
      kind: 'wait',
      until: over,
    });
    assert.deepEqual(dutyOf(asked('2027-07-15', { remindedAt }), mails, over), { kind: 'end' });
  });

  test('is reminded first, with a later last day, when nobody was at work for weeks', () => {
    const back = at('2027-08-02', '09:00');
    const duty = dutyOf(asked('2027-07-15'), [question()], back);
    assert.deepEqual(duty, { kind: 'remind', dueOn: '2027-08-03' });
    const late = at('2027-08-02', '23:30');
    assert.deepEqual(dutyOf(asked('2027-07-15'), [question()], late), {
      kind: 'remind',
      dueOn: '2027-08-04',
    });
  });

  test('does not end while its reminder waits for a mail server, and is reminded again when that came too late', () => {
    const remindedAt = startOfDay('2027-07-13');
    const state = asked('2027-07-15', { remindedAt });
    const back = at('2027-07-16', '10:00');
    assert.equal(dutyOf(state, [question(), reminder(null)], back).kind, 'wait');
    const sentLate = reminder(at('2027-07-15', '09:00'));
    assert.deepEqual(dutyOf(state, [question(), sentLate], back), { kind: 'remind', dueOn: '2027-07-17' });
  });

  test('that came back goes to the agent, as does one whose reminder came back, was never sent, or had no address', () => {
    const state = asked('2027-07-15');
    const reminded = asked('2027-07-15', { remindedAt: startOfDay('2027-07-13') });
    const over = endOfDay('2027-07-15');
    const weekLater = later(over, 7 * DAY);
    assert.deepEqual(dutyOf(state, [lost(question())], later(NOON, MINUTE)), { kind: 'give-back' });
    assert.deepEqual(dutyOf(reminded, [question(), lost(reminder(NOON))], over), { kind: 'give-back' });
    assert.deepEqual(dutyOf(reminded, [question(), reminder(null)], weekLater), { kind: 'give-back' });
    assert.deepEqual(dutyOf(state, [question(null)], weekLater), { kind: 'give-back' });
    assert.deepEqual(dutyOf(state, [], over), { kind: 'give-back' });
  });

  test('that is asked anew is not judged by the mails of an earlier one', () => {
    const earlier = [lost(question()), lost(reminder(NOON))];
    assert.equal(dutyOf(asked('2027-07-15'), [...earlier, question()], later(NOON, HOUR)).kind, 'wait');
  });
});

type Sky = { readonly pauses: readonly number[]; readonly ways: readonly Way[] };
type Way = { readonly minutes: number; readonly comesBack: boolean };

/** One question, with a worker that looks after pauses and a mail server that takes its time: what the applicant lived through. */
function live(start: Date, days: number, { pauses, ways }: Sky) {
  let state = asked(addDays(dayOf(start), days), { askedAt: start });
  const way = (place: number) => ways[place % ways.length] as Way;
  const letters = [{ ...question(null), at: start, dueOn: state.dueOn, ...way(0) }];
  const mailsAt = (now: Date): Mail[] =>
    letters.map(({ template, at: writtenAt, minutes, comesBack }) => {
      const sentAt = later(writtenAt, minutes * MINUTE);
      const isThere = sentAt <= now;
      const bounced = isThere && comesBack ? { at: sentAt, code: '550' } : null;
      return { template, sentAt: isThere ? sentAt : null, bounced };
    });
  let now = start;
  for (let looks = 0; looks < 400; looks += 1) {
    now = later(now, (pauses[looks % pauses.length] as number) * MINUTE);
    if ((nextDutyOf({ state, openedAt: start }) ?? now) > now) continue;
    const duty = dutyOf(state, mailsAt(now), now);
    if (duty.kind === 'end' || duty.kind === 'give-back')
      return { kind: duty.kind, at: now, state, letters, mails: mailsAt(now) };
    if (duty.kind === 'wait') {
      assert.ok(duty.until > now, 'it is looked at again later');
      continue;
    }
    assert.ok(duty.dueOn >= state.dueOn, 'nobody gets less time than was promised');
    state = { ...state, dueOn: duty.dueOn, remindedAt: now };
    letters.push({ ...reminder(null), at: now, dueOn: duty.dueOn, ...way(letters.length) });
  }
  return { kind: 'open' as const, at: now, state, letters, mails: mailsAt(now) };
}

const minutes = fc.oneof(
  fc.integer({ min: 1, max: 90 }),
  fc.integer({ min: 60, max: 3 * 24 * 60 }),
  fc.integer({ min: 24 * 60, max: 60 * 24 * 60 }),
);
const sky = fc.record({
  pauses: fc.array(minutes, { minLength: 1, maxLength: 12 }),
  ways: fc.array(
    fc.record({
      minutes: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 59 }), minutes),
      comesBack: fc.boolean(),
    }),
    { minLength: 1, maxLength: 5 },
  ),
});
const start = fc.oneof(
  fc
    .date({ min: new Date('2027-01-01'), max: new Date('2029-01-01'), noInvalidDate: true })
    .map((date) => new Date(Math.floor(date.getTime() / MINUTE) * MINUTE)),
  fc.constantFrom(
    at('2027-03-26', '23:50'),
    at('2027-10-30', '00:30'),
    at('2028-02-27', '12:00'),
    at('2026-12-31', '23:59'),
  ),
);

describe('whatever pauses the worker makes and however long mail takes', () => {
  test('no request ends before a delivered reminder, a day after the question, left a whole day of the time that it names', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(start, fc.integer({ min: 2, max: 90 }), sky, (began, days, weather) => {
        const lived = live(began, days, weather);
        seen.add(lived.kind);
        if (lived.kind !== 'end') return;
        const [asking, ...reminders] = lived.mails;
        const last = reminders.at(-1);
        assert.ok(asking?.sentAt && last?.sentAt, 'both were delivered');
        assert.ok(lived.mails.at(0)?.bounced === null && last.bounced === null);
        const written = lived.letters.at(-1);
        assert.ok(
          written && written.at.getTime() - asking.sentAt.getTime() >= DAY,
          'a day after the question',
        );
        assert.ok(lived.at.getTime() - last.sentAt.getTime() >= DAY, 'a day before the end');
        assert.equal(written.dueOn, lived.state.dueOn, 'the day that was told is the day that is kept');
        assert.ok(endOfDay(written.dueOn) <= lived.at, 'and it is over');
        assert.ok(
          endOfDay(written.dueOn).getTime() - last.sentAt.getTime() >= DAY,
          'a day of the time named',
        );
      }),
      {
        numRuns: tries(2000),
        // However few runs are asked for, both endings are among them.
        examples: [
          [at('2027-05-10', '12:00'), 14, { pauses: [60], ways: [{ minutes: 5, comesBack: false }] }],
          [at('2027-05-10', '12:00'), 14, { pauses: [60], ways: [{ minutes: 5, comesBack: true }] }],
        ],
      },
    );
    assert.ok(seen.has('end') && seen.has('give-back'), 'both endings were met');
  });

  test('a request whose mail is delivered within the hour, with a worker that looks every hour, ends or is answered in the end', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 2, max: 14 }), (began, days) => {
        const quick = { pauses: [HOUR / MINUTE], ways: [{ minutes: 5, comesBack: false }] };
        const lived = live(began, days, quick);
        assert.equal(lived.kind, 'end');
        assert.ok(lived.letters.length === 2, 'with one reminder');
      }),
      { numRuns: tries(300) },
    );
  });
});
