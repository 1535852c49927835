import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { makeEntries, planRun } from './plan-run.ts';
import { root } from './steps.ts';

const FOLDER = join(import.meta.dirname, 'node-26');
/** What must hold on the newest Node with long-term support too: laws, what needs no browser, and the protocols. */
const files = [
  'test/law/*.test.ts',
  'src/{base,config,domain,login,protocols}/**/*.test.ts',
  'test/attacks/{eidas,saml,xml,oidc,metadata}*.test.ts',
  'test/conformance/oidc*.test.ts',
];

/** The other Node that is supported: its program, or why it does not run here. */
export type OtherNode =
  | { readonly kind: 'found'; readonly program: string; readonly version: string }
  | { readonly kind: 'missing'; readonly why: string };

/** Installs Node 26 beside the tests, from a lock file of its own, when it is not there. */
export function findOtherNode(): OtherNode {
  const program = join(FOLDER, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (!existsSync(program)) {
    const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.startsWith(root));
    const choices = ['ci', '--ignore-scripts', '--engine-strict=false', '--no-audit', '--no-fund'];
    const env = { ...process.env, PATH: path.join(delimiter) };
    spawnSync('npm', [...choices, '--loglevel=error'], { cwd: FOLDER, env, stdio: 'ignore' });
  }
  if (!existsSync(program)) return { kind: 'missing', why: 'npm brought none for this machine' };
  const { status, stdout, stderr } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  if (status !== 0) return { kind: 'missing', why: stderr.trim().split('\n', 1)[0] ?? 'it does not start' };
  return { kind: 'found', program, version: stdout.trim() };
}

/** Runs those tests on it. Types are the same on every Node: the compiler is no program of Node. */
export function runOn(node: Extract<OtherNode, { kind: 'found' }>, env: NodeJS.ProcessEnv): boolean {
  const entries = makeEntries(planRun(files));
  const choices = ['--test', '--test-reporter=dot', '--test-concurrency=2'];
  const { status } = spawnSync(
    node.program,
    ['--disable-warning=ExperimentalWarning', ...choices, ...entries.files],
    { cwd: root, env, stdio: 'inherit' },
  );
  entries.remove();
  return status === 0;
}
