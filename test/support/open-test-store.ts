import { randomBytes, randomUUID } from 'node:crypto';
import { Redacted } from '../../src/base/redacted.ts';
import type { CountryCode } from '../../src/domain/eidas-country/index.ts';
import type { EidasLink, PersonIdentifier } from '../../src/domain/identity-matching/index.ts';
import type { Organisation, OrganisationCode, OrganisationId } from '../../src/domain/organisation/index.ts';
import type {
  NationalNumber,
  NationalNumberDigits,
  Person,
  PersonId,
  SubjectIdentifier,
} from '../../src/domain/person/index.ts';
import { type DataKeys, openStore, type Store } from '../../src/store/index.ts';
import { freshDatabase, type TestServer } from './database.ts';
import { presentOr } from './run-clock.ts';

export type TestContext = { after(work: () => Promise<void>): void };

/** Where test servers stand besides the default one. */
export type TestStore = {
  readonly store: Store;
  readonly url: string;
  readonly keys: DataKeys;
  /** The moment that the store's clock shows; `moveTo` moves it. */
  now(): Date;
  moveTo(moment: Date): void;
};

/** The present of these tests: late on an ordinary day. */
export const NOON = presentOr(new Date('2026-11-22T12:00:00Z'));

/** Fresh keys for stored data. */
export function testKeys(): DataKeys {
  return {
    sealing: { current: { id: 'test-1', key: randomBytes(32) }, previous: [] },
    hashing: { key: randomBytes(32) },
  };
}

/** A store on a database of its own, closed and dropped at the end of the test. */
export async function openTestStore(test: TestContext, server?: TestServer): Promise<TestStore> {
  const database = await freshDatabase(undefined, server);
  const keys = testKeys();
  let moment = NOON;
  const { url, poolerUrl } = database;
  const store = await openStore({ url, poolerUrl, keys, clock: () => moment });
  test.after(async () => {
    await store.close();
    await database.drop();
  });
  return {
    store,
    url,
    keys,
    now: () => moment,
    moveTo: (next) => {
      moment = next;
    },
  };
}

/** A number as the parser would give it; the check digits are of no interest to the store. */
export function numberOf(digits: string): NationalNumber {
  return {
    digits: new Redacted(digits as NationalNumberDigits),
    kind: Number(digits.slice(2, 4)) > 12 ? 'BIS' : 'RN',
    year: 1985,
    month: 7,
    day: 30,
    sex: 'male',
  };
}

/** A person with a random id; `changes` replace what a test cares about. */
export function personWith(changes: Partial<Person> = {}): Person {
  return {
    id: randomUUID() as PersonId,
    subject: randomBytes(20).toString('hex') as SubjectIdentifier,
    number: null,
    givenNames: 'Anna',
    familyName: 'Musterfrau',
    since: NOON,
    ...changes,
  };
}

/** A live link of an identifier to a person. */
export function linkTo(person: PersonId, identifier: string): EidasLink {
  return {
    id: randomUUID(),
    country: 'DE' as CountryCode,
    identifier: new Redacted(identifier as PersonIdentifier),
    persistence: 'A',
    person,
    source: 'number-and-register',
    decidedBy: 'system',
    linkedAt: NOON,
    ended: null,
  };
}

/** An enterprise, open since before `NOON`. */
export function enterprise(code: string, changes: Partial<Organisation> = {}): Organisation {
  return {
    id: randomUUID() as OrganisationId,
    targetGroup: 'EA',
    code: code as OrganisationCode,
    name: `Enterprise ${code}`,
    country: 'BE',
    validity: { from: new Date('2020-01-01T00:00:00Z'), until: null },
    parent: null,
    mergedInto: null,
    ...changes,
  };
}
