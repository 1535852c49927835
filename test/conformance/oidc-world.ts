import assert from 'node:assert/strict';
import { createHmac, generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterOthers } from '#src/base/changed-meanwhile.ts';
import { Redacted } from '#src/base/redacted.ts';
import type { OidcApplication } from '#src/domain/application/index.ts';
import type { Capacity } from '#src/domain/capacity/index.ts';
import type { Authentication } from '#src/domain/login-means/index.ts';
import type { Organisation } from '#src/domain/organisation/index.ts';
import { newSubjectIdentifier, type Person, parseNationalNumber } from '#src/domain/person/index.ts';
import type {
  Attempt,
  BrowserBinding,
  EndStores,
  LoginOutcome,
  ProtocolPages,
  WayOn,
} from '#src/login/index.ts';
import {
  type Oidc,
  type OidcKey,
  type OidcSettings,
  type OidcStores,
  openOidc,
} from '#src/protocols/oidc/index.ts';
import { openLanguages } from '../../src/base/language.ts';
import { fakeDevices } from '../support/fake-devices.ts';
import { type Browser, openBrowser } from './oidc-browser.ts';
import { type FakeLogin, openFakeLogin } from './oidc-login.ts';
import { type MemoryStore, openMemoryStore } from './oidc-memory.ts';

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });

export const signingKeys: readonly OidcKey[] = [
  {
    kid: 'rsa-1',
    algorithm: 'RS256',
    privateJwk: { ...rsa.privateKey.export({ format: 'jwk' }) },
    current: true,
  },
  {
    kid: 'ec-1',
    algorithm: 'ES256',
    privateJwk: { ...ec.privateKey.export({ format: 'jwk' }) },
    current: true,
  },
];

export type World = {
  readonly origin: string;
  readonly issuer: string;
  readonly oidc: Oidc;
  readonly store: MemoryStore;
  readonly login: FakeLogin;
  readonly failures: unknown[];
  addApplication(described?: Partial<OidcApplication>): OidcApplication & { readonly id: string };
  addPerson(capacities: readonly Capacity[], number?: string): Person;
  /** Ends a login in this browser, as the platform does, whose answer may get lost before it arrives. */
  end(browser: Browser, id: string, outcome: LoginOutcome): Promise<WayOn>;
  /** The address at which a finished login comes to the same again. */
  wayBack(id: string): string;
  /** From the address of a login page to the redirect to the application. */
  logIn(
    browser: Browser,
    page: URL,
    person: Person,
    how?: Partial<Authentication>,
    key?: string,
  ): Promise<URL>;
  /** The whole way of a person who has not logged in: authorization request, login, response. */
  authorize(
    browser: Browser,
    parameters: Record<string, string>,
    person: Person,
    how?: Partial<Authentication>,
  ): Promise<URL>;
  authorizationUrl(parameters: Record<string, string>): string;
  /** Sends a request from a browser, and answers with where it leads and the login that waits there. */
  send(
    parameters: Record<string, string>,
    browser?: Browser,
  ): Promise<Awaited<ReturnType<Browser['follow']>> & { readonly attempt: Attempt | undefined }>;
  browser(): Browser;
  close(): Promise<void>;
};

export const callback = 'https://app.example/callback';

