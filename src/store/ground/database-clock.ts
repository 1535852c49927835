/** The time of the database, by which leases and lives are counted: machines whose clocks differ still agree. */
export type DatabaseClock = {
  /** What the clock of the database shows now, as far as it was heard. */
  now(): Date;
  /** Takes in what it showed between two moments of `performance.now()`. */
  hear(shown: Date, asked: number, answered: number): void;
};

/** How far two good clocks may part, per millisecond. */
const DRIFT = 0.0005;

type Heard = { readonly shown: number; readonly at: number; readonly doubt: number };

/**
 * Goes on from what was heard last by a clock that nobody sets. A later answer counts when it is surer, or when it says that the
 * clock of the database was set. `shift` moves all of it: the demo travels in time.
 */
export function openDatabaseClock(
  shift: number,
  monotonic: () => number = () => performance.now(),
): DatabaseClock {
  let last: Heard | null = null;
  const read = ({ shown, at }: Heard, moment: number) => shown + (moment - at);
  return {
    now() {
      if (last === null) throw new Error('the clock of the database was not heard yet');
      return new Date(Math.round(read(last, monotonic()) + shift));
    },
    hear(shown, asked, answered) {
      const heard = { shown: +shown, at: (asked + answered) / 2, doubt: (answered - asked) / 2 };
      if (last !== null) {
        const doubt = last.doubt + (heard.at - last.at) * DRIFT;
        const wasSet = Math.abs(read(last, heard.at) - heard.shown) > doubt + heard.doubt;
        if (!wasSet && heard.doubt > doubt) return;
      }
      last = heard;
    },
  };
}
