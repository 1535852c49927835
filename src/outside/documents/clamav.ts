import { connect } from 'node:net';
import { SECOND } from '../../base/time.ts';
import type { VirusScanner } from '../../domain/documents/index.ts';

const LONGEST = 15 * SECOND;
const CHUNK = 64 * 1024;
const LONGEST_REPLY = 4096;

/**
 * A scanner behind the daemon of ClamAV, at `tcp://host:port` or `unix:/path`. Speaks INSTREAM of clamd(8): the length of each chunk in four
 * bytes, its bytes, a length of zero at the end; one connection per file. Any answer but a clear one is `unavailable`.
 */
export function openClamav(address: string, longest = LONGEST): VirusScanner {
  const place = placeOf(address);
  return {
    async scan(bytes) {
      const reply = await ask(place, framesOf(bytes), longest);
      if (reply === 'stream: OK') return 'clean';
      return /^stream: .+ FOUND$/.test(reply) ? 'harmful' : 'unavailable';
    },
  };
}

type Place = { readonly path: string } | { readonly host: string; readonly port: number };

function placeOf(address: string): Place {
  const { protocol, hostname, port, pathname } = new URL(address);
  if (protocol === 'unix:') return { path: decodeURIComponent(pathname) };
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) };
}

function* framesOf(bytes: Uint8Array): Generator<Uint8Array> {
  yield Buffer.from('zINSTREAM\0');
  for (let place = 0; place < bytes.length; place += CHUNK) {
    const chunk = bytes.subarray(place, place + CHUNK);
    yield lengthOf(chunk.length);
    yield chunk;
  }
  yield lengthOf(0);
}

function lengthOf(length: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(length);
  return bytes;
}

/** What the daemon answers, without the zero at its end; empty when it does not answer in time. */
async function ask(place: Place, frames: Iterable<Uint8Array>, longest: number): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  const socket = connect(place);
  const overrun = setTimeout(() => resolve(''), longest);
  let reply = '';
  socket.setEncoding('latin1');
  socket.on('data', (text: string) => {
    reply += text;
    const end = reply.indexOf('\0');
    if (end !== -1) resolve(reply.slice(0, end));
    else if (reply.length > LONGEST_REPLY) resolve('');
  });
  // A connection that ends without a whole answer, for whatever reason, has given none.
  socket.on('error', () => resolve(''));
  socket.on('close', () => resolve(''));
  for (const frame of frames) socket.write(frame);
  try {
    return await promise;
  } finally {
    clearTimeout(overrun);
    socket.destroy();
  }
}
