import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { readCsv } from '../csv/read-csv.ts';
import { encodingOf } from '../text/encoding-of.ts';
import type { Encoding } from '../text/lines-of.ts';
import { reasonOf } from '../text/read-text-file.ts';
import { type ReadRow, type RowReader, readRows } from './read-rows.ts';

/** A CSV file that is read row by row, in bounded memory. */
export type RowFile<Row> = {
  readonly encoding: Encoding;
  readonly rows: AsyncIterable<ReadRow<Row> | UnreadableFile>;
  /** SHA-256 of all bytes, in hexadecimal, once the rows were read. */
  digest(): string;
};

/** The file is not there, or stopped being readable half-way; why, in words. */
export type UnreadableFile = { readonly kind: 'unreadable'; readonly reason: string };

/** A file is looked through before it is read. What is no file, as a pipe, can be read once only: it is UTF-8. */
export async function openRowFile<Column extends string, Row>(
  path: string,
  reader: RowReader<Column, Row>,
  today: Date,
): Promise<RowFile<Row>> {
  const hash = createHash('sha256');
  const digest = () => hash.digest('hex');
  let encoding: Encoding = 'utf-8';
  try {
    if ((await stat(path)).isFile()) encoding = await encodingOf(bytesOf(path, null));
  } catch (error) {
    return { encoding, rows: nothingOf({ kind: 'unreadable', reason: reasonOf(error) }), digest };
  }
  const rows = readRows(readCsv(bytesOf(path, hash), encoding), reader, today);
  return { encoding, rows: orUnreadable(rows), digest };
}

async function* nothingOf(unreadable: UnreadableFile): AsyncGenerator<UnreadableFile> {
  yield unreadable;
}

async function* bytesOf(path: string, digest: Hash | null): AsyncGenerator<Uint8Array> {
  const stream = createReadStream(path, { highWaterMark: 256 * 1024 });
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    digest?.update(chunk);
    yield chunk;
  }
}

async function* orUnreadable<Row>(
  rows: AsyncIterable<ReadRow<Row>>,
): AsyncGenerator<ReadRow<Row> | UnreadableFile> {
  const iterator = rows[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await iterator.next().catch((error: unknown) => ({ reason: reasonOf(error) }));
      if ('reason' in next) {
        yield { kind: 'unreadable', reason: next.reason };
        return;
      }
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    await iterator.return?.();
  }
}
