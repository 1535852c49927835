// What every command does first, on whatever Node started it (20 or later, so this file stays plain JavaScript, and the
// commands beside it are CommonJS: before Node 20.10 a file without extension could be nothing else):
// install what the lock file asks for, find a Node that runs TypeScript as it is, and hand over to it.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST_NODE = 24;
const root = fileURLToPath(new URL('..', import.meta.url));
const modules = join(root, 'node_modules');

/**
 * Runs a TypeScript entry of this repository with the arguments given, and ends as it ends.
 * `tools` says that the development packages are needed too.
 */
export function launch(entry, { tools = false, args = process.argv.slice(2) } = {}) {
  if (!isInstalled(tools)) install();
  const node = findNode();
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', join(root, entry), ...args], {
    stdio: 'inherit',
  });
  // A terminal sends Ctrl-C to parent and child alike, so that an entry may hear it twice: it must not mind.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => stop(`${node} does not run here (${error.message}).`, installNode));
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

/** Whether node_modules holds the versions of the lock file, whoever put them there. */
function isInstalled(tools) {
  const wanted = readPackages(join(root, 'package-lock.json'));
  const present = readPackages(join(modules, '.package-lock.json'));
  if (wanted === null || present === null) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = present[path];
    if (found) return found.version === entry.version && existsSync(join(root, path, 'package.json'));
    return entry.optional === true || (!tools && (entry.dev === true || entry.devOptional === true));
  });
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return null;
  }
}

function install() {
  process.stderr.write('Installing what is missing (npm ci) …\n');
  // npm must not run on the Node inside the folder that it is about to replace.
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.startsWith(modules));
  const quiet = ['--loglevel=error', '--no-audit', '--no-fund', '--no-progress'];
  const choices = ['--ignore-scripts', '--engine-strict=false', '--include=dev', '--include=optional'];
  const result = spawnSync('npm', ['ci', ...choices, ...quiet], {
    cwd: root,
    env: { ...process.env, PATH: path.join(delimiter) },
    encoding: 'utf8',
  });
  if (result.status === 0) return;
  process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}`);
  if (result.error)
    stop(`npm could not be started (${result.error.message}).`, 'Install npm, then try again.');
  stop(
    'The packages could not be installed.',
    'Mend what npm says above (network, rights on this folder), then try again.',
  );
}

const installNode = `Install Node ${OLDEST_NODE} or later from https://nodejs.org, then try again.`;

function findNode() {
  if (Number.parseInt(process.versions.node, 10) >= OLDEST_NODE) return process.execPath;
  const packaged = join(modules, `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (existsSync(packaged)) return packaged;
  return stop(
    `Node ${process.versions.node} is too old, and no newer one could be installed here.`,
    installNode,
  );
}

function stop(what, next) {
  process.stderr.write(`${what}\n${next}\n`);
  process.exit(1);
}
