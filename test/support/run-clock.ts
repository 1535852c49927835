import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { shiftClock } from '../../src/processes/demo/time-travel.ts';

/** Clocks that make programs fail: two of them are Sundays, and two half past midnight in Belgium. */
export const clocks = {
  'leap-day': '2028-02-29T12:00:00+01:00',
  'before-summer-time': '2027-03-28T00:30:00+01:00',
  'into-summer-time': '2027-03-28T03:30:00+02:00',
  midsummer: '2027-07-15T12:00:00+02:00',
  'before-winter-time': '2027-10-31T00:30:00+02:00',
  'into-winter-time': '2027-10-31T02:30:00+01:00',
  'last-minute-of-the-year': '2026-12-31T23:59:00+01:00',
} as const;
export type ClockName = keyof typeof clocks;

const root = join(import.meta.dirname, '../..');
const PRELOAD = `--import=${new URL('./live-at-clock.ts', import.meta.url).href}`;

/** What a process and all that it starts need to live at this clock from now on. */
export function environmentAt(clock: string): Readonly<Record<string, string>> {
  const { SLUIS_TEST_SHIFT: before = '0', NODE_OPTIONS: options = '' } = process.env;
  const moment = momentOf(clock);
  return {
    SLUIS_TEST_CLOCK: new Date(moment).toISOString(),
    SLUIS_TEST_SHIFT: String(moment - Date.now() + Number(before)),
    NODE_OPTIONS: options.includes(PRELOAD)
      ? options
      : `${options} --disable-warning=ExperimentalWarning ${PRELOAD}`.trim(),
  };
}

/** From now on this process and all that it starts live at this clock; time goes on from there. To be called before all else. */
export function liveAt(clock: string): void {
  const milliseconds = momentOf(clock) - Date.now();
  Object.assign(process.env, environmentAt(clock));
  shiftClock(milliseconds);
}

/** The moment at which a test begins: the usual one, or the clock of the run. */
export function presentOr(usual: Date): Date {
  const clock = process.env.SLUIS_TEST_CLOCK;
  return clock === undefined ? usual : new Date(clock);
}

/** Each file of journeys lives at another clock, so that one run meets all of them. */
export function liveInTurn(file: string): void {
  if (process.env.SLUIS_TEST_CLOCK !== undefined) return;
  const journeys = globSync('test/journeys/*.test.ts', { cwd: root }).map((each) => basename(each));
  const all = Object.values(clocks);
  liveAt(all[Math.max(0, journeys.sort().indexOf(basename(file))) % all.length] ?? clocks['leap-day']);
}

function momentOf(clock: string): number {
  const moment = Date.parse(clock);
  if (Number.isNaN(moment)) throw new RangeError(`${clock} is not a moment: write 2028-02-29T12:00+01:00.`);
  return moment;
}
