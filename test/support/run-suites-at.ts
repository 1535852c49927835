import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type ClockName, clocks, liveAt } from './run-clock.ts';

const root = join(import.meta.dirname, '../..');
/** What time does most to; of the other files of casework each clock runs some. */
const ALWAYS = ['casework.test.ts'];

/** Runs the tests of the domain, those of casework that time matters most to, and some others of casework, at this clock. */
export async function runSuitesAt(name: ClockName): Promise<void> {
  liveAt(clocks[name]);
  await import('./fewer-tries.ts');
  const others = globSync('test/casework/*.test.ts', { cwd: root })
    .filter((file) => !ALWAYS.includes(basename(file)))
    .sort();
  const turn = Object.keys(clocks).indexOf(name);
  const files = [
    ...globSync('src/{base,domain}/**/*.test.ts', { cwd: root }).sort(),
    ...ALWAYS.map((file) => join('test/casework', file)),
    ...others.filter((_, place) => place % Object.keys(clocks).length === turn),
  ];
  for (const file of files) await import(join(root, file));
}
