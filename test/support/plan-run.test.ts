import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { test } from 'node:test';
import { planRun } from './plan-run.ts';
import { root } from './steps.ts';

const planned = planRun();

test('a whole run holds every test file of the tree exactly once', () => {
  const all = globSync('{src,simulators,seed,bench,test}/**/*.test.ts', { cwd: root }).sort();
  assert.deepEqual(planned.flatMap(({ files }) => files).sort(), all);
});

test('what lives at another clock, ends processes or changes its own process shares it with nobody', () => {
  const sizeOf = (file: string) => planned.find(({ files }) => files.includes(file))?.files.length;
  for (const file of [
    'test/journeys/whole-login.test.ts',
    'test/clocks/leap-day.test.ts',
    'test/two-processes/cut-off.test.ts',
    'test/attacks/oidc-codes.test.ts',
  ])
    assert.equal(sizeOf(file), 1, file);
});

test('the dearest files begin first, and no two shares have one name', () => {
  assert.match(planned[0]?.files[0] ?? '', /^test\/journeys\//);
  const shared = planned.filter(({ files }) => files.length > 1).map(({ name }) => name);
  assert.deepEqual(shared, [...new Set(shared)]);
});
