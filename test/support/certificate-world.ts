import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { request as requestTls } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ConnectionOptions, TLSSocket } from 'node:tls';
import { type Issued, writeIssued } from '../../simulators/authority/issue-certificate.ts';
import { type Authority, openAuthority } from '../../simulators/authority/open-authority.ts';
import { freePort } from '../../src/outside/postgres/server.ts';
import { openCertificatePort } from '../../src/processes/serving/certificate-port.ts';
import { cardProvider } from './card-provider.ts';
import type { Ending } from './database.ts';
import { type Landing, openPlainBrowser, type PlainBrowser } from './plain-browser.ts';
import { openTwoPlatforms, type TwoPlatforms } from './two-platforms.ts';

/** What the port for certificates answered: where the browser goes on to. */
export type Visited = {
  readonly status: number;
  readonly location: string;
  readonly isReused: boolean;
  /** What the server handed out to begin again by. */
  readonly session: Buffer | null;
};

export type CertificateWorld = {
  readonly authority: Authority;
  readonly platforms: TwoPlatforms;
  /** Origin of the port. */
  readonly port: string;
  /** A browser on the page of the tile, and where its button leads. */
  atCertificate(): Promise<{ readonly browser: PlainBrowser; readonly page: Landing; readonly away: URL }>;
  /** Opens an address at the port with this card, or with none, as a browser does in a handshake of TLS. */
  show(
    away: URL,
    card: Issued | null,
    more?: ConnectionOptions,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Visited>;
};

/** Two processes, the port for certificates at the first of them, and the authority of the demo as provider. */
export async function openCertificateWorld(
  ending: Ending,
  more: Readonly<Record<string, string>> = {},
): Promise<CertificateWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'sluis-card-'));
  ending.after(async () => rmSync(folder, { recursive: true, force: true }));
  const authority = await openAuthority({ port: 0, folder, clock: () => new Date() });
  ending.after(authority.close);
  const portNumber = await freePort();
  const port = `https://localhost:${portNumber}`;
  const platforms = await openTwoPlatforms(ending, undefined, undefined, {
    SLUIS_CERTIFICATE_ORIGIN: port,
    SLUIS_CERTIFICATE_STATUS_HOSTS: new URL(authority.url).host,
    ...more,
  });
  const provider = cardProvider(authority.root);
  for (const { inTransaction } of platforms.stores.slice(0, 1))
    await inTransaction(['meansProviders'], ({ meansProviders }) => meansProviders.put(provider));
  const [platform] = platforms.platforms;
  assert.ok(platform);
  const opened = await openCertificatePort({
    ...platform.certificates,
    keys: async () => writeIssued(authority.keys.port),
    log: { error: () => {} },
  });
  await new Promise<void>((resolve) => opened.server.listen(portNumber, '127.0.0.1', resolve));
  ending.after(async () => {
    opened.close();
    opened.server.closeAllConnections();
    await new Promise((resolve) => opened.server.close(resolve));
  });
  return {
    authority,
    platforms,
    port,
    async atCertificate() {
      const browser = openPlainBrowser(platforms);
      const { id: client, redirectUris } = platforms.applications.klip;
      const asked = {
        client_id: client,
        redirect_uri: redirectUris[0] ?? '',
        response_type: 'code',
        scope: 'openid vo',
      };
      const start = await browser.go(0, { url: `/op/v1/auth?${new URLSearchParams(asked)}` });
      const page = await browser.go(1, { url: `${new URL(start.url).pathname}/means/certificate` });
      const { away } = await browser.go(0, { url: `${new URL(start.url).pathname}/certificate` });
      assert.ok(away, page.text);
      return { browser, page, away };
    },
    show: (away, card, options = {}, headers = {}) => show(authority, away, card, { ...options, headers }),
  };
}

function show(
  authority: Authority,
  away: URL,
  card: Issued | null,
  options: ConnectionOptions & { readonly headers: Readonly<Record<string, string>> },
): Promise<Visited> {
  const own = card && {
    cert: [card, authority.keys.belgium.citizens].map((each) => each.certificate.toString('pem')).join('\n'),
    key: writeIssued(card).key,
  };
  return new Promise((resolve, reject) => {
    let session: Buffer | null = null;
    const asked = requestTls(away, { ca: authority.root, agent: false, ...own, ...options }, (response) => {
      const { statusCode: status = 0, headers } = response;
      const isReused = (response.socket as TLSSocket).isSessionReused() ?? false;
      response.on('end', () => resolve({ status, location: headers.location ?? '', isReused, session }));
      response.resume();
    });
    asked.on('socket', (socket) =>
      socket.on('session', (handed: Buffer) => {
        session = handed;
      }),
    );
    asked.on('error', reject);
    asked.end();
  });
}
