import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Logger } from 'pino';
import { type Clock, SECOND } from '../base/time.ts';
import type { Settings } from '../config/settings.ts';
import { parseCountryCode } from '../domain/eidas-country/index.ts';
import type { Tile } from '../domain/login-means/index.ts';
import { type Login, openLogin } from '../login/index.ts';
import { openOidc } from '../protocols/oidc/index.ts';
import type { Store } from '../store/index.ts';
import { openPages, openWeb, type WebWorld } from '../web/index.ts';
import { openConnector } from './eidas/connector.ts';
import { openConnectorMetadata } from './eidas/connector-metadata.ts';
import { openMetadataDirectory } from './eidas/metadata-directory.ts';
import { openReception } from './eidas/reception.ts';
import type { OpenKeys } from './keys/open-keys.ts';
import { openMetrics } from './metrics.ts';
import { contact, matchingBounds } from './policy.ts';
import { systemRandomness } from './randomness.ts';

export type PlatformOptions = {
  readonly settings: Settings;
  readonly keys: OpenKeys;
  readonly store: Store;
  readonly log: Logger;
  readonly clock: Clock;
  /** Demo people and addresses; `null` outside the demo, and then no demo means work. */
  readonly demo: WebWorld['demo'];
};

/** The platform, ready to answer requests. It keeps nothing that another process would need. */
export type Platform = {
  handle(request: IncomingMessage, response: ServerResponse): void;
  readonly login: Login;
};

const belgianTiles: readonly Tile[] = ['eid', 'itsme'];

/** Puts the parts together: login on store and connector, protocols on login, pages on both. */
export function openPlatform({ settings, keys, store, log, clock, demo }: PlatformOptions): Platform {
  const { origin } = settings;
  const acsUrl = `${origin}/eidas/acs`;
  const country = parseCountryCode(settings.eidas.country);
  if (!country) throw new Error(`${settings.eidas.country} is not a country code`);
  const directory = openMetadataDirectory();
  const { entityId } = settings.eidas;
  const randomness = systemRandomness;
  const inTransaction: Store['inTransaction'] = (work) => store.inTransaction(work);
  const login = openLogin({
    clock,
    randomness,
    eidas: openConnector({ randomness, directory, entityId, signing: keys.eidas.signing }),
    inTransaction,
    settings: {
      attemptMilliseconds: settings.loginAttemptTtlSeconds * SECOND,
      matchingBounds,
      tiles: demo ? [...belgianTiles, 'eidas'] : ['eidas'],
    },
  });
  const oidc = openOidc({
    issuer: `${origin}/op`,
    keys: keys.oidc,
    ports: {
      states: store.oidc,
      grants: store.grants,
      applications: store.applications,
      persons: store.persons,
      bindBrowser: keys.bindBrowser,
      audit: (...events) => store.audit.record(...events),
      clock,
    },
    login,
    pages: openPages({ origin, demo: demo !== null, contact, clock }),
    sessionSeconds: settings.sessionTtlSeconds,
    interactionSeconds: settings.loginAttemptTtlSeconds,
    logFailure: (correlation, error) =>
      log.error({ correlation, error: nameOf(error) }, 'protocol request failed'),
  });
  const receive = openReception({
    clock,
    randomness,
    directory,
    connector: { entityId, acsUrl, country, decryptionKeys: keys.eidas.decryption },
    countries: () => store.countries.list(),
    inTransaction,
  });
  const metadata = openConnectorMetadata({
    clock,
    keys: keys.eidas,
    entityId,
    acsUrl,
    country,
    organization: {
      name: 'Sluis',
      displayName: 'Sluis access and user management',
      url: origin,
      technical: { givenName: 'Operations', email: settings.mail.from },
      support: { givenName: 'Service desk', email: settings.mail.from },
    },
  });
  const web = openWeb({
    login,
    bindBrowser: keys.bindBrowser,
    complete: (attempt, outcome) => oidc.complete(attempt.request.interaction, outcome, attempt.correlation),
    eidas: {
      metadata: async () => metadata(),
      receive: ({ samlResponse, relayState }) => receive({ message: samlResponse, relayState }),
    },
    demo,
    isReady: async () =>
      store.ping().then(
        () => true,
        () => false,
      ),
    clock,
    log,
    settings: { origin, formKey: keys.forms, trustedProxies: settings.trustedProxies, contact },
  });
  const pages = getRequestListener(web.fetch, { hostname: new URL(origin).host });
  const metrics = openMetrics();
  return {
    login,
    handle(request, response) {
      metrics.observe(request, response);
      const path = request.url ?? '/';
      if (path === '/op' || path.startsWith('/op/') || path.startsWith('/op?')) {
        void oidc.handle(request, response).catch((error: unknown) => {
          log.error({ error: nameOf(error) }, 'protocol request failed');
          if (!response.headersSent) response.writeHead(500);
          response.end();
        });
      } else if (path === '/metrics') void metrics.answer(response);
      else void pages(request, response);
    },
  };
}

function nameOf(error: unknown): string {
  return error instanceof Error ? `${error.name}${framesOf(error)}` : 'unknown';
}

/** Where it happened; the message itself may quote what people typed. */
function framesOf(error: Error): string {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 6)
    .join(' ');
}
