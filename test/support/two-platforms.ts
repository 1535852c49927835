import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { readOrMakeKeys } from '../../simulators/europe/keys.ts';
import { addressesOf } from '../../simulators/europe/node/addresses.ts';
import { writeStateMetadata } from '../../simulators/europe/node/write-metadata.ts';
import { memberStates } from '../../simulators/europe/states.ts';
import { loadSettings } from '../../src/config/load.ts';
import type { OidcApplication } from '../../src/domain/application/index.ts';
import type { CountryCode } from '../../src/domain/eidas-country/index.ts';
import { makeKeySet } from '../../src/processes/keys/make-keys.ts';
import { openKeys } from '../../src/processes/keys/open-keys.ts';
import { keepOwnApplication } from '../../src/processes/wiring/keep-own-application.ts';
import { openPlatform, type Platform } from '../../src/processes/wiring/platform.ts';
import { naturalAttributes } from '../../src/protocols/eidas/response/attributes.ts';
import { writeErrorResponse, writeResponse } from '../../src/protocols/eidas/service/write-response.ts';
import { assuranceUri } from '../../src/protocols/eidas/vocabulary.ts';
import { openStore, type Store } from '../../src/store/index.ts';
import { application } from './application-example.ts';
import { type Ending, freshDatabase, type TestDatabase } from './database.ts';
import { type HostileProvider, openHostileProvider } from './hostile-provider.ts';

/** How the member state answers a request: about whom, or why not. */
export type CountryAnswer =
  | {
      readonly kind: 'person';
      readonly identifier: string;
      readonly givenNames?: string;
      readonly birthDate?: string;
    }
  | { readonly kind: 'cancelled' | 'failed' | 'unreadable' };

/** Two processes on one database behind one origin, with Germany as a country that answers as the test wants. */
export type TwoPlatforms = {
  readonly origin: string;
  readonly store: Store;
  /** That of each process; `store` is the first. */
  readonly stores: readonly Store[];
  /** The federal login: what it answers leads to the person with its number. */
  readonly federal: HostileProvider;
  readonly applications: { readonly klip: OidcApplication; readonly gipod: OidcApplication };
  /** What each process is made of. */
  readonly platforms: readonly Platform[];
  /** What the processes logged as failures. */
  readonly failures: readonly string[];
  /** What Germany posts in answer to a request, as the form field holds it. */
  answer(requestId: string, how: CountryAnswer): string;
  send(process: number, sent: SentRequest): Promise<Answered>;
};

