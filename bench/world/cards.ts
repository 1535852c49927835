import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { issueCard } from '../../simulators/authority/belgium.ts';
import { type Issued, writeIssued } from '../../simulators/authority/issue-certificate.ts';
import { openAuthority } from '../../simulators/authority/open-authority.ts';
import type { Person } from '../../src/domain/person/index.ts';
import { cardProvider } from '../../test/support/card-provider.ts';
import { linksOf } from '../../test/support/plain-browser.ts';
import { freePort } from '../processes/measured.ts';
import { type Presses, pressTile } from './known-login.ts';
import type { World } from './open-world.ts';

/** Cards of people, of an authority that plays Belgium, and the settings with which a platform takes them at a port of its own. */
export type Cards = {
  readonly settings: Readonly<Record<string, string>>;
  /** Issues a card: how its holder logs in with it. */
  giveTo(world: World, person: Person): Promise<Presses>;
  close(): Promise<void>;
};

/** Opens the authority; a platform with these settings must know it before anybody logs in. */
export async function openCards(): Promise<Cards> {
  const folder = mkdtempSync(join(tmpdir(), 'sluis-bench-cards-'));
  const authority = await openAuthority({ port: 0, folder, clock: () => new Date() });
  const { belgium, port: own } = authority.keys;
  const port = await freePort();
  const origin = `https://localhost:${port}`;
  const { certificate, key } = writeIssued(own);
  const files = { certificate: join(folder, 'port.pem'), key: join(folder, 'port.key') };
  writeFileSync(files.certificate, certificate);
  writeFileSync(files.key, key, { mode: 0o600 });
  let isKnown = false;
  const show = (card: Issued, address: string) =>
    visit(address, { ca: authority.root, ...chainOf(card, belgium.citizens) });
  return {
    settings: {
      SLUIS_CERTIFICATE_PORT: String(port),
      SLUIS_CERTIFICATE_ORIGIN: origin,
      SLUIS_CERTIFICATE_TLS_CERTIFICATE: files.certificate,
      SLUIS_CERTIFICATE_TLS_KEY: files.key,
      SLUIS_CERTIFICATE_STATUS_HOSTS: new URL(authority.url).host,
      // A network of its own for each visit: one alone may come once a second.
      SLUIS_TRUSTED_PROXIES: '1',
    },
    async giveTo({ store }, { number, givenNames, familyName }) {
      if (!isKnown)
        await store.inTransaction(['meansProviders'], ({ meansProviders }) =>
          meansProviders.put(cardProvider(authority.root)),
        );
      isKnown = true;
      const holder = { number: number?.digits.reveal() ?? '', givenNames, familyName };
      const card = await issueCard(
        belgium,
        { origin: authority.url },
        { kind: 'citizen', holder, at: new Date() },
      );
      return (shown) => {
        if (shown.location?.startsWith(origin)) {
          const away = shown.location;
          return { kind: 'visit', name: 'GET /certificate/…', take: () => show(card, away) };
        }
        if (shown.location !== null) return null;
        const go = linksOf(shown).find((each) => /\/login\/[^/]+\/certificate$/.test(each));
        return go === undefined ? pressTile('certificate', shown) : { kind: 'ask', url: go, fields: null };
      };
    },
    async close() {
      await authority.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function chainOf(card: Issued, issuer: Issued): { readonly cert: string; readonly key: string } {
  const cert = [card, issuer].map((each) => each.certificate.toString('pem')).join('\n');
  return { cert, key: writeIssued(card).key };
}

let visits = 0;

/** Shows a certificate as a browser does that was never there; where it is led to. */
function visit(address: string, choices: object): Promise<string> {
  visits += 1;
  const network = `10.${(visits >> 16) & 255}.${(visits >> 8) & 255}.${visits & 255}`;
  return new Promise((resolve, reject) => {
    const asked = request(
      address,
      { agent: false, headers: { 'x-forwarded-for': network }, ...choices },
      (answer) => {
        answer.resume();
        const { location } = answer.headers;
        if (location === undefined) reject(new Error(`a certificate leads nowhere (${answer.statusCode})`));
        else resolve(location);
      },
    );
    asked.on('error', reject);
    asked.end();
  });
}
