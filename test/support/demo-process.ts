import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { sharedFolder } from './server-folder.ts';
import { root } from './steps.ts';

/** The whole demo in a process of its own, as `npm start` runs it, in a data folder that outlives it. */
export type DemoHome = {
  /** Starts it and answers when it is ready: what it printed, and how to end it as Ctrl-C does. */
  start(...words: readonly string[]): Promise<RunningDemo>;
  /** Where something listens, by its distance from the base port. */
  at(distance: number): string;
};

export type RunningDemo = { readonly printed: () => string; stop(): Promise<void> };

/**
 * A data folder and ports that no other test of this run uses; both go at the end. In memory where there is room: its database is durable, and
 * waits for a disk at each commit of its ninety days of history.
 */
export function openDemoHome(test: { after(work: () => void | Promise<void>): void }): DemoHome {
  const folder = sharedFolder('sluis-demo-home-');
  // Below the ports that the system gives out, a hundred for each process.
  const port = 10_000 + (process.pid % 200) * 100;
  const endings: (() => Promise<void>)[] = [];
  test.after(async () => {
    for (const end of endings.reverse()) await end();
    rmSync(folder, { recursive: true, force: true });
  });
  const env = { ...process.env, SLUIS_PORT: String(port), SLUIS_DATA: join(folder, 'data') };
  return {
    at: (distance) => `http://localhost:${port + distance}`,
    async start(...words) {
      const program = ['--disable-warning=ExperimentalWarning', join(root, 'src/processes/demo/demo.ts')];
      const child = spawn(process.execPath, [...program, ...words], {
        env,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const gone = once(child, 'exit');
      const stop = async () => {
        child.kill('SIGINT');
        await gone;
      };
      endings.push(stop);
      const lines: string[] = [];
      const reading = createInterface(child.stdout).on('line', (line) => lines.push(line));
      while (!lines.some((line) => line.startsWith('Ctrl-C stops it'))) {
        const ended = await Promise.race([once(reading, 'line').then(() => false), gone.then(() => true)]);
        if (ended) throw new Error(`the demo ended before it was ready:\n${lines.join('\n')}`);
      }
      return { printed: () => lines.join('\n'), stop };
    },
  };
}
