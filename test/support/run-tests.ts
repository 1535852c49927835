// npm test: installs what tests need, checks the code, and runs every test against one PostgreSQL of its own.
// npm test -- FILE…: only those, without the checks.
// npm test -- --pooler [FILE…]: the same on the PostgreSQL of Debian, through a PgBouncer that lends sessions for a transaction.
// npm test -- --clock 2028-02-29T12:00+01:00 [FILE…]: the same, in a world that lives at that moment.
import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { removeEmbeddedPostgres, startEmbeddedPostgres } from '../../src/outside/postgres/embedded.ts';
import type { TestServer } from './database.ts';
import { installTools } from './install-tools.ts';
import { findOtherNode, runOn } from './other-node.ts';
import { overTcp } from './over-tcp.ts';
import { startPooledPostgres } from './pgbouncer.ts';
import { makeEntries, planRun } from './plan-run.ts';
import { environmentAt } from './run-clock.ts';
import { serverFolder } from './server-folder.ts';
import { checkCode, compileCache, fillCompileCache, root, runTests } from './steps.ts';

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
    const passedToo = runOnOtherNode(env, say);
    if (!isClean)
      process.stderr.write(
        'The tests are done, but types, format or lint are not clean: see the beginning.\n',
      );
    return passed && passedToo && isClean ? 0 : 1;
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

/** One more at a time than there are processors: most of them wait for a database or a browser now and then. */
async function runEverything(env: NodeJS.ProcessEnv): Promise<boolean> {
  await fillCompileCache(env);
  const entries = makeEntries(planRun());
  try {
    return await runTests(entries.files, availableParallelism() + 1, env);
  } finally {
    entries.remove();
  }
}

/** What is supported is tested: a part of everything again, on the other Node. */
function runOnOtherNode(env: NodeJS.ProcessEnv, say: (line: string) => void): boolean {
  const node = findOtherNode();
  if (node.kind === 'missing') {
    say(`Node 26 is not tried: ${node.why}.`);
    return process.env.CI !== 'true' || process.getuid?.() !== 0;
  }
  say(`On Node ${node.version}: laws, unit and protocol tests.`);
  const passed = runOn(node, env);
  say(`${passed ? '✔' : '✖'} Node ${node.version}`);
  return passed;
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
