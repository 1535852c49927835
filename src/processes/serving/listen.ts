import type { Server } from 'node:http';
import { createServer as createSocketServer, type Server as SocketServer } from 'node:net';

/** What keeps a server from listening: `code` is that of the system (`EADDRINUSE`, `EACCES`, `EADDRNOTAVAIL`, …). */
export type Listening =
  | { readonly kind: 'listening'; readonly port: number; close(): void }
  | { readonly kind: 'failed'; readonly code: string };

/**
 * Lets a server listen at an address, or at both of this machine itself for `localhost`: browsers ask for either, and nobody
 * else can. `port` 0 takes a free one.
 */
export async function listenAt(server: Server, port: number, host: string): Promise<Listening> {
  const first = await listenOnce(server, port, host === 'localhost' ? '127.0.0.1' : host);
  if (typeof first === 'string') return { kind: 'failed', code: first };
  if (host !== 'localhost') return { kind: 'listening', port: first, close: () => {} };
  // Its connections are those of the server itself: they end with it.
  const second = createSocketServer((socket) => server.emit('connection', socket));
  const other = await listenOnce(second, first, '::1');
  if (other === 'EADDRINUSE') {
    server.close();
    return { kind: 'failed', code: other };
  }
  return { kind: 'listening', port: first, close: () => void second.close() };
}

/** The port, or the code of what went wrong. A machine without IPv6 says EADDRNOTAVAIL or EAFNOSUPPORT of `::1`. */
function listenOnce(server: Server | SocketServer, port: number, host: string): Promise<number | string> {
  return new Promise((resolve) => {
    const failed = (error: NodeJS.ErrnoException) => resolve(error.code ?? error.name);
    server.once('error', failed);
    server.listen(port, host, () => {
      server.off('error', failed);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
