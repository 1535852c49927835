import { Redacted } from '../../base/redacted.ts';
import { later, MINUTE } from '../../base/time.ts';
import type {
  AccountKey,
  AccountKeyStore,
  FoundApp,
  FoundPasskey,
  NewAccountKey,
} from '../../domain/account-keys/index.ts';
import type { PersonId } from '../../domain/person/index.ts';
import type { StoreContext } from '../ground/context.ts';
import { encodeJson } from '../ground/json.ts';
import { hashEmail, type Protection } from '../ground/sealing.ts';
import * as sql from './account-key-statements.ts';
import { type KeyContent, type KeyRow, openContent, PLACE, readKey } from './key-row.ts';

/** In which codes of one proven address are counted. */
const TRIES_WINDOW = 15 * MINUTE;

/** Own means of people, in the transaction of this context. */
export function accountKeysIn(context: StoreContext): AccountKeyStore {
  return { ...foundIn(context), ...changedIn(context) };
}

type Changes =
  | 'add'
  | 'rename'
  | 'end'
  | 'markPasskeyUsed'
  | 'markStepUsed'
  | 'markUsed'
  | 'countTry'
  | 'forgetTries'
  | 'useRecoveryCode';

function foundIn({ queries, protection }: StoreContext): Omit<AccountKeyStore, Changes> {
  const read = (row: KeyRow | null) => (row === null ? null : readKey(row, openContent(protection, row)));
  const findLive = async (kind: AccountKey['kind'], lookUp: Buffer) =>
    read(await queries.first<KeyRow>(sql.findLive, [kind, lookUp]));
  const userHandleOf = (person: PersonId) => protection.hash('passkey-user', person).toString('base64url');
  return {
    async listOf(person) {
      const rows = await queries.all<KeyRow>(sql.liveOf, [person]);
      return rows.map((row) => readKey(row, openContent(protection, row)));
    },
    async findPasskey(credential) {
      const row = await queries.first<KeyRow>(sql.findPasskey, [protection.hash('passkey', credential)]);
      return row === null ? null : readPasskey(row, openContent(protection, row), userHandleOf);
    },
    async credentialsOf(person) {
      const rows = await queries.all<KeyRow>(sql.liveOf, [person]);
      return rows.flatMap((row) => openContent(protection, row).passkey?.credential ?? []);
    },
    findAddress: (address) => findLive('email', hashEmail(protection, address)),
    async appsOf(person) {
      const rows = await queries.all<KeyRow>(sql.liveOf, [person]);
      return rows.flatMap((row) => readApp(row, openContent(protection, row)));
    },
    findOrganisationAccount: (provider, subject) =>
      findLive('organisation-account', hashAccount(protection, provider, subject)),
    async findRecoveryCode(person, code) {
      for (const row of await queries.all<KeyRow>(sql.liveOf, [person])) {
        const key = readKey(row, openContent(protection, row));
        if (key.kind !== 'recovery') continue;
        const hash = hashRecovery(protection, key.id, code);
        if ((await queries.first(sql.findCode, [key.id, hash])) !== null) return key;
      }
      return null;
    },
    userHandleOf,
  };
}

function changedIn({ queries, protection }: StoreContext): Pick<AccountKeyStore, Changes> {
  return {
    async add(one) {
      const { key } = one;
      const passkey = key.kind === 'passkey' ? key.passkey : null;
      const { counter = 0 } = 'credential' in one ? one.credential : {};
      const values = [
        key.id,
        key.person,
        key.kind,
        lookUpOf(protection, one),
        protection.seal(PLACE, key.id, encodeJson(contentOf(one))),
        counter,
        passkey?.isSynced ?? null,
        passkey?.isBackedUp ?? null,
        key.binding.assurance,
        key.binding.by,
        key.binding.counts,
        key.boundAt,
      ];
      if ((await queries.change(sql.add, values)) !== 1) return { kind: 'taken' };
      if ('codes' in one) {
        const hashes = one.codes.map((code) => hashRecovery(protection, key.id, code.reveal()));
        await queries.changeUnheard(sql.addCodes, [key.id, hashes]);
      }
      return { kind: 'added' };
    },
    async rename(id, name) {
      const row = await queries.first<KeyRow>(sql.find, [id]);
      if (row === null) return;
      const content = encodeJson({ ...openContent(protection, row), name });
      await queries.changeUnheard(sql.setContent, [id, protection.seal(PLACE, id, content)]);
    },
    async end(ids, at, reason) {
      await queries.changeUnheard(sql.end, [ids, at, reason]);
    },
    async markPasskeyUsed(id, { at, counter, isSynced, isBackedUp }) {
      await queries.changeSurely(sql.markPasskeyUsed, [id, at, counter, isSynced, isBackedUp]);
    },
    async markStepUsed(id, step, at) {
      await queries.changeSurely(sql.markStepUsed, [id, step, at]);
    },
    async markUsed(id, at) {
      await queries.changeSurely(sql.markUsed, [id, at]);
    },
    async countTry(id, at) {
      const row = await queries.first<{ tries: number; tries_from: Date }>(sql.countTry, [
        id,
        at,
        later(at, -TRIES_WINDOW),
      ]);
      if (row === null) throw new Error('codes are tried with a key that is not there');
      return { tries: row.tries, until: later(row.tries_from, TRIES_WINDOW) };
    },
    async forgetTries(id) {
      await queries.changeUnheard(sql.forgetTries, [id]);
    },
    async useRecoveryCode(id, code, at) {
      await queries.changeSurely(sql.useCode, [id, hashRecovery(protection, id, code), at]);
    },
  };
}

function hashAccount(protection: Protection, provider: string, subject: string): Buffer {
  return protection.hash('organisation-account', `${provider} ${subject}`);
}

function hashRecovery(protection: Protection, id: string, code: string): Buffer {
  return protection.hash('recovery-code', `${id} ${code}`);
}

function lookUpOf(protection: Protection, one: NewAccountKey): Buffer | null {
  if ('credential' in one) return protection.hash('passkey', one.credential.id);
  if ('subject' in one) return hashAccount(protection, one.key.provider, one.subject.reveal());
  return one.key.kind === 'email' ? hashEmail(protection, one.key.address.reveal()) : null;
}

function contentOf(one: NewAccountKey): KeyContent {
  const { name } = one.key;
  if ('credential' in one) {
    const { aaguid, isAttested, transports } = one.key.passkey;
    const { id: credential, publicKey } = one.credential;
    return { name, passkey: { aaguid, isAttested, transports, credential, publicKey } };
  }
  if ('secret' in one) return { name, secret: Buffer.from(one.secret.reveal()).toString('base64url') };
  if (one.key.kind === 'email') return { name, address: one.key.address.reveal() };
  return one.key.kind === 'organisation-account' ? { name, provider: one.key.provider } : { name };
}

function readPasskey(
  row: KeyRow,
  content: KeyContent,
  userHandleOf: (person: PersonId) => string,
): FoundPasskey | null {
  const key = readKey(row, content);
  if (key.kind !== 'passkey' || content.passkey === undefined) return null;
  const { credential: id, publicKey } = content.passkey;
  return {
    key,
    credential: { id, publicKey, counter: Number(row.counter) },
    userHandle: userHandleOf(row.owner as PersonId),
  };
}

function readApp(row: KeyRow, content: KeyContent): readonly FoundApp[] {
  const key = readKey(row, content);
  if (key.kind !== 'app' || content.secret === undefined) return [];
  const secret = new Redacted<Uint8Array>(Buffer.from(content.secret, 'base64url'));
  return [{ key, secret, lastStep: Number(row.counter) }];
}
