import { randomBytes, randomUUID } from 'node:crypto';
import type { World } from '../../src/base/unit-of-work.ts';
import {
  type AccountKeySettings,
  type AccountKeys,
  type KeyHolder,
  openAccountKeys,
  type PasskeyFacts,
} from '../../src/domain/account-keys/index.ts';
import type { KeyResetStores } from '../../src/domain/key-reset/index.ts';
import type { Authentication, PasskeyProvider, ProviderCode } from '../../src/domain/login-means/index.ts';
import type { Mail, Outbox } from '../../src/domain/notification/index.ts';
import type { Person } from '../../src/domain/person/index.ts';
import { timedCodes } from '../../src/protocols/one-time-codes/totp.ts';
import { mailSender } from './mail-sender.ts';
import { openTestStore, personWith, type TestContext, type TestStore } from './open-test-store.ts';

const url = (bits = 256) => randomBytes(Math.ceil(bits / 8)).toString('base64url');

/** Facts of a passkey that stays on its device, and whose maker nobody asked. */
export const deviceBound: PasskeyFacts = {
  aaguid: '00000000-0000-0000-0000-000000000000',
  isAttested: false,
  transports: ['internal'],
  isSynced: false,
  isBackedUp: false,
};

/** Any passkey, as an operator would describe it. */
export const passkeyProvider: PasskeyProvider = {
  code: 'passkeys' as ProviderCode,
  kind: 'passkey',
  name: null,
  hint: null,
  status: { kind: 'open' },
  validFrom: null,
  validUntil: null,
  policy: { kind: 'any' },
  perRight: [],
  attestationRoots: [],
};

/** A credential that no authenticator made. */
export function madeUpCredential(counter = 1) {
  return { id: url(128), publicKey: url(512), counter };
}

export type KeyTest = {
  readonly test: TestStore;
  /** The store, with an outbox that shows its mails. */
  readonly world: World<KeyResetStores, AccountKeySettings>;
  readonly keys: AccountKeys;
  readonly anna: Person;
  /** Anna, who logged in strongly. */
  readonly by: KeyHolder;
  /** The mails that were sent, the oldest first. */
  readonly mails: readonly Mail[];
  /** The code of the mail that was sent last. */
  lastCode(): string;
};

/** Own means, on a store of their own or that of a test, with one person who logged in with the eID of another member state. */
export async function openKeyTest(
  context: TestContext,
  on?: TestStore,
  changes: Partial<Person> = {},
): Promise<KeyTest> {
  const test = on ?? (await openTestStore(context));
  const anna = personWith(changes);
  await test.store.inTransaction(['persons'], ({ persons }) => persons.add(anna));
  const mails: Mail[] = [];
  const keepAndSend = (outbox: Outbox) => async (mail: Mail) => {
    mails.push(mail);
    await outbox.send(mail);
  };
  const world: KeyTest['world'] = {
    clock: test.now,
    randomness: {
      token: url,
      bytes: (count) => randomBytes(count),
      uuid: randomUUID,
    },
    settings: { sender: mailSender, oneTimeCodes: timedCodes },
    inTransaction: (names, work) =>
      test.store.inTransaction(names, (stores) =>
        work(
          'outbox' in stores ? { ...stores, outbox: { send: keepAndSend(stores.outbox as Outbox) } } : stores,
        ),
      ),
  };
  return {
    test,
    world,
    keys: openAccountKeys(world),
    anna,
    by: loggedIn(anna),
    mails,
    lastCode: () => /\d{3} \d{3}/.exec(mails.at(-1)?.text ?? '')?.[0] ?? '',
  };
}

/** Whoever logged in: by this means, on this level. */
export function loggedIn(
  { id: person }: Pick<Person, 'id'>,
  authentication: Pick<Authentication, 'means' | 'assurance'> = { means: 'eidashigh', assurance: 'high' },
): KeyHolder {
  return { person, authority: { kind: 'login', authentication }, language: 'en' };
}

/** The secret of an app, out of what is typed into it (RFC 4648 base 32). */
export function secretOf(text: string): Uint8Array {
  const bits = [...text].map((sign) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'),
  );
  return Uint8Array.from(bits.join('').match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
}
