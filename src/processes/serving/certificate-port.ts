import { constants } from 'node:crypto';
import { createServer, type Server } from 'node:https';
import type { SecureContextOptions, TLSSocket } from 'node:tls';
import { MINUTE, SECOND } from '../../base/time.ts';
import type { CertificateProvider } from '../../domain/login-means/index.ts';
import { namesAlone, type Shown } from '../../protocols/certificates/index.ts';
import type { CertificateVisits } from './certificate-visits.ts';

/** The key of the port and its certificate, PEM. */
export type PortKeys = { readonly certificate: string; readonly key: string };

/** Certificates besides the person's that are looked at: more than a chain has. */
const MOST_OTHERS = 5;

export type CertificatePort = { readonly server: Server; close(): void };

/**
 * A server that asks each browser for a certificate, and does nothing else. Whether it is good, the reception says: the handshake only
 * shows that the browser holds its key. Nothing of a session is kept or handed out, and each answer ends its connection, so that whoever
 * chose the wrong certificate is asked again by every browser that forgets when the connection ends.
 */
export async function openCertificatePort(options: {
  readonly visits: CertificateVisits;
  /** Asked again every minute: a renewed certificate and new authorities count without a restart. */
  keys(): Promise<PortKeys>;
  providers(): Promise<readonly CertificateProvider[]>;
  readonly log: { error(fields: object, message: string): void };
}): Promise<CertificatePort> {
  let known = await readKnown(options);
  const server = createServer(
    {
      ...contextOf(known),
      requestCert: true,
      rejectUnauthorized: false,
      handshakeTimeout: 10 * SECOND,
      headersTimeout: 10 * SECOND,
      requestTimeout: 20 * SECOND,
      maxHeaderSize: 16_384,
    },
    (request, response) => {
      response.setHeader('connection', 'close');
      options.visits.handle(request, response, shownBy(request.socket as TLSSocket));
    },
  );
  server.maxConnections = 2000;
  const refresh = async () => {
    try {
      const next = await readKnown(options);
      if (JSON.stringify(next) === JSON.stringify(known)) return;
      server.setSecureContext(contextOf(next));
      known = next;
    } catch {
      // A file that is being replaced, or a database that is away: what held goes on, and the next minute tries again.
      options.log.error({}, 'key or authorities of the certificate port could not be read anew');
    }
  };
  const timer = setInterval(() => void refresh(), MINUTE);
  timer.unref();
  return { server, close: () => clearInterval(timer) };
}

type Known = PortKeys & { readonly authorities: readonly string[] };

async function readKnown({
  keys,
  providers,
}: {
  keys(): Promise<PortKeys>;
  providers(): Promise<readonly CertificateProvider[]>;
}): Promise<Known> {
  const authorities = (await providers()).flatMap((each) => [...each.authorities, ...each.intermediates]);
  return { ...(await keys()), authorities };
}

/**
 * The names of authorities go to the browser (`certificate_authorities`), which then offers only what they issued. Without tickets and with
 * no session kept, every connection is a handshake of its own.
 */
function contextOf({ certificate, key, authorities }: Known): SecureContextOptions {
  return {
    cert: certificate,
    key,
    ca: [...namesAlone(authorities)],
    minVersion: 'TLSv1.2',
    secureOptions: constants.SSL_OP_NO_TICKET,
    sessionTimeout: 1,
  };
}

/** What the browser sent in its handshake. */
function shownBy(socket: TLSSocket): Shown {
  const leaf = socket.getPeerX509Certificate();
  if (leaf === undefined) return { kind: 'refused', code: 'certificate.missing' };
  const others: Uint8Array[] = [];
  for (let at = leaf.issuerCertificate; at && others.length < MOST_OTHERS; at = at.issuerCertificate)
    others.push(at.raw);
  return { kind: 'offered', certificates: { leaf: leaf.raw, others } };
}
