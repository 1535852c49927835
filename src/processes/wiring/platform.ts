import type { Logger } from 'pino';
import { describeError } from '../../base/error-code.ts';
import { type Clock, HOUR, SECOND } from '../../base/time.ts';
import type { Settings } from '../../config/settings.ts';
import { healthOfOpen, parseCountryCode } from '../../domain/eidas-country/index.ts';
import { matchingBounds } from '../../domain/identity-matching/index.ts';
import { openJoinDesk } from '../../domain/joining/index.ts';
import { tilesOf } from '../../domain/login-means/index.ts';
import { openMatchingLog } from '../../domain/matching-log/index.ts';
import { openPlatformDesk } from '../../domain/platform/index.ts';
import {
  type Login,
  type LoginSettings,
  type OpenIdMeans,
  openLogin,
  openOpenIdMeans,
} from '../../login/index.ts';
import { openClamav } from '../../outside/documents/clamav.ts';
import { openDocumentReader } from '../../outside/documents/prepare-document.ts';
import { openBoundedFetch } from '../../outside/providers/open-bounded-fetch.ts';
import { type Eidas, openEidas } from '../../protocols/eidas/index.ts';
import { type OidcSettings, openOidc } from '../../protocols/oidc/index.ts';
import { openUpstream } from '../../protocols/upstream/index.ts';
import { openInvitations } from '../../protocols/webauthn/index.ts';
import type { Store } from '../../store/index.ts';
import {
  type Door,
  type DoorOptions,
  kindsWithPages,
  nearestPage,
  openDoor,
  openPages,
  openThrottle,
  openWeb,
  type WebSettings,
  type WebWorld,
} from '../../web/index.ts';
import type { OpenKeys } from '../keys/open-keys.ts';
import { openCertificateDoor } from '../serving/certificate-door.ts';
import { openReadiness } from '../serving/readiness.ts';
import { openAccounts } from './account.ts';
import { openCasework } from './casework.ts';
import { type Certificates, openCertificates } from './certificates.ts';
import { invitationWorld } from './invitations.ts';
import { languagesOf } from './languages.ts';
import { openOrganisations } from './organisations.ts';
import { openOwnMeans, ownRelyingParty } from './own-means.ts';
import { openOwnSessions } from './own-sessions.ts';
import {
  contact,
  LONGEST_ATTEMPT,
  ORGANISATION_SEARCHES_PER_HOUR,
  REFUSED_UPLOADS_PER_HOUR,
} from './policy.ts';
import { systemRandomness } from './randomness.ts';

export type PlatformOptions = {
  readonly settings: Settings;
  readonly keys: OpenKeys;
  readonly store: Store;
  readonly log: Logger;
  readonly clock: Clock;
  /** Demo people and addresses; `null` outside the demo, and then no demo means work. */
  readonly demo: WebWorld['demo'];
  /** Whether everything around the platform is there too, where that matters. */
  readonly isOpen?: () => boolean;
};

/** The platform, ready to answer requests. It keeps nothing that another process would need. */
export type Platform = Door & { readonly login: Login; readonly certificates: Certificates };

/** Puts the parts together: login on store and connector, protocols on login, pages on both. */
export function openPlatform(options: PlatformOptions): Platform {
  const { settings, keys, store, log, clock, demo, isOpen } = options;
  const languages = languagesOf(settings);
  const eidas = openConnector(options);
  const tiles = async (at: Date) =>
    tilesOf(await store.meansProviders.list(), at).filter(({ kind }) => kindsWithPages.includes(kind));
  const certificates = openCertificates(options);
  const login = openLogin({
    clock,
    randomness: systemRandomness,
    eidas: eidas.connector,
    tiles,
    inTransaction: store.inTransaction,
    settings: loginSettings(settings),
  });
  const shown = openPages({ origin: settings.origin, demo: demo !== null, contact, clock, languages });
  const oidc = openProvider(options, { login, pages: shown, languages });
  const { inTransaction } = store;
  const casework = openCasework({ store, settings, clock });
  const own = openOwnSessions({ login, store, settings, clock });
  const web = openWeb({
    login,
    giveMoreTime: login.giveMoreTime,
    bindBrowser: keys.bindBrowser,
    devices: keys.devices,
    waitingFor: (visit) => {
      const application = oidc.waitingFor(visit);
      return (end, stores) => (own.waitingFor(end.attempt.application) ?? application)(end, stores);
    },
    keptForms: store.keptForms,
    countries: store.countries,
    staff: own.staff,
    offices: () => inTransaction(['staff'], (stores) => stores.staff.offices(clock())),
    applicants: own.applicants,
    invitations: openInvitations(
      ownRelyingParty(settings.origin, casework.settings.sender),
      clock,
      own.invited,
    ),
    accounts: own.accounts,
    ...openOrganisations({ store, clock, sender: casework.settings.sender }),
    organisationSessions: own.organisations,
    applications: store.applications.list,
    account: openAccounts({ store, clock, sender: casework.settings.sender, tiles }),
    ...openOwnMeans({ ...options, sender: casework.settings.sender }),
    organisationSearches: openThrottle(clock, ORGANISATION_SEARCHES_PER_HOUR, HOUR),
    requests: casework.requests,
    desk: casework.desk,
    counter: casework.counter,
    reports: store.caseReports,
    matchingLog: openMatchingLog({ clock, randomness: systemRandomness, inTransaction }),
    joins: openJoinDesk({ clock, randomness: systemRandomness, settings: casework.settings, inTransaction }),
    templates: casework.templates,
    platform: openPlatformDesk({ ...invitationWorld(store, settings, clock), inTransaction }),
    mailDesk: casework.mailDesk,
    casework: casework.settings,
    refusedUploads: openThrottle(clock, REFUSED_UPLOADS_PER_HOUR, HOUR),
    documents: openDocumentReader({ scanner: settings.clamd === null ? null : openClamav(settings.clamd) }),
    eidas: eidas.reception,
    openId: openProviders(options, login),
    certificates: certificates.pages,
    demo,
    isReady: openReadiness(store, log, isOpen),
    clock,
    log,
    settings: webSettings(settings, keys),
    languages,
  });
  const door = openDoorBefore(options, { pages: shown, web, provider: oidc, languages });
  const { proxies, header: form } = settings.certificates;
  const { handle } = door;
  const { visits } = certificates;
  return {
    ...door,
    login,
    certificates,
    handle: openCertificateDoor({ proxies, form, visits, log, handle }),
  };
}

