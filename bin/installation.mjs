// The packages of the lock file: whether they are here in full, and how they come here.
import { lstatSync, readdirSync, readFileSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from './refusal.mjs';
import { runNpm } from './run-npm.mjs';
import { holdTurn } from './turn.mjs';

/** What runs TypeScript as it is; an older one hands over to the Node out of npm. */
export const OLDEST_NODE = 24;
/** Before it, npm leaves out packages that pictures need: they ask for this one at least. */
const OLDEST_INSTALLER = [20, 9];
/** Bytes that node_modules takes, whole and on a server; tests keep the figures true. */
const TAKEN_BY_PACKAGES = 480_000_000;
const TAKEN_ON_SERVER = 330_000_000;
const FILES = '.sluis-files.json';

/** Installs what is missing or cut off. Throws `Refusal` when that cannot be done. */
export async function makeInstalled(root, tools) {
  if (findFault(root, tools) === null) return;
  const giveTurn = await holdTurn(root);
  try {
    // Who waited finds that it was done meanwhile.
    const fault = findFault(root, tools);
    if (fault === null) return;
    refuseOldNode();
    // What was installed without the development packages stays without them, as long as nobody needs them.
    const isServer = !tools && isServerInstall(root);
    refuseSmallDisk(root, isServer ? TAKEN_ON_SERVER : TAKEN_BY_PACKAGES);
    const command = isServer ? 'npm ci --omit=dev' : 'npm ci';
    process.stderr.write(`${fault} Installing (${command}), some ${isServer ? 100 : 200} MB to fetch …\n`);
    try {
      await runNpm(root, isServer ? '--omit=dev' : '--include=dev');
      const left = findFault(root, tools);
      if (left !== null) throw new Refusal(`npm ended, but: ${left}`, 'Remove node_modules, then try again.');
    } catch (error) {
      forget(root);
      throw error;
    }
  } finally {
    giveTurn();
  }
}

/** What is wrong with node_modules, in a sentence; `null` when it holds the versions of the lock file, whoever put them there. */
export function findFault(root, tools) {
  const wanted = readJson(join(root, 'package-lock.json'));
  if (wanted === null)
    throw new Refusal(`There is no ${join(root, 'package-lock.json')}.`, 'Clone the repository anew.');
  const modules = join(root, 'node_modules');
  const present = readJson(join(modules, '.package-lock.json'));
  if (present === null) return 'No packages are installed yet.';
  for (const [path, entry] of Object.entries(wanted.packages)) {
    const found = present.packages[path];
    if (path === '' || !isNeeded(path, entry, found, tools)) continue;
    if (!found || found.version !== entry.version || sizeOf(join(root, path, 'package.json')) === 0)
      return `${path} ${entry.version} is missing.`;
  }
  return findCutOff(modules, tools);
}

/** Whether packages are here, and none of those for development alone. */
function isServerInstall(root) {
  const [wanted, present] = ['package-lock.json', 'node_modules/.package-lock.json'].map((name) =>
    readJson(join(root, name)),
  );
  if (wanted === null || present === null) return false;
  return Object.entries(wanted.packages).every(([path, { dev }]) => !dev || !present.packages[path]);
}

function isNeeded(path, entry, found, tools) {
  if (isIdleNode(path.slice('node_modules/'.length), tools)) return false;
  if (found) return true;
  if (!tools && (entry.dev === true || entry.devOptional === true)) return false;
  return entry.optional !== true || ((entry.os || entry.cpu) && fitsHere(entry));
}

/** The Node out of npm, which a server with one that is new enough may remove: it is two thirds of its packages. */
function isIdleNode(name, tools) {
  return (
    !tools && name.startsWith('node-linux-') && Number.parseInt(process.versions.node, 10) >= OLDEST_NODE
  );
}

/** An entry names one system or a list of them. None of ours says what it is not for ("!win32"): such a one is never missed. */
function fitsHere({ os, cpu, libc }) {
  const isOf = (named, own) => named === undefined || [named].flat().includes(own);
  return isOf(os, process.platform) && isOf(cpu, process.arch) && (!libc || isOf(libc, libcHere()));
}

function libcHere() {
  return ['/lib', '/usr/lib'].some((folder) => list(folder).some((name) => name.startsWith('ld-musl-')))
    ? 'musl'
    : 'glibc';
}

/**
 * npm ends well on a full disk, with files that are cut off. So their sizes are kept beside them once an installation is whole;
 * a file may grow, as when somebody looks for a fault in a package, but not shrink.
 */
function findCutOff(modules, tools) {
  const made = lstatSync(join(modules, '.package-lock.json')).mtimeMs;
  const kept = readJson(join(modules, FILES));
  if (kept === null || kept.made !== made) {
    keepSizes(modules, made);
    return null;
  }
  const cut = Object.entries(kept.files).find(
    ([path, size]) => sizeOf(join(modules, path)) < size && !isIdleNode(path, tools),
  );
  return cut === undefined ? null : `node_modules/${cut[0]} is missing or cut off.`;
}

function keepSizes(modules, made) {
  const files = {};
  const walk = (folder) => {
    for (const entry of readdirSync(join(modules, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory() && path !== '.cache') walk(path);
      else if (entry.isFile() && entry.name !== FILES) files[path] = sizeOf(join(modules, path));
    }
  };
  walk('');
  const draft = join(modules, `${FILES}.${process.pid}`);
  try {
    writeFileSync(draft, JSON.stringify({ made, files }));
    renameSync(draft, join(modules, FILES));
  } catch {
    // Where nothing may be written, the next start looks no closer than this one.
    rmSync(draft, { force: true });
  }
}

/** So that what npm left is never taken for whole. */
function forget(root) {
  for (const name of [FILES, '.package-lock.json']) {
    try {
      rmSync(join(root, 'node_modules', name), { force: true });
    } catch {
      // Then it cannot be written either, and npm made nothing of it.
    }
  }
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldest, atLeast] = OLDEST_INSTALLER;
  if (major > oldest || (major === oldest && minor >= atLeast)) return;
  throw new Refusal(
    `Node ${process.versions.node} is too old: Sluis installs with Node ${oldest}.${atLeast} or later.`,
    'Install Node 24 or later from https://nodejs.org, then try again.',
  );
}

function refuseSmallDisk(root, taken) {
  const { bavail, bsize } = statfsSync(root);
  const room = bavail * bsize + bytesIn(join(root, 'node_modules'));
  if (room >= taken) return;
  const mega = (bytes) => Math.round(bytes / 1_000_000);
  throw new Refusal(
    `The disk of ${root} has room for ${mega(room)} MB, and the packages take ${mega(taken)} MB.`,
    'Make room (for the cache of npm another 200 MB, for the demo 100 MB), then try again.',
  );
}

function bytesIn(folder) {
  let bytes = 0;
  for (const entry of list(folder, true)) {
    const path = join(folder, entry.name);
    bytes += entry.isDirectory() ? bytesIn(path) : Math.max(0, sizeOf(path));
  }
  return bytes;
}

function list(folder, withFileTypes = false) {
  try {
    return readdirSync(folder, { withFileTypes });
  } catch {
    return [];
  }
}

/** In bytes; -1 for what is not there. */
function sizeOf(path) {
  try {
    return lstatSync(path).size;
  } catch {
    return -1;
  }
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
