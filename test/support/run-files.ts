// Runs test files in the order in which they are given (Node's own command sorts them by name), and says at the end which were dearest.
import { relative } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { root } from './steps.ts';

const LONGEST_MILLISECONDS = 600_000;
const SHOWN = 10;

const [atOnce = '2', ...files] = process.argv.slice(2);
const spent = new Map<string, number>();
const ending = new AbortController();
const stream = run({
  files,
  concurrency: Number(atOnce),
  timeout: LONGEST_MILLISECONDS,
  signal: ending.signal,
});

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => {
    process.exitCode = 1;
    ending.abort();
  });

stream.on('test:summary', ({ file, success }) => {
  if (file === undefined && !success) process.exitCode = 1;
});
for (const kind of ['test:pass', 'test:fail'] as const)
  stream.on(kind, ({ file, nesting, details }) => {
    if (nesting > 0 || file === undefined) return;
    spent.set(file, (spent.get(file) ?? 0) + details.duration_ms);
  });
stream.compose(new spec()).pipe(process.stdout);
process.once('exit', () => {
  const dearest = [...spent].sort(([, one], [, other]) => other - one).slice(0, SHOWN);
  if (spent.size <= SHOWN) return;
  process.stdout.write('\nThe dearest files:\n');
  for (const [file, milliseconds] of dearest)
    process.stdout.write(`${(milliseconds / 1000).toFixed(1).padStart(7)} s  ${relative(root, file)}\n`);
});
