// Finds a Node that runs TypeScript as it is, and hands over to it. Plain JavaScript: it runs on Node 20 too.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeInstalled, OLDEST_NODE } from './installation.mjs';
import { nodeOptions } from './node-options.mjs';
import { Refusal, Stopped } from './refusal.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** As `bootstrap.mjs` says. */
export async function launch(entry, { tools = false, args = process.argv.slice(2) } = {}) {
  try {
    await makeInstalled(root, tools);
    run(findNode(), [join(root, entry), ...args]);
  } catch (error) {
    if (error instanceof Stopped) process.kill(process.pid, error.signal);
    else if (!(error instanceof Refusal)) throw error;
    else refuse(error);
  }
}

function refuse({ message, next }) {
  process.stderr.write(`${message}\n${next}\n`);
  process.exit(1);
}

function run(node, args) {
  const child = spawn(node, [...nodeOptions, ...args], { stdio: 'inherit' });
  // A terminal sends Ctrl-C to parent and child alike, so that an entry may hear it twice: it must not mind.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    process.stderr.write(`${node} does not run here (${error.message}).\n${installNode}\n`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

const installNode = `Install Node ${OLDEST_NODE} or later from https://nodejs.org, then try again.`;

function findNode() {
  if (Number.parseInt(process.versions.node, 10) >= OLDEST_NODE) return process.execPath;
  const packaged = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (existsSync(packaged)) return packaged;
  throw new Refusal(
    `Node ${process.versions.node} is too old, and npm has no newer one for ${process.platform} on ${process.arch}.`,
    installNode,
  );
}
