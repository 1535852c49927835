import { type AddressInfo, createServer } from 'node:net';
import { eicarExample } from './document-examples.ts';

type Owner = { after(work: () => Promise<void>): void };

/** How the daemon behaves: well, without an answer, with an answer that is none, or by hanging up. */
export type ClamdMood = 'well' | 'silent' | 'confused' | 'gone' | 'too-small' | 'endless';

/** A daemon that speaks INSTREAM of clamd(8) to the letter and knows one harmful thing, the test file of EICAR. */
export async function startFakeClamd(t: Owner, mood: ClamdMood = 'well', path?: string) {
  const scanned: Buffer[] = [];
  const server = createServer((socket) => {
    const chunks: Buffer[] = [];
    socket.on('error', () => {});
    if (mood === 'gone') socket.destroy();
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      // Only a length of zero ends the stream.
      const content = chunk.at(-1) === 0 ? readStream(Buffer.concat(chunks)) : null;
      if (content === null || mood === 'silent') return;
      scanned.push(content);
      const verdict = content.includes(eicarExample()) ? 'Win.Test.EICAR_HDB-1 FOUND' : 'OK';
      if (mood === 'endless') socket.write('x'.repeat(100_000));
      else if (mood === 'confused') socket.end('stream: OK, I suppose\0');
      else if (mood === 'too-small') socket.end('INSTREAM size limit exceeded. ERROR\0');
      else socket.end(`stream: ${verdict}\0`);
    });
  });
  await new Promise<void>((done) => (path ? server.listen(path, done) : server.listen(0, '127.0.0.1', done)));
  t.after(() => new Promise<void>((done) => server.close(() => done())));
  const address = path ? `unix:${path}` : `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { address, scanned };
}

/** What was sent, once it is whole. */
function readStream(received: Buffer): Buffer | null {
  const command = Buffer.from('zINSTREAM\0');
  if (received.length < command.length) return null;
  if (!received.subarray(0, command.length).equals(command)) throw new Error('not INSTREAM');
  const chunks: Buffer[] = [];
  let place = command.length;
  while (received.length - place >= 4) {
    const length = received.readUInt32BE(place);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(received.subarray(place + 4, place + 4 + length));
    place += 4 + length;
  }
  return null;
}
