import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { codeOf } from '../../base/error-code.ts';
import type { Settings } from '../../config/settings.ts';
import { ServeFailure } from '../serving/serve-failure.ts';

const FILE = 'demo.pid';

/**
 * Holds the data folder for one demo: two would make each other's keys and addresses untrue, and one would end the other's database.
 * Answers with what lets go of it. Throws `ServeFailure` when another demo holds it, or it cannot be written.
 */
export function holdDemoFolder({ dataFolder, origin }: Settings): () => void {
  const file = join(dataFolder, FILE);
  for (;;) {
    try {
      mkdirSync(dataFolder, { recursive: true });
      writeFileSync(file, `${process.pid} ${origin}\n`, { flag: 'wx' });
      break;
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw unusable(dataFolder, reasonAt(dataFolder) ?? codeOf(error));
    }
    const [pid = '', where = ''] = read(file).trim().split(' ');
    if (isDemo(Number(pid))) {
      throw new ServeFailure(
        `A demo runs on ${dataFolder} already: ${where} (process ${pid}).`,
        'Use that one, or end it first. A second one beside it needs ports and a folder of its own: SLUIS_PORT=5000 SLUIS_DATA=data-5000 npm start.',
      );
    }
    // A demo that was killed left it.
    rmSync(file, { force: true });
  }
  const letGo = () => rmSync(file, { force: true });
  process.once('exit', letGo);
  return () => {
    process.off('exit', letGo);
    letGo();
  };
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** Whether a demo has this number; after a restart of the machine another program may have it. */
function isDemo(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (codeOf(error) !== 'EPERM') return false;
  }
  if (process.platform !== 'linux') return true;
  return /demo/.test(read(`/proc/${pid}/cmdline`));
}

/** Making folders one in the other says ENOENT of a file system that is read only: the folder that is there says why. */
function reasonAt(folder: string): string | null {
  let there = folder;
  while (!existsSync(there)) there = dirname(there);
  try {
    accessSync(there, constants.W_OK);
    return null;
  } catch (error) {
    return codeOf(error);
  }
}

function unusable(folder: string, code: string | null): ServeFailure {
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new ServeFailure(`The disk of ${folder} is full.`, 'Make room, then start again.');
  return new ServeFailure(
    `The data folder ${folder} cannot be written (${code}).`,
    'Start as the user who owns it, or choose another folder: SLUIS_DATA=/tmp/sluis npm start.',
  );
}
