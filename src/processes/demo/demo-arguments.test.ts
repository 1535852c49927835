import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDemoArguments } from './demo-arguments.ts';

/** What npm hands on of words that stand before `--`, or are missing it. */
const npm = { npm_lifecycle_event: 'start' };
const read = (argv: readonly string[], environment: NodeJS.ProcessEnv = {}) => {
  const outcome = readDemoArguments(argv, environment);
  return outcome.kind === 'read' ? { ...outcome.values } : outcome.problem;
};

test('npm start --reset begins again, with -- between and without', () => {
  assert.deepEqual(read(['--reset'], npm), { reset: true });
  assert.deepEqual(read([], { ...npm, npm_config_reset: 'true' }), { reset: true });
  assert.deepEqual(read([], npm), {});
});

test('npm start --time-travel 30d travels, with -- between and without, with = and without', () => {
  const travelled = { 'time-travel': '30d' };
  assert.deepEqual(read(['--time-travel', '30d'], npm), travelled);
  assert.deepEqual(read(['30d'], { ...npm, npm_config_time_travel: 'true' }), travelled);
  assert.deepEqual(read([], { ...npm, npm_config_time_travel: '30d' }), travelled);
});

test('what npm keeps for itself elsewhere is not for the demo', () => {
  assert.deepEqual(read([], { npm_config_reset: 'true', npm_lifecycle_event: 'test' }), {});
});

test('a word that nobody knows is said, not swallowed', () => {
  assert.match(String(read(['--rest'], npm)), /--rest/);
  assert.match(String(read(['30d'], npm)), /30d/);
});
