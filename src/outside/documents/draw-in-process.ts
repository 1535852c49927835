import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SECOND } from '../../base/time.ts';
import type { Drawing, DrawingOrder } from './drawing.ts';
import { LARGEST_OUTPUT, readDrawing } from './drawing-output.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const ENTRY = fileURLToPath(new URL('./drawing-process.ts', import.meta.url));
const broken: Drawing = { kind: 'refused', reason: 'broken' };

/** What one document may take. */
export type DrawingLimits = {
  /** Seconds of processor time, counted by the kernel over all threads: it holds on a busy machine too. */
  readonly cpuSeconds: number;
  readonly wallMilliseconds: number;
  /** Bytes of memory that are really there. */
  readonly residentBytes: number;
};

const usual: DrawingLimits = {
  cpuSeconds: 20,
  wallMilliseconds: 60 * SECOND,
  residentBytes: 900 * 1024 * 1024,
};

/** How often the memory of a drawing process is looked at. */
const LOOK = 50;

/** Draws documents. `isCut`: its processes have no network. */
export type Drawer = { readonly isCut: boolean; draw(order: DrawingOrder): Promise<Drawing> };

/**
 * Draws each document in a process of its own, which ends with it: decoders of strangers' files never share memory with our keys or
 * the database. The process has no environment, reads nothing but the program, starts no other, has no network where this system
 * can take it away, and is killed at its limits.
 */
export function openDrawer(
  limits: Partial<DrawingLimits> = {},
  program: readonly string[] = [ENTRY],
): Drawer {
  const isCut = networkCanBeCut();
  const setting = { ...usual, ...limits, isCut, program };
  return { isCut, draw: (order) => drawInProcess(order, setting) };
}

type Setting = DrawingLimits & { readonly isCut: boolean; readonly program: readonly string[] };

async function drawInProcess(order: DrawingOrder, limits: Setting): Promise<Drawing> {
  const child = start(order.type, limits);
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
    child.once('error', () => resolve());
  });
  const kill = () => child.kill('SIGKILL');
  const overrun = setTimeout(kill, limits.wallMilliseconds);
  const watch = setInterval(() => residentBytesOf(child.pid) > limits.residentBytes && kill(), LOOK);
  const output: Buffer[] = [];
  let length = 0;
  child.stdout?.on('data', (chunk: Buffer) => {
    length += chunk.length;
    if (length > LARGEST_OUTPUT) kill();
    else output.push(chunk);
  });
  // It may be gone before it has read everything.
  child.stdin?.on('error', () => {});
  child.stdin?.end(order.bytes);
  await ended;
  clearTimeout(overrun);
  clearInterval(watch);
  if (child.exitCode !== 0) return broken;
  return readDrawing(Buffer.concat(output)) ?? broken;
}

function start(type: string, { cpuSeconds, isCut, program: given }: Setting): ChildProcess {
  const node = [
    process.execPath,
    '--permission',
    `--allow-fs-read=${ROOT}node_modules`,
    `--allow-fs-read=${ROOT}src`,
    `--allow-fs-read=${ROOT}package.json`,
    '--allow-addons',
    '--max-old-space-size=256',
    '--disable-warning=ExperimentalWarning',
    '--disable-warning=SecurityWarning',
    ...given,
    type,
  ];
  const apart = [...(isCut ? networkCut : []), ...node];
  // The kernel itself ends it: also when we are killed meanwhile.
  const limited = ['-c', `ulimit -c 0; ulimit -t ${cpuSeconds}; exec "$@"`, 'sh', ...apart];
  const [program = '', ...args] = process.platform === 'linux' ? ['/bin/sh', ...limited] : node;
  return spawn(program, args, { cwd: '/', env: {}, stdio: ['pipe', 'pipe', 'ignore'] });
}

/** A network of its own, in which there is nobody (unshare(1)); as an ordinary user within a user namespace. */
const networkCut: readonly string[] =
  process.getuid?.() === 0
    ? ['/usr/bin/unshare', '--net', '--']
    : ['/usr/bin/unshare', '--map-current-user', '--net', '--'];

/** Whether this system lets us take the network away from a process. */
function networkCanBeCut(): boolean {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/unshare')) return false;
  const [program = '', ...args] = [...networkCut, '/bin/true'];
  return spawnSync(program, args, { env: {}, stdio: 'ignore' }).status === 0;
}

function residentBytesOf(pid: number | undefined): number {
  if (pid === undefined || process.platform !== 'linux') return 0;
  try {
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