export type SentRequest = {
  readonly method?: 'GET' | 'POST';
  /** An address below the origin. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly fields?: Readonly<Record<string, string>>;
};
export type Answered = { readonly status: number; readonly headers: Headers; readonly text: string };

const germany = memberStates.find(({ code }) => code === 'DE');

/**
 * Opens both, with a federal login that brings the Belgian eID and itsme. `through` may stand before the database, which is
 * a fresh one of the run where none is given; `more` are settings besides those that both have.
 */
export async function openTwoPlatforms(
  ending: Ending,
  through?: (url: string) => Promise<string>,
  given?: TestDatabase,
  more: Readonly<Record<string, string>> = {},
): Promise<TwoPlatforms> {
  if (!germany) throw new Error('Germany is not among the member states');
  const database = given ?? (await freshDatabase());
  const url = (await through?.(database.url)) ?? database.url;
  const poolerUrl = through === undefined ? database.poolerUrl : null;
  const folder = mkdtempSync(join(tmpdir(), 'sluis-two-'));
  const stateKeys = (await readOrMakeKeys(folder, new Date())).DE;
  if (!stateKeys) throw new Error('Germany has no keys');
  const addresses = addressesOf('https://eidas.example.de', germany);
  const keys = openKeys(await makeKeySet(new Date()));
  const [ours] = keys.eidas.encryptionCertificates;
  const clock = () => new Date();
  const stores: Store[] = [];
  const failures: string[] = [];
  const platforms: Platform[] = [];
  const servers = [0, 1].map((index) =>
    createServer({ maxHeaderSize: 16_384 }, (request, response) =>
      platforms[index]?.handle(request, response),
    ),
  );
  servers.forEach((server, index) => {
    server.on('clientError', (error, socket) => platforms[index]?.refuse(error, socket));
  });
  for (const server of servers) await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  const origin = `http://localhost:${ports[0]}`;
  const settings = loadSettings({
    SLUIS_ORIGIN: origin,
    SLUIS_PORT: String(ports[0]),
    SLUIS_DATABASE_URL: database.url,
    SLUIS_DATA: folder,
    ...more,
  });
  const log = pino({ level: 'error' }, { write: (line: string) => void failures.push(line) });
  const demo = { places: [], stories: async () => [] };
  for (const _ of servers) {
    const store = await openStore({ url, poolerUrl, keys: keys.store, poolSize: 5, clock });
    stores.push(store);
    platforms.push(openPlatform({ settings, keys, store, log, clock, demo }));
  }
  const [store] = stores;
  if (!store) throw new Error('there is no store');
  const applications = { klip: forPeople('klip'), gipod: forPeople('gipod') };
  await keepOwnApplication(store);
  const federal = await openHostileProvider(clock);
  const row = await federal.row();
  await store.inTransaction(['applications', 'countries', 'meansProviders'], async (each) => {
    await each.meansProviders.put(row);
    for (const one of Object.values(applications)) await each.applications.put(one);
    await each.countries.put({
      code: 'DE' as CountryCode,
      name: { en: 'Germany' },
      status: { kind: 'open' },
      means: [{ name: 'Online-Ausweis', assurance: 'high', notifiedOn: null }],
      persistence: 'B',
      binding: null,
      entityId: null,
      signers: [],
      metadata: writeStateMetadata(germany, stateKeys, addresses, new Date()),
      trust: [stateKeys.trust],
      refreshFrom: null,
      validFrom: null,
      validUntil: null,
      source: null,
    });
  });
  ending.after(async () => {
    await federal.close();
    for (const server of servers) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
    for (const each of stores) await each.close();
    if (!given) await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    origin,
    store,
    stores,
    platforms,
    federal,
    applications,
    failures,
    answer(requestId, how) {
      const { signing } = stateKeys;
      const said = {
        issuer: addresses.entityId,
        inResponseTo: requestId,
        acsUrl: `${origin}/eidas/acs`,
        at: new Date(),
        signing,
      };
      if (how.kind === 'cancelled' || how.kind === 'failed') {
        const detail = how.kind === 'cancelled' ? 'RequestDenied' : 'AuthnFailed';
        return encoded(writeErrorResponse(said, { top: 'Responder', detail }));
      }
      const person = how.kind === 'person' ? how : { identifier: 'nobody' };
      const response = writeResponse({
        ...said,
        audience: settings.eidas.entityId,
        validitySeconds: 300,
        assuranceUri: assuranceUri('high'),
        nameId: '_transient',
        attributes: attributesOf(person),
        // Sealed for somebody else, it is signed well and cannot be read.
        encryptFor: how.kind === 'unreadable' ? stateKeys.encryption.certificate : (ours ?? ''),
      });
      return encoded(response);
    },
    send: (process, sent) => exchange(ports[process % ports.length] ?? 0, new URL(origin).host, sent),
  };
}

/** An application for citizens, by every means. */
function forPeople(name: string): OidcApplication {
  return application(name, {
    id: (name === 'klip'
      ? '6f1c2f0e-6d0f-4b52-9d3a-0d6a4c1b7e11'
      : '6f1c2f0e-6d0f-4b52-9d3a-0d6a4c1b7e12') as OidcApplication['id'],
    clientAuthentication: ['client_secret_basic', 'client_secret_post'],
    scopes: ['openid', 'profile', 'vo'],
    openTo: [
      { targetGroup: 'BUR', level: 'group' },
      { targetGroup: 'EA', level: 'organisation' },
    ],
    loginMeans: ['eid', 'itsme', 'eidashigh', 'eidassubstantial'],
    rightRequired: false,
    homeUri: `https://${name}.example/`,
    postLogoutRedirectUris: [`https://${name}.example/left`],
  });
}

function attributesOf(person: Extract<CountryAnswer, { kind: 'person' }> | { readonly identifier: string }) {
  const { givenNames = 'Anna', birthDate = '1995-10-17' } = person as {
    givenNames?: string;
    birthDate?: string;
  };
  const told = {
    personIdentifier: `DE/BE/${person.identifier}`,
    familyName: 'Müller',
    givenNames,
    birthDate,
    birthPlace: 'Köln',
  } as const;
  return (Object.keys(told) as (keyof typeof told)[]).map((name) => ({
    name: naturalAttributes[name].name,
    values: [{ value: told[name] }],
  }));
}

function encoded(xml: string): string {
  return Buffer.from(xml).toString('base64');
}

function exchange(port: number, host: string, sent: SentRequest): Promise<Answered> {
  const body = sent.fields && `${new URLSearchParams(sent.fields)}`;
  const headers = {
    host,
    accept: 'text/html,*/*;q=0.8',
    'accept-language': 'en',
    'sec-fetch-mode': 'navigate',
    ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
    ...sent.headers,
  };
  const { pathname, search } = new URL(sent.url, `http://${host}`);
  return new Promise((resolve, reject) => {
    const leaving = httpRequest(
      { host: '127.0.0.1', port, method: sent.method ?? 'GET', path: pathname + search, headers },
      async (answer) => {
        const received = new Headers();
        for (let index = 0; index < answer.rawHeaders.length; index += 2)
          received.append(answer.rawHeaders[index] ?? '', answer.rawHeaders[index + 1] ?? '');
        const chunks: Buffer[] = [];
        for await (const chunk of answer) chunks.push(chunk as Buffer);
        resolve({
          status: answer.statusCode ?? 0,
          headers: received,
          text: Buffer.concat(chunks).toString(),
        });
      },
    );
    leaving.on('error', reject).end(body);
  });
}
