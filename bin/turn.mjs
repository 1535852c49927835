// One installation at a time in one clone: a second `npm start` waits for the first.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Refusal } from './refusal.mjs';

const FILE = '.installing';
const LOOK_MILLISECONDS = 200;

/** Waits until nobody else installs in this clone. Answers with what gives the turn away. */
export async function holdTurn(root) {
  const file = join(root, FILE);
  let told = false;
  for (;;) {
    const other = take(file);
    if (other === null) break;
    if (!told)
      process.stderr.write(`Process ${other} installs the packages here already. Waiting for it …\n`);
    told = true;
    await wait(LOOK_MILLISECONDS);
  }
  const giveAway = () => rmSync(file, { force: true });
  process.once('exit', giveAway);
  return () => {
    process.off('exit', giveAway);
    giveAway();
  };
}

/** Tells that npm, too, is at work here: it goes on when we are killed. */
export function shareTurn(root, pid) {
  writeFileSync(join(root, FILE), `${process.pid} ${pid}`);
}

function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return null;
  } catch (error) {
    if (error.code !== 'EEXIST') throw cannotWrite(file, error);
  }
  const living = holders(file).find(isAtWork);
  if (living !== undefined) return living;
  rmSync(file, { force: true });
  return take(file);
}

function holders(file) {
  try {
    return readFileSync(file, 'utf8')
      .split(' ')
      .map(Number)
      .filter((pid) => pid > 0 && pid !== process.pid);
  } catch {
    return [];
  }
}

/** After a restart of the machine, another program may have the number. */
function isAtWork(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  try {
    return /npm|node|bin\/(?:start|sluis|test|check|bench)/.test(
      readFileSync(`/proc/${pid}/cmdline`, 'utf8'),
    );
  } catch {
    return process.platform !== 'linux';
  }
}

function cannotWrite(file, error) {
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT')
    return new Refusal(`The disk is full: ${file} cannot be written.`, 'Make room, then try again.');
  return new Refusal(
    `Packages are missing, and this folder cannot be written (${error.code}): ${file}.`,
    'Start as the user who owns the clone, or run npm ci in it as that user.',
  );
}
