import { finished } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { from } from 'pg-copy-streams';

/** One row of `copy`: what a column holds, as text or bytes. */
export type CopyRow = readonly (string | number | Buffer | null)[];

/**
 * Sends rows by `copy … from stdin`, in the text format of PostgreSQL, on a connection that sends one statement at a time. One call is
 * one batch: the caller keeps batches small, so memory stays bounded however many there are.
 */
export async function copyIn(client: ClientBase, target: string, rows: readonly CopyRow[]): Promise<void> {
  const sending = client.query(from(`copy ${target} from stdin`));
  const taken = finished(sending, { readable: false });
  sending.end(rows.map((row) => `${row.map(copyText).join('\t')}\n`).join(''));
  await taken;
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function copyText(value: CopyRow[number]): string {
  if (value === null) return '\\N';
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`;
  return String(value).replace(/[\\\t\n\r]/g, (letter) => ESCAPES[letter] ?? letter);
}