/** What stands before every page and every request of a protocol. */
function openDoorBefore(
  { settings, store, log, clock }: PlatformOptions,
  behind: Pick<DoorOptions, 'pages' | 'provider' | 'languages'> & {
    readonly web: ReturnType<typeof openWeb>;
  },
): Door {
  return openDoor({
    ...behind,
    origin: settings.origin,
    requestsPerMinute: settings.requestsPerMinute,
    trustedProxies: settings.trustedProxies ?? 0,
    clock,
    log,
    pageOf: (path) => nearestPage(behind.web, path),
    figures: {
      mail: () => store.outbox.countsByState(clock()),
      duties: store.duties.troubles,
      countries: () => healthOfOpen(store.countries),
    },
  });
}

function loginSettings(settings: Settings): LoginSettings {
  return {
    attemptMilliseconds: settings.loginAttemptTtlSeconds * SECOND,
    longestAttemptMilliseconds: settings.loginAttemptTtlSeconds * LONGEST_ATTEMPT * SECOND,
    matchingBounds,
    proofMilliseconds: settings.sessionTtlSeconds * SECOND,
    suspicion: { newDeviceBelow: settings.newDeviceAssurance },
    testCountries: settings.testCountries,
  };
}

function webSettings({ origin, trustedProxies, securityContact }: Settings, keys: OpenKeys): WebSettings {
  return { origin, formKey: keys.forms, trustedProxies: trustedProxies ?? 0, contact, securityContact };
}

function openProvider(
  { settings, keys, store, log, clock }: PlatformOptions,
  { login, pages, languages }: Pick<OidcSettings, 'login' | 'pages' | 'languages'>,
) {
  return openOidc({
    issuer: `${settings.origin}/op`,
    keys: keys.oidc,
    ports: {
      inTransaction: store.inTransaction,
      attempts: store.attempts,
      states: store.oidc,
      grants: store.grants,
      applications: store.applications,
      persons: store.persons,
      bindBrowser: keys.bindBrowser,
      devices: keys.devices,
      audit: (...events) => store.audit.record(...events),
      clock,
    },
    login,
    pages,
    languages,
    sessionSeconds: settings.sessionTtlSeconds,
    interactionSeconds: settings.loginAttemptTtlSeconds * LONGEST_ATTEMPT,
    logFailure: (correlation, error) =>
      log.error({ correlation, ...describeError(error) }, 'protocol request failed'),
  });
}

/** Logins by OpenID providers, with Sluis as their client. */
function openProviders({ settings, store, clock }: PlatformOptions, login: Login): OpenIdMeans {
  const { origin, providersAt, sessionTtlSeconds } = settings;
  const fetch = openBoundedFetch(providersAt);
  return openOpenIdMeans({
    clock,
    randomness: systemRandomness,
    login,
    upstream: openUpstream({ fetch, clock, origin, allowsPlainHttp: providersAt === 'this-machine' }),
    providers: () => store.meansProviders.list(),
    inTransaction: store.inTransaction,
    proofMilliseconds: sessionTtlSeconds * SECOND,
  });
}

function openConnector({ settings, keys, store, clock }: PlatformOptions): Eidas {
  const country = parseCountryCode(settings.eidas.country);
  if (!country) throw new Error(`${settings.eidas.country} is not a country code`);
  const contactPerson = { email: settings.mail.from };
  return openEidas({
    clock,
    randomness: systemRandomness,
    keys: keys.eidas,
    countries: store.countries,
    inTransaction: store.inTransaction,
    entityId: settings.eidas.entityId,
    acsUrl: `${settings.origin}/eidas/acs`,
    country,
    answerMilliseconds: settings.loginAttemptTtlSeconds * SECOND,
    organization: {
      name: 'Sluis',
      displayName: 'Sluis access and user management',
      url: settings.origin,
      technical: { givenName: 'Operations', ...contactPerson },
      support: { givenName: 'Service desk', ...contactPerson },
    },
  });
}
