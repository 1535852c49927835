import type { ClientRequest, IncomingMessage } from 'node:http';
import type { FetchFailure } from '../../base/bounded-fetch.ts';
import { BarredAddress } from './bar-networks.ts';

export type Exchanged =
  | {
      readonly kind: 'fetched';
      readonly status: number;
      readonly contentType: string;
      readonly bytes: Buffer;
    }
  | { readonly kind: 'failed'; readonly reason: FetchFailure };

export type ExchangeBounds = {
  readonly body: string | Uint8Array | null;
  /** Of the answer, in bytes. */
  readonly longest: number;
  /** For the whole answer, however slowly a byte comes now and then, in milliseconds. */
  readonly patience: number;
};

/** Sends a request and reads its answer whole, within bounds: never led elsewhere, and nothing is decompressed. */
export function exchange(
  begin: () => ClientRequest,
  { body, longest, patience }: ExchangeBounds,
): Promise<Exchanged> {
  return new Promise((settle) => {
    let outgoing = begin();
    let isOver = false;
    const end = (answer: Exchanged): void => {
      isOver = true;
      clearTimeout(timer);
      settle(answer);
      // What is not read to its end is not waited for.
      if (answer.kind === 'failed') outgoing.destroy();
    };
    const timer = setTimeout(() => end({ kind: 'failed', reason: 'late' }), patience);
    const send = (): void => {
      outgoing.on('error', (error) => {
        // The server closed a kept connection at the moment at which it was used again (documentation of Node, `reusedSocket`).
        if (!isOver && outgoing.reusedSocket && 'code' in error && error.code === 'ECONNRESET') {
          outgoing = begin();
          send();
        } else {
          end({ kind: 'failed', reason: error instanceof BarredAddress ? 'address' : 'unreachable' });
        }
      });
      outgoing.on('response', (response) => {
        const refusal = refusalOf(response);
        if (refusal !== null) end({ kind: 'failed', reason: refusal });
        else readAnswer(response, longest, end);
      });
      outgoing.end(body);
    };
    send();
  });
}

/** Nothing is followed, and nothing unpacked: a small answer would become a large one. */
function refusalOf({ statusCode = 0, headers }: IncomingMessage): FetchFailure | null {
  if (statusCode >= 300 && statusCode < 400) return 'redirect';
  return (headers['content-encoding'] ?? 'identity') === 'identity' ? null : 'encoding';
}

function readAnswer(response: IncomingMessage, longest: number, end: (answer: Exchanged) => void): void {
  const { statusCode: status = 0, headers } = response;
  const parts: Buffer[] = [];
  let size = 0;
  response.on('data', (part: Buffer) => {
    size += part.length;
    if (size > longest) end({ kind: 'failed', reason: 'too-large' });
    else parts.push(part);
  });
  response.on('error', () => end({ kind: 'failed', reason: 'unreachable' }));
  response.on('end', () => {
    const contentType = headers['content-type'] ?? '';
    end({ kind: 'fetched', status, contentType, bytes: Buffer.concat(parts) });
  });
}
