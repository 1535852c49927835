import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { toolPath } from './tools.ts';

/** It ends before a second compiler or a second thread for garbage pays. */
const brief = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];

/** Lets a one-file program of the JDK (`test/conformance/<name>.java`) work on the files of a folder; what it says, line by line. */
export function askOracle(name: string, what: string, path: string): readonly string[] {
  const program = join(import.meta.dirname, '../conformance', `${name}.java`);
  const run = spawnSync(toolPath('java'), [...brief, program, what, path], { encoding: 'utf8' });
  assert.equal(run.status, 0, run.stderr);
  return run.stdout.trim().split('\n');
}