/** A provider on a free port of this machine, with a store in memory and a login without pages. */
export async function openWorld(
  keys: readonly OidcKey[] = signingKeys,
  { publicIssuer, kept }: { readonly publicIssuer?: string; readonly kept?: MemoryStore['ports'] } = {},
): Promise<World> {
  const clock = () => new Date();
  const store = openMemoryStore(clock);
  const login = openFakeLogin(clock);
  const ports = kept ?? store.ports;
  const failures: unknown[] = [];
  const server = createServer((request, response) => {
    oidc.handle(request, response).catch((error) => failures.push(error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const issuer = `${origin}/op`;
  const binding = randomBytes(32);
  const settings = {
    issuer: publicIssuer ?? issuer,
    keys,
    login,
    pages,
    languages: openLanguages(),
    ports: {
      ...ports,
      inTransaction: noting((names, work) => ports.inTransaction(names, work), login),
      clock,
      devices: fakeDevices,
      bindBrowser: (secret: string) =>
        createHmac('sha256', binding).update(secret).digest('base64url') as BrowserBinding,
    },
    sessionSeconds: 7200,
    interactionSeconds: 3600,
    logFailure: (_correlation: unknown, error: unknown) => failures.push(error),
  };
  const oidc = openOr(settings, () => server.close());
  const authorizationUrl = (parameters: Record<string, string>) =>
    `${issuer}/v1/auth?${new URLSearchParams(parameters)}`;
  const world: World = {
    origin,
    issuer,
    oidc,
    store,
    login,
    failures,
    browser: openBrowser,
    authorizationUrl,
    addApplication(described = {}) {
      const application = { ...example, id: randomUUID() as OidcApplication['id'], ...described };
      store.applications.set(application.id, application);
      return application;
    },
    addPerson(capacities, number = '85073003328') {
      const parsed = parseNationalNumber(number, clock());
      assert.equal(parsed.kind, 'parsed');
      const person: Person = {
        id: randomUUID() as Person['id'],
        subject: newSubjectIdentifier(randomBytes(20)),
        number: parsed.kind === 'parsed' ? parsed.number : null,
        givenNames: 'Anneliese',
        familyName: 'Weißhaupt',
        since: clock(),
      };
      store.persons.push(person);
      login.capacities.set(person.id, [...capacities]);
      return person;
    },
    async send(parameters, browser = openBrowser()) {
      const led = await browser.follow(authorizationUrl(parameters), `${issuer}/`);
      const attempt = login.attempts.get(led.location?.pathname.split('/').at(-1) ?? '')?.attempt;
      return { ...led, attempt };
    },
    wayBack: (id) => `${issuer}/v1/auth/${id}`,
    async end(browser, id, outcome) {
      const waiting = oidc.waitingFor({
        cookie: browser.cookiesFor(`${origin}/login/${id}`),
        acceptLanguage: undefined,
      });
      return afterOthers(() =>
        ports.inTransaction(['attempts', 'audit', 'oidc'], async ({ attempts, audit, oidc: changes }) => {
          const attempt = await attempts.find(id as Attempt['id']);
          assert.ok(attempt, `${id} is a login`);
          const { persons } = ports;
          const stores = { audit, oidc: changes, persons } as EndStores;
          const { wayOn, half } = await waiting({ attempt, outcome }, stores);
          if (half) await attempts.save({ ...attempt, version: attempt.version + 1, half });
          return wayOn;
        }),
      );
    },
    async logIn(browser, page, person, how = {}, key) {
      const id = page.pathname.split('/').at(-1) ?? '';
      const attempt = login.attempts.get(id)?.attempt;
      assert.ok(attempt, `${page.href} is the address of a login`);
      const outcome = login.finish(id, person.id, how, key);
      const way = await world.end(browser, id, outcome);
      assert.ok(way.kind === 'address', JSON.stringify(way));
      browser.take(way.cookies);
      return new URL(way.url);
    },
    async authorize(browser, parameters, person, how) {
      const begun = await world.send(parameters, browser);
      assert.equal(begun.location?.origin, origin, 'the person is sent to the login');
      return world.logIn(browser, begun.location, person, how);
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return world;
}

/** The same unit of work, of which the login in the person's place notes what begins. */
function noting(
  inTransaction: OidcSettings['ports']['inTransaction'],
  login: FakeLogin,
): OidcSettings['ports']['inTransaction'] {
  return async (names, work) => {
    const begun: Attempt[] = [];
    const answer = await inTransaction(names, (stores) => {
      const { attempts } = stores as Partial<OidcStores>;
      if (!attempts) return work(stores);
      const noted = {
        ...attempts,
        async add(attempt: Attempt) {
          begun.push(attempt);
          await attempts.add(attempt);
        },
      };
      return work({ ...stores, attempts: noted });
    });
    begun.forEach(login.note);
    return answer;
  };
}

/** Opens the provider; when it refuses, what was opened for it is closed. */
function openOr(settings: OidcSettings, close: () => void): Oidc {
  try {
    return openOidc(settings);
  } catch (error) {
    close();
    throw error;
  }
}

/** Asks the token endpoint with HTTP Basic, as RFC 6749 2.3.1 encodes it. */
export function redeem(
  world: World,
  application: OidcApplication,
  parameters: Record<string, string>,
  headers: Record<string, string> = basic(application),
): Promise<Response> {
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    redirect_uri: callback,
    ...parameters,
  });
  return fetch(`${world.issuer}/v1/token`, { method: 'POST', body, headers });
}

/** The parameters of an honest authorization request. */
export function asking(
  application: OidcApplication,
  more: Record<string, string> = {},
): Record<string, string> {
  return {
    response_type: 'code',
    client_id: application.id,
    redirect_uri: callback,
    scope: 'openid profile vo rrn klip',
    ...more,
  };
}

export type Tokens = {
  readonly access_token: string;
  readonly id_token: string;
  readonly [name: string]: unknown;
};

/** Logs a person in to an application and redeems the code. */
export async function tokensFor(
  world: World,
  application: OidcApplication,
  person: Person,
  more: Record<string, string> = {},
  browser: Browser = world.browser(),
): Promise<Tokens> {
  const back = await world.authorize(browser, asking(application, more), person);
  const response = await redeem(world, application, { code: back.searchParams.get('code') ?? '' });
  assert.equal(response.status, 200, await response.clone().text());
  return (await response.json()) as Tokens;
}

export function basic(application: OidcApplication): Record<string, string> {
  const secret = encodeURIComponent(application.secret?.reveal() ?? '');
  return {
    authorization: `Basic ${Buffer.from(`${encodeURIComponent(application.id)}:${secret}`).toString('base64')}`,
  };
}

export const organisation: Organisation = {
  id: 'f3d5b9a0-0000-4000-8000-000000000001' as Organisation['id'],
  targetGroup: 'EA',
  code: '0426994097' as Organisation['code'],
  name: 'SanoRice',
  country: 'BE',
  validity: { from: new Date(0), until: null },
  parent: null,
  mergedInto: null,
};

export const forCompany: Capacity = {
  kind: 'organisation',
  organisation,
  basis: ['right'],
  rights: [
    { right: 'KLIPgebruiker', contexts: ['Planaanvrager', 'Raadpleger'], organisation: organisation.code },
  ],
  voId: '5c1bd9b1-0d4f-4a5e-8a0c-1f6f1f3ad101',
  email: 'anneliese@sanorice.example',
};

export const otherCompany: Capacity = {
  ...forCompany,
  organisation: {
    ...organisation,
    id: 'f3d5b9a0-0000-4000-8000-000000000002' as Organisation['id'],
    code: '0207509031' as Organisation['code'],
    name: 'Affligem',
  },
  basis: ['legal-representative'],
  rights: [],
};

const example: Omit<OidcApplication, 'id'> = {
  name: { nl: 'KLIP', en: 'KLIP' },
  protocol: 'oidc',
  secret: new Redacted('a-secret/with+signs:and%'),
  jwks: null,
  clientAuthentication: ['client_secret_basic', 'client_secret_post'],
  redirectUris: [callback],
  postLogoutRedirectUris: ['https://app.example/left'],
  scopes: ['openid', 'profile', 'vo', 'rrn', 'klip'],
  openTo: [
    { targetGroup: 'BUR', level: 'group' },
    { targetGroup: 'EA', level: 'organisation' },
  ],
  assurance: 'substantial',
  loginMeans: ['eid', 'itsme', 'eidashigh', 'eidassubstantial'],
  rights: [
    {
      code: 'KLIPgebruiker',
      name: { nl: 'KLIP gebruiker' },
      description: null,
      contexts: ['Planaanvrager', 'Raadpleger'],
      contextRequired: true,
    },
  ],
  rightRequired: true,
  openToLegalRepresentatives: true,
  roleClaim: { scope: 'klip', name: 'klip_rol_3d', format: '3d' },
  idTokenAlgorithm: 'RS256',
  confirmSharing: 'never',
  compatibility: { pkce: 'optional', issParameter: false, assertionAudience: ['issuer', 'tokenEndpoint'] },
  homeUri: 'https://app.example/',
};

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const pages: ProtocolPages = {
  protocolProblem: ({ problem, language, correlation }) =>
    `<h1 lang="${language}">${problem}</h1><p>${correlation}</p>`,
  signedOut: ({ language, application, others }) =>
    `<h1 lang="${language}">signed out</h1><p>${application?.id ?? 'nobody'}</p><ul>${others.map(({ id }) => `<li>${id}</li>`).join('')}</ul>`,
  askLogout: ({ application, fields }) =>
    `<h1>log out?</h1><p>${application.id}</p><p>${Object.entries(fields).join(' ')}</p>`,
  submitForm: ({ action, fields }) =>
    `<form method="post" action="${escapeHtml(action)}">${Object.entries(fields)
      .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`)
      .join('')}<noscript><button>Continue</button></noscript></form>`,
  headers: (formAction) => ({
    'content-security-policy': `default-src 'none'; form-action ${formAction ?? "'none'"}`,
  }),
};
