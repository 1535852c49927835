import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** What Node compiled once, it does not compile again: all that tests start is the same program. */
export const compileCache = { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compiled-tests') };

/**
 * Makes what all worlds of a run share (`prepare-run.ts`). What the dearest tests start is started many times and ended by force, so that
 * it never keeps what it compiled.
 */
export function prepareRun(env: NodeJS.ProcessEnv): Promise<boolean> {
  return runNode(['test/support/prepare-run.ts'], env);
}

/** Types, then format and lint. True when both are clean. */
export async function checkCode(): Promise<boolean> {
  const types = await step('types', ['node_modules/typescript/bin/tsc', '-p', '.']);
  const lint = await step('format and lint', [
    'node_modules/@biomejs/biome/bin/biome',
    'check',
    '--error-on-warnings',
    '.',
  ]);
  return types && lint;
}

/** Runs test files in this order, so many at a time, with a summary at the end. */
export function runTests(files: readonly string[], atOnce: number, env: NodeJS.ProcessEnv): Promise<boolean> {
  return runNode(['test/support/run-files.ts', String(atOnce), ...files], env);
}

async function step(title: string, args: readonly string[]): Promise<boolean> {
  const isClean = await runNode(args, process.env);
  process.stdout.write(`${isClean ? '✔' : '✖'} ${title}\n`);
  return isClean;
}

/** Runs Node with what is at hand; Ctrl-C and its like are passed on, so that our own end stays in order. */
function runNode(args: readonly string[], env: NodeJS.ProcessEnv): Promise<boolean> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    cwd: root,
    env,
    stdio: 'inherit',
  });
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const passOn = (signal: NodeJS.Signals) => child.kill(signal);
  for (const signal of signals) process.on(signal, passOn);
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('exit', (code) => {
      for (const signal of signals) process.off(signal, passOn);
      done(code === 0);
    });
  });
}
