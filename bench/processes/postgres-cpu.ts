import { readdirSync, readFileSync } from 'node:fs';
import pg from 'pg';

const MILLISECONDS_PER_TICK = 10;

/** Reads the CPU that all processes of a PostgreSQL server on this machine used so far, in milliseconds; `null` off Linux. */
export async function openPostgresCpu(url: string): Promise<() => number | null> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const backend = readStat(String(rows[0]?.pid));
  await client.end();
  return () => {
    const postmaster = backend && readStat(backend.parent);
    if (!postmaster) return null;
    const children = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(readStat)
      .filter((each) => each?.parent === postmaster.pid);
    const ticks = children.reduce((sum, each) => sum + (each?.own ?? 0), postmaster.own + postmaster.ended);
    return ticks * MILLISECONDS_PER_TICK;
  };
}

type Stat = { readonly pid: string; readonly parent: string; readonly own: number; readonly ended: number };

/** proc(5): after the name in brackets come state, parent, …, and as fields 14 to 17 the ticks of itself and of ended children. */
function readStat(pid: string): Stat | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const ticks = (from: number) => Number(fields[from - 3]) + Number(fields[from - 2]);
    return { pid, parent: fields[1] ?? '', own: ticks(14), ended: ticks(16) };
  } catch {
    return null;
  }
}
