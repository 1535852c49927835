import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

/** What a process used since it began: CPU in milliseconds (all threads), memory in bytes. */
export type Usage = {
  readonly cpu: number;
  readonly system: number;
  readonly rss: number;
  readonly heap: number;
};

/** `profile` begins a CPU profile, `profileTo` ends it and writes it to a file that Chrome's developer tools open. */
export type Asked = 'tell' | 'collect' | 'profile' | { readonly profileTo: string };

/** A child process whose use of the machine can be read. */
export type Measured = {
  readonly child: ChildProcess;
  /** With `collect`, garbage is collected first. */
  usage(asked?: Asked): Promise<Usage>;
  /** Everything written so far. */
  log(): string;
  stop(): Promise<void>;
};

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Starts an entry in a process of its own and waits until it wrote `until`; throws with its output when it ends before. */
export async function startMeasured(start: {
  readonly entry: string;
  readonly args?: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly until: string;
  /** Options for Node, such as `--cpu-prof`. */
  readonly options?: readonly string[];
}): Promise<Measured> {
  const options = ['--disable-warning=ExperimentalWarning', '--expose-gc', ...(start.options ?? [])];
  const child = spawn(
    process.execPath,
    [...options, '--import', file('./probe.ts'), file(`../../${start.entry}`), ...(start.args ?? [])],
    { env: { ...process.env, ...start.environment }, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
  );
  let log = '';
  await new Promise<void>((resolve, reject) => {
    const hear = (text: unknown) => {
      log = (log + String(text)).slice(-2000);
      if (log.includes(start.until)) resolve();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', () => reject(new Error(`${start.entry} ended:\n${log}`)));
  });
  return {
    child,
    log: () => log,
    async usage(asked = 'tell') {
      const answered = once(child, 'message');
      child.send(asked);
      const [{ cpu, memory }] = (await answered) as [{ cpu: NodeJS.CpuUsage; memory: NodeJS.MemoryUsage }];
      return {
        cpu: (cpu.user + cpu.system) / 1000,
        system: cpu.system / 1000,
        rss: memory.rss,
        heap: memory.heapUsed,
      };
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** CPU that this process itself uses while it works, in milliseconds. */
export function ownCpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** A TCP port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
