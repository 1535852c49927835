import { chmodSync, mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of the system that is memory, and how to know that it is. */
const MEMORY = '/dev/shm';
const TMPFS = 0x01021994;
const ROOM_BYTES = 2 * 1024 ** 3;

/**
 * A new folder for the files of a test server: in memory where there is room. On a disk, making and dropping databases of some thousand
 * files costs more than most of what tests do in them.
 */
export function serverFolder(prefix: string): string {
  return mkdtempSync(join(isRoomy(MEMORY) ? MEMORY : tmpdir(), prefix));
}

/** The same for a test that keeps other things beside its server's folder: the system user of the server must be able to pass. */
export function sharedFolder(prefix: string): string {
  const folder = serverFolder(prefix);
  chmodSync(folder, 0o755);
  return folder;
}

function isRoomy(folder: string): boolean {
  try {
    const { type, bavail, bsize } = statfsSync(folder);
    return type === TMPFS && bavail * bsize >= ROOM_BYTES;
  } catch {
    return false;
  }
}
