import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { makeSelfSignedCertificate } from '../../src/protocols/saml/certificate.ts';
import type { Ending } from './database.ts';

/** The database of this address with TLS before it, as a server with `ssl = on` speaks it; nobody vouches for its certificate. */
export async function openTlsFront(ending: Ending, url: string): Promise<string> {
  const { privateKeyPem: key, certificatePem: cert } = await makeSelfSignedCertificate({
    subject: 'CN=database',
    keyType: { kind: 'ec', curve: 'P-256' },
    years: 1,
    at: new Date(),
  });
  const target = new URL(url);
  const open = new Set<Socket>();
  const listener = createServer((plain) => {
    open.add(plain);
    plain.on('error', () => {}).once('close', () => open.delete(plain));
    // The request for TLS is eight bytes long and answered by one letter, in the clear (PostgreSQL protocol, 54.2.10).
    plain.once('data', () => {
      plain.write('S');
      const safe = new TLSSocket(plain, { isServer: true, key, cert });
      const server = connect(Number(target.port), target.hostname);
      safe.on('error', () => {}).once('close', () => server.destroy());
      server.on('error', () => {}).once('close', () => safe.destroy());
      safe.pipe(server).pipe(safe);
    });
  }).listen(0, '127.0.0.1');
  await once(listener, 'listening');
  ending.after(async () => {
    for (const each of open) each.destroy();
    listener.close();
    await once(listener, 'close');
  });
  const front = new URL(url);
  front.port = String((listener.address() as AddressInfo).port);
  front.searchParams.set('sslmode', 'no-verify');
  return front.href;
}
