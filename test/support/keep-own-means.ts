import { randomUUID } from 'node:crypto';
import type { CorrelationCode } from '../../src/base/correlation.ts';
import { Redacted } from '../../src/base/redacted.ts';
import { DAY, later } from '../../src/base/time.ts';
import type { AccountKeyId } from '../../src/domain/account-keys/index.ts';
import type { KeyResetId, KeyResetSecret } from '../../src/domain/key-reset/index.ts';
import type { PersonId } from '../../src/domain/person/index.ts';
import type { Stores } from '../../src/store/index.ts';
import { NOON, personWith } from './open-test-store.ts';

export const ownMeansNeeds = ['accountKeys', 'keySetups', 'addressCodes', 'keyResets', 'persons'] as const;

/** What nobody may read in a copy of the database. */
type Secrets = Readonly<
  Record<
    | 'telephone'
    | 'token'
    | 'mail'
    | 'code'
    | 'attempt'
    | 'address'
    | 'emailCode'
    | 'reason'
    | 'note'
    | 'linkToken',
    string
  >
>;

/** A means of each kind that holds a secret, what is being set up, and a reset of all of them. */
export async function keepOwnMeans(
  { accountKeys, keySetups, addressCodes, keyResets, persons }: Pick<Stores, (typeof ownMeansNeeds)[number]>,
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
  const colleague = personWith();
  await persons.add(colleague);
  const report = { reference: 'K7PX-2M9D' as CorrelationCode, person, language: 'nl', at: NOON } as const;
  await keyResets.report(report, secrets.address);
  const id = randomUUID() as KeyResetId;
  const times = { proposedAt: NOON, expiresAt: later(NOON, DAY) };
  await keyResets.propose({
    id,
    person,
    reason: secrets.reason,
    language: 'nl',
    proposedBy: person,
    ...times,
  });
  await keyResets.agree(id, {
    ...{ by: colleague.id, at: NOON, comment: secrets.note },
    ...{ opensAt: NOON, expiresAt: times.expiresAt, stop: secrets.linkToken as KeyResetSecret },
  });
  await keyResets.markSent(id, secrets.linkToken as KeyResetSecret, NOON);
}
