import { randomBytes, randomUUID } from 'node:crypto';
import { later, MINUTE } from '../../src/base/time.ts';
import type { SuspicionPolicy } from '../../src/domain/account/index.ts';
import type { OidcApplication } from '../../src/domain/application/index.ts';
import type { CountryCode, EidasCountry } from '../../src/domain/eidas-country/index.ts';
import type { PersonIdentifier, PresentedIdentity } from '../../src/domain/identity-matching/index.ts';
import type { Tile } from '../../src/domain/login-means/index.ts';
import type { NationalNumber, RegisteredPerson } from '../../src/domain/person/index.ts';
import { parseNationalNumber } from '../../src/domain/person/index.ts';
import {
  type Attempt,
  type AttemptId,
  type BeginLogin,
  type BrowserBinding,
  type EidasAnswer,
  type Login,
  openLogin,
  type Reply,
} from '../../src/login/index.ts';
import { application } from './application-example.ts';
import { openTestStore, type TestContext, type TestStore } from './open-test-store.ts';
import { eidas } from './tile-examples.ts';

export const ownBrowser = 'the browser that began' as BrowserBinding;
export const otherBrowser = 'another browser' as BrowserBinding;
export const address = '192.0.2.10';

/** A number that passes its checks and is nobody's. */
export const number = '95501799861';

export const identity: PresentedIdentity = {
  country: 'DE' as CountryCode,
  identifier: 'DE/BE/anna' as PersonIdentifier,
  familyName: { latin: 'Müller', original: null },
  givenNames: { latin: 'Anna', original: null },
  birthDate: '1995-10-17',
  birthName: null,
  birthPlace: 'Köln',
  sex: 'female',
  nationalities: ['DE'],
  assurance: 'high',
  notified: true,
};

const germany: EidasCountry = {
  code: 'DE' as CountryCode,
  name: { en: 'Germany' },
  status: { kind: 'open' },
  means: [{ name: 'Online-Ausweis', assurance: 'high', notifiedOn: null }],
  persistence: 'B',
  metadata: '<md/>',
  trust: [],
  binding: null,
  entityId: null,
  signers: [],
  refreshFrom: null,
  validFrom: null,
  validUntil: null,
  source: null,
};

/** A login on a real store, with a member state that says what the test wants. */
export type LoginWalk = {
  readonly test: TestStore;
  readonly login: Login;
  readonly klip: OidcApplication;
  /** Begins a login in this browser, to KLIP where `more` names no other application. */
  begin(
    browser?: BrowserBinding,
    asked?: Partial<Attempt['request']>,
    more?: Partial<Pick<BeginLogin, 'application' | 'device' | 'language'>>,
  ): Promise<Attempt>;
  answer(id: AttemptId, answer: Parameters<Login['answer']>[2], browser?: BrowserBinding): Promise<Reply>;
  /** Puts a checked answer aside for the attempt, as the connector would; the handle under which it waits. */
  bring(id: AttemptId, answer?: EidasAnswer): Promise<string>;
  /** Walks as far as the question for the number. */
  askedForNumber(presented?: PresentedIdentity): Promise<AttemptId>;
  stateOf(id: AttemptId): Promise<Attempt['state']>;
};

type LoginWalkOptions = { readonly tiles?: readonly Tile[]; readonly suspicion?: SuspicionPolicy };

/** Opens a world with KLIP, Germany and one person in the register: Anna, with `number`. */
export async function openLoginWalk(
  context: TestContext,
  { tiles = [eidas], suspicion = { newDeviceBelow: null } }: LoginWalkOptions = {},
): Promise<LoginWalk> {
  const test = await openTestStore(context);
  const klip = application('klip');
  await test.store.inTransaction(['applications', 'countries'], async (stores) => {
    await stores.applications.put(klip);
    await stores.countries.put(germany);
  });
  const register = await test.store.registerImport.begin();
  await register.addBatch([registeredAnna()]);
  await register.commit();
  const login = openLogin({
    clock: test.now,
    randomness: {
      token: (bits = 256) => randomBytes(bits / 8).toString('base64url'),
      bytes: (count) => randomBytes(count),
      uuid: () => randomUUID(),
    },
    eidas: {
      request: async (country, ask) => ({
        kind: 'ready',
        departure: { kind: 'redirect', url: 'https://eidas.example.de/' },
        issued: ask.again ?? {
          id: `_${randomBytes(20).toString('hex')}`,
          attempt: ask.attempt,
          country: country.code,
          assurance: ask.assurance,
          attributes: [],
          issuedAt: ask.at,
          expiresAt: later(ask.at, 30 * MINUTE),
        },
      }),
    },
    tiles: async () => tiles,
    inTransaction: test.store.inTransaction,
    settings: {
      attemptMilliseconds: 60 * MINUTE,
      longestAttemptMilliseconds: 180 * MINUTE,
      matchingBounds: {
        perIdentifier: 5,
        perAddress: 30,
        windowMilliseconds: 24 * 60 * MINUTE,
        restMilliseconds: 900_000,
      },
      testCountries: false,
      proofMilliseconds: 120 * MINUTE,
      suspicion,
    },
  });
  const begin: LoginWalk['begin'] = (browser = ownBrowser, asked = {}, more = {}) =>
    login.begin({
      browser,
      application: klip.id,
      language: 'en',
      half: { asked: {} },
      request: {
        protocol: 'oidc',
        scopes: ['openid', 'vo'],
        means: klip.loginMeans,
        acrAsked: false,
        wish: null,
        known: null,
        ...asked,
      },
      ...more,
    });
  const bring: LoginWalk['bring'] = async (id, answer = { kind: 'authenticated', identity }) => {
    const handle = randomBytes(32).toString('base64url');
    await test.store.inTransaction(['answers'], (stores) =>
      stores.answers.keep(
        handle,
        { attempt: id, answer, receivedAt: test.now() },
        later(test.now(), 60 * MINUTE),
      ),
    );
    return handle;
  };
  const answer: LoginWalk['answer'] = (id, said, browser = ownBrowser) => login.answer(id, browser, said);
  return {
    test,
    login,
    klip,
    begin,
    answer,
    bring,
    async askedForNumber(presented = identity) {
      const { id } = await begin();
      await answer(id, { kind: 'choose-country', country: 'DE' });
      await login.receive(await bring(id, { kind: 'authenticated', identity: presented }), ownBrowser);
      return id;
    },
    async stateOf(id) {
      const attempt = await test.store.attempts.find(id);
      if (!attempt) throw new Error('there is no such attempt');
      return attempt.state;
    },
  };
}

/** Anna as the register knows her: exactly what her eID tells. */
export function registeredAnna(): RegisteredPerson {
  return {
    number: parsed(number),
    familyName: 'Mueller',
    givenNames: 'Anna',
    birthDate: { year: 1995, month: 10, day: 17 },
    birthPlace: 'Köln',
    sex: 'female',
    nationality: 'DE',
    address: { street: null, postcode: null, municipality: null, country: null },
  };
}

function parsed(digits: string): NationalNumber {
  const read = parseNationalNumber(digits, new Date('2026-11-22T12:00:00Z'));
  if (read.kind === 'refused') throw new Error(`${digits} is not a number`);
  return read.number;
}
