import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeEntries, planRun } from './plan-run.ts';
import { root } from './steps.ts';

const fewerTries = pathToFileURL(join(import.meta.dirname, 'fewer-tries.ts')).href;

/** Where tests run once more: on which Node, and with what changed in the environment. */
export type Again = {
  readonly program?: string;
  readonly environment?: Readonly<Record<string, string>>;
};

/** Runs the test files that fit these patterns once more, in processes of their own, with few tries of each property: fails with what went wrong there. */
export async function runAgain(
  patterns: readonly string[],
  { program = process.execPath, environment = {} }: Again,
): Promise<void> {
  const shares = planRun(patterns);
  assert.ok(shares.flatMap(({ files }) => files).length > 10);
  const entries = makeEntries(shares);
  // With it, Node would take itself for a part of the run that started this one.
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const choices = ['--disable-warning=ExperimentalWarning', '--test', '--test-reporter=tap'];
  const run = spawn(program, [...choices, '--test-concurrency=2', ...entries.files], {
    cwd: root,
    env: { ...env, NODE_OPTIONS: `--import=${fewerTries}`, ...environment },
  });
  let said = '';
  for (const stream of [run.stdout, run.stderr])
    stream.on('data', (chunk) => {
      said += chunk;
    });
  const code = await new Promise((resolve) => run.once('close', resolve));
  entries.remove();
  const isTelling = (line: string) => /not ok|Error|error:/.test(line);
  assert.equal(code, 0, said.split('\n').filter(isTelling).slice(0, 40).join('\n'));
  assert.match(said, /^# fail 0$/m);
}
