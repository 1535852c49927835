import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { root } from './steps.ts';

/** A process of its own that can be cut off. */
export type CommandProcess = {
  /** Resolves when it said this so often, with its whole output. Throws when it ended before. */
  said(text: string, times?: number): Promise<string>;
  /** Ends it without warning; resolves when it is gone. */
  kill(): Promise<void>;
  /** Resolves when it ended by itself. */
  ended(): Promise<{ readonly code: number | null; readonly log: string }>;
  log(): string;
};

/** Runs a TypeScript file, by default the command line of Sluis, with these words and settings. */
export function startProcess(
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
  file = 'src/processes/command-line/command-line.ts',
): CommandProcess {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(root, file), ...words],
    {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let log = '';
  const hear = (text: unknown) => {
    log += String(text);
    child.emit('heard');
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  const gone = once(child, 'exit').then(() => child.emit('heard'));
  return {
    async said(text, times = 1) {
      while (log.split(text).length <= times) {
        if (hasEnded(child)) throw new Error(`it ended before it said "${text}":\n${log}`);
        await once(child, 'heard');
      }
      return log;
    },
    async ended() {
      await gone;
      return { code: child.exitCode, log };
    },
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
    log: () => log,
  };
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}
