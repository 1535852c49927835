import pg from 'pg';
import type { PresentedIdentity } from '../../src/domain/identity-matching/index.ts';
import type { RegistrationReference } from '../../src/domain/registration/index.ts';
import { encodeJson } from '../../src/store/ground/json.ts';
import { openProtection } from '../../src/store/ground/sealing.ts';
import { NOON, type TestStore } from './open-test-store.ts';

/** Keeps an open request for a number as it was kept before there were cases. */
export async function putOldRequest(
  { url, keys }: Pick<TestStore, 'url' | 'keys'>,
  identity: PresentedIdentity,
  reference: RegistrationReference,
): Promise<void> {
  const protection = openProtection(keys);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    `insert into registration_requests (reference, identity_hash, identity_sealed, reason, application, requested_at)
      values ($1, $2, $3, 'has-none', 'klip', $4)`,
    [
      reference,
      protection.hash('person-identifier', identity.identifier),
      protection.seal('registration_requests.identity_sealed', reference, encodeJson(identity)),
      NOON,
    ],
  );
  await client.end();
}
