import type { ClientBase, Connection, Submittable } from 'pg';

/** One row of `copy`: what a column holds, as text or bytes. */
export type CopyRow = readonly (string | number | Buffer | null)[];

/**
 * Sends rows by `copy … from stdin`, in the text format of PostgreSQL. One call is one batch: the caller keeps batches small,
 * so memory stays bounded however many there are.
 */
export function copyIn(client: ClientBase, target: string, rows: readonly CopyRow[]): Promise<void> {
  const chunk = Buffer.from(rows.map((row) => `${row.map(copyText).join('\t')}\n`).join(''));
  return new Promise((resolve, reject) => {
    let failure: Error | null = null;
    const submittable: Submittable & CopyHandlers = {
      submit: (connection) => connection.query(`copy ${target} from stdin`),
      handleCopyInResponse(connection) {
        const { stream } = connection as unknown as CopyConnection;
        stream.cork();
        (connection as unknown as CopyConnection).sendCopyFromChunk(chunk);
        (connection as unknown as CopyConnection).endCopyFrom();
        stream.uncork();
      },
      handleCommandComplete() {},
      handleError(error) {
        failure = error;
        reject(error);
      },
      handleReadyForQuery() {
        if (failure === null) resolve();
      },
    };
    client.query(submittable);
  });
}

/** What the client of `pg` calls on the query that is running. */
type CopyHandlers = {
  handleCopyInResponse(connection: Connection): void;
  handleCommandComplete(): void;
  handleError(error: Error): void;
  handleReadyForQuery(): void;
};
type CopyConnection = {
  readonly stream: { cork(): void; uncork(): void };
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
};

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function copyText(value: CopyRow[number]): string {
  if (value === null) return '\\N';
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`;
  return String(value).replace(/[\\\t\n\r]/g, (letter) => ESCAPES[letter] ?? letter);
}
