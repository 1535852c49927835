import { readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What a running server says of itself in `postmaster.pid` (PostgreSQL source, miscadmin.h: line 1 pid, 4 port, 8 status). */
export type Postmaster = { readonly pid: number; readonly port: number | null; readonly ready: boolean };

/** The server that runs on this cluster; `null` when there is none. A file that a crash left behind is cleared away. */
export function readPostmaster(cluster: string): Postmaster | null {
  const file = join(cluster, 'postmaster.pid');
  const lines = readLines(file);
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  if (!isAlive(pid) || !isPostgresOf(cluster, pid)) {
    rmSync(file, { force: true });
    return null;
  }
  return { pid, port: Number(lines[3]) || null, ready: lines[7]?.trim() === 'ready' };
}

/** Whether a process with this id exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * After a restart of the machine another program, even another PostgreSQL, may have the old id. A server works in its own
 * cluster's folder; where Linux does not show us that, its name must do, and elsewhere we believe the file.
 */
function isPostgresOf(cluster: string, pid: number): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
  } catch {
    const [name = 'postgres'] = readLines(`/proc/${pid}/comm`);
    return name === 'postgres';
  }
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}
