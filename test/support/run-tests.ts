// npm test: installs what tests need, checks the code, and runs every test against one PostgreSQL of its own.
// npm test -- FILE…: only those, without the checks.
// npm test -- --pooler [FILE…]: the same on the PostgreSQL of Debian, through a PgBouncer that lends sessions for a transaction.
// npm test -- --clock 2028-02-29T12:00+01:00 [FILE…]: the same, in a world that lives at that moment.
import { globSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { removeEmbeddedPostgres, startEmbeddedPostgres } from '../../src/outside/postgres/embedded.ts';
import type { TestServer } from './database.ts';
import { installTools } from './install-tools.ts';
import { overTcp } from './over-tcp.ts';
import { startPooledPostgres } from './pgbouncer.ts';
import { makeEntries, planRun } from './plan-run.ts';
import { environmentAt } from './run-clock.ts';
import { serverFolder } from './server-folder.ts';
import { checkCode, compileCache, prepareRun, root, runTests } from './steps.ts';

const { values, positionals } = parseArgs({
  options: { clock: { type: 'string' }, pooler: { type: 'boolean' } },
  allowPositionals: true,
});
process.exitCode = await main(positionals, values.clock === undefined ? {} : environmentAt(values.clock));

async function main(chosen: readonly string[], clock: Readonly<Record<string, string>>): Promise<number> {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const missing = installTools(say);
  if (missing.length > 0 && process.env.CI === 'true' && process.getuid?.() === 0) {
    say('A run that counts (CI=true, as root) must not skip them. Install them, then try again.');
    return 1;
  }
  const isClean = chosen.length > 0 || (await checkCode());
  const database = await (values.pooler ? startPooledPostgres() : startDatabase(say));
  const env = { ...process.env, ...clock, ...environmentOf(database), ...compileCache };
  try {
    if (chosen.length > 0) {
      return (await runChosen(chosen, env)) ? 0 : 1;
    }
    const passed = await runEverything(env);
    if (!isClean)
      process.stderr.write(
        'The tests are done, but types, format or lint are not clean: see the beginning.\n',
      );
    return passed && isClean ? 0 : 1;
  } finally {
    await database.stop();
  }
}

/** Each in a process of its own. */
async function runChosen(chosen: readonly string[], env: NodeJS.ProcessEnv): Promise<boolean> {
  const files = globSync([...chosen], { cwd: root }).sort();
  if (files.length > 0) return runTests(files, Math.max(2, availableParallelism()), env);
  process.stderr.write(`There is no test file ${chosen.join(', ')}.\n`);
  return false;
}

/** Two more at a time than there are processors: most of them wait for a database, a browser or a moment now and then. */
async function runEverything(given: NodeJS.ProcessEnv): Promise<boolean> {
  const keys = mkdtempSync(join(tmpdir(), 'sluis-simulators-'));
  const env = { ...given, SLUIS_TEST_SIMULATORS: keys };
  const entries = makeEntries(planRun());
  try {
    await prepareRun(env);
    return await runTests(entries.files, availableParallelism() + 2, env);
  } finally {
    entries.remove();
    rmSync(keys, { recursive: true, force: true });
  }
}

/** One throw-away PostgreSQL for the whole run; each test file makes its own databases in it. */
async function startDatabase(say: (line: string) => void): Promise<TestServer> {
  const folder = serverFolder('sluis-test-');
  const database = await startEmbeddedPostgres({ folder, durable: false, say });
  const stop = async () => {
    await database.stop();
    removeEmbeddedPostgres(folder);
  };
  return { url: overTcp(database.url), stop };
}

function environmentOf({ url, poolerUrl }: TestServer): NodeJS.ProcessEnv {
  return { SLUIS_TEST_DATABASE_URL: url, ...(poolerUrl && { SLUIS_TEST_POOLER_URL: poolerUrl }) };
}
