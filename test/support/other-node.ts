import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from './steps.ts';

const FOLDER = join(import.meta.dirname, 'node-26');

/** The other Node that is supported: its program, or why it does not run here. */
export type OtherNode =
  | { readonly kind: 'found'; readonly program: string }
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
  const { status, stderr } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  if (status !== 0) return { kind: 'missing', why: stderr.trim().split('\n', 1)[0] ?? 'it does not start' };
  return { kind: 'found', program };
}
