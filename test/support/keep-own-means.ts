import { randomUUID } from 'node:crypto';
import { Redacted } from '../../src/base/redacted.ts';
import type { AccountKeyId } from '../../src/domain/account-keys/index.ts';
import type { PersonId } from '../../src/domain/person/index.ts';
import type { Stores } from '../../src/store/index.ts';
import { NOON } from './open-test-store.ts';

export const ownMeansNeeds = ['accountKeys', 'keySetups', 'addressCodes'] as const;

/** What nobody may read in a copy of the database. */
type Secrets = Readonly<
  Record<'telephone' | 'token' | 'mail' | 'code' | 'attempt' | 'address' | 'emailCode', string>
>;

/** A means of each kind that holds a secret, and what is being set up. */
export async function keepOwnMeans(
  { accountKeys, keySetups, addressCodes }: Pick<Stores, (typeof ownMeansNeeds)[number]>,
  person: PersonId,
  secrets: Secrets,
): Promise<void> {
  const held = () => ({
    id: randomUUID() as AccountKeyId,
    person,
    name: secrets.telephone,
    binding: { by: 'eidashigh', assurance: 'substantial', counts: 'everywhere' } as const,
    boundAt: NOON,
    lastUsedAt: null,
    ended: null,
  });
  const secret = new Redacted<Uint8Array>(Buffer.from(secrets.token));
  await accountKeys.add({ key: { ...held(), kind: 'app' }, secret });
  await accountKeys.add({ key: { ...held(), kind: 'email', address: new Redacted(secrets.mail) } });
  const codes = [new Redacted(secrets.code)];
  await accountKeys.add({ key: { ...held(), kind: 'recovery', codesLeft: 1 }, codes });
  await keySetups.keep(person, 'app', secrets.token, NOON);
  const purpose = { kind: 'login', mark: secrets.attempt } as const;
  const asked = { purpose, address: secrets.mail, network: secrets.address };
  await addressCodes.keep({ ...asked, code: secrets.emailCode, at: NOON });
}
