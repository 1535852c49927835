import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { test } from 'node:test';
import { startDebianPostgres } from '../support/debian-postgres.ts';
import { makeEntries, planRun } from '../support/plan-run.ts';
import { root } from '../support/steps.ts';
import { skipWithout } from '../support/tools.ts';

test('every test of the store passes on the PostgreSQL of Debian, as a role that is no superuser', {
  skip: skipWithout('postgresql'),
}, async (t) => {
  const server = await startDebianPostgres();
  t.after(server.stop);
  const shares = planRun(['src/store/**/*.test.ts']);
  assert.ok(shares.flatMap(({ files }) => files).length > 10);
  const entries = makeEntries(shares);
  t.after(entries.remove);
  const { NODE_TEST_CONTEXT: _, ...environment } = process.env;
  const env = { ...environment, SLUIS_TEST_DATABASE_URL: server.url };
  const run = spawn(
    process.execPath,
    ['--test', '--test-reporter=tap', '--test-concurrency=2', ...entries.files],
    {
      cwd: root,
      env,
    },
  );
  let said = '';
  for (const stream of [run.stdout, run.stderr])
    stream.on('data', (chunk) => {
      said += chunk;
    });
  const code = await new Promise((resolve) => run.once('exit', resolve));
  assert.equal(
    code,
    0,
    said
      .split('\n')
      .filter((line) => /not ok|Error|error:/.test(line))
      .slice(0, 40)
      .join('\n'),
  );
  assert.match(said, /^# fail 0$/m);
});
