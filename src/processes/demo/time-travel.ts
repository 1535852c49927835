import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DAY, HOUR } from '../../base/time.ts';

/** `12h`, `30d` or `2w` as milliseconds, or why it is none. */
export type ReadTravel =
  | { readonly kind: 'read'; readonly milliseconds: number }
  | { readonly kind: 'refused'; readonly problem: string };

const units: Readonly<Record<string, number>> = { h: HOUR, d: DAY, w: 7 * DAY };
/** The certificates of the simulated member states hold nine years. */
const FARTHEST = 5 * 365 * DAY;
const FILE = 'time-travel';

/** Reads how far to travel: hours, days or weeks, forward only. */
export function parseTravel(text: string): ReadTravel {
  const [, count, unit = ''] = /^(\d{1,5})([hdw])$/.exec(text) ?? [];
  const milliseconds = Number(count) * (units[unit] ?? Number.NaN);
  if (!(milliseconds > 0)) return refused(`--time-travel ${text} is not a time: write 12h, 30d or 2w.`);
  return { kind: 'read', milliseconds };
}

/** How far the demo of this data folder travelled before, and now goes on. */
export async function travelFurther(
  folder: string,
  { by, afresh }: { readonly by: string | undefined; readonly afresh: boolean },
): Promise<ReadTravel> {
  const asked = by === undefined ? ({ kind: 'read', milliseconds: 0 } as const) : parseTravel(by);
  if (asked.kind === 'refused') return asked;
  const milliseconds = asked.milliseconds + (afresh ? 0 : await readTravelled(folder));
  if (milliseconds > FARTHEST) return refused('The demo can travel five years at most.');
  return { kind: 'read', milliseconds };
}

/** Keeps how far the demo travelled: its data are of then, and time does not go back. */
export async function keepTravelled(folder: string, milliseconds: number): Promise<void> {
  if (milliseconds === 0) return;
  const file = travelFile(folder);
  await writeFile(`${file}.new`, `${milliseconds / HOUR}h\n`);
  await rename(`${file}.new`, file);
}

/** Where a reset finds it. */
export function travelFile(folder: string): string {
  return join(folder, FILE);
}

async function readTravelled(folder: string): Promise<number> {
  const text = await readFile(travelFile(folder), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  const read = text === null ? null : parseTravel(text.trim());
  return read?.kind === 'read' ? read.milliseconds : 0;
}

let travelled = 0;

/** How far the clock of this process was shifted: what is compared with the clocks of others is compared without it. */
export function travelledMilliseconds(): number {
  return travelled;
}

/**
 * From now on this process lives so much later. Only what asks for the present moment notices: `new Date()` and `Date.now()`. Timers run
 * as before. To be called before anything is loaded that may keep `Date` or `Date.now` for itself.
 */
export function shiftClock(milliseconds: number): void {
  travelled += milliseconds;
  const now = () => RealDate.now() + milliseconds;
  const RealDate = globalThis.Date;
  globalThis.Date = new Proxy(RealDate, {
    apply: () => new RealDate(now()).toString(),
    construct: (target, given: readonly unknown[], asked) =>
      Reflect.construct(target, given.length === 0 ? [now()] : given, asked),
    get: (target, name, receiver) => (name === 'now' ? now : Reflect.get(target, name, receiver)),
  });
}

function refused(problem: string): ReadTravel {
  return { kind: 'refused', problem };
}
