import assert from 'node:assert/strict';
import { createSecretKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { describe, test } from 'node:test';
import { type Issued, issueCertificate } from '../../simulators/authority/issue-certificate.ts';
import { openPasskeys, relyingPartyAt } from '../../src/protocols/webauthn/index.ts';
import { openKeyTest, passkeyProvider } from '../support/account-keys.ts';
import { NOON } from '../support/open-test-store.ts';
import { type Maker, softAuthenticator } from '../support/soft-authenticator.ts';

const origin = 'https://login.example.org';
const model = '2fc0579f-8113-47ea-b116-bb5a8db9202a';
const bytesOf = (aaguid: string) => Buffer.from(aaguid.replaceAll('-', ''), 'hex');
// The library looks at the clock of the machine, wherever that stands.
const days = [-3650, 3650] as const;
const named = (OU: string, CN: string) => [{ C: ['BE'] }, { O: ['Maker'] }, { OU: [OU] }, { CN: [CN] }];

const root = (CN = 'Root') =>
  issueCertificate({ subject: named('Roots', CN), at: NOON, days, authority: {}, purposes: null });
const certify = (issuer: Issued, CN = 'Model') =>
  issueCertificate({
    subject: named('Authenticator Attestation', CN),
    at: NOON,
    days,
    issuer,
    purposes: null,
  });
const makerOf = (one: Issued, ...above: readonly Issued[]): Maker => ({
  key: one.privateKey,
  chain: [one, ...above].map(({ certificate }) => new Uint8Array(certificate.rawData)),
});

/** Passkeys of one model alone, under this root. */
async function openScene(t: Parameters<typeof openKeyTest>[0], trusted: Issued) {
  const one = await openKeyTest(t);
  await one.test.store.inTransaction(['meansProviders'], ({ meansProviders }) =>
    meansProviders.put({
      ...passkeyProvider,
      policy: { kind: 'listed', authenticators: [model] },
      attestationRoots: [trusted.certificate.toString('pem')],
    }),
  );
  const relyingParty = relyingPartyAt(origin, 'Sluis');
  const key = createSecretKey(randomBytes(32));
  const passkeys = openPasskeys({ relyingParty, key, clock: one.test.now, keys: one.keys });
  return async (device: ReturnType<typeof softAuthenticator>) => {
    const begun = await passkeys.begin({ by: one.by });
    assert.ok(begun.kind === 'ready' && begun.options.attestation === 'direct');
    return passkeys.bind({ by: one.by, name: 'Key', response: device.make(begun.options) });
  };
}

describe('where only the models of a list are taken', () => {
  const refused = { kind: 'not-accepted', policy: 'listed' } as const;

  test('a passkey is bound when its maker vouches for it, through an authority between too', async (t) => {
    const trusted = await root();
    const bind = await openScene(t, trusted);
    const direct = makerOf(await certify(trusted));
    assert.deepEqual(await bind(softAuthenticator(origin, { aaguid: bytesOf(model), maker: direct })), {
      kind: 'bound',
    });
    const between = await issueCertificate({
      ...{
        subject: named('Between', 'Between'),
        at: NOON,
        days,
        issuer: trusted,
        authority: {},
        purposes: null,
      },
    });
    const through = makerOf(await certify(between), between);
    assert.deepEqual(await bind(softAuthenticator(origin, { aaguid: bytesOf(model), maker: through })), {
      kind: 'bound',
    });
  });

  test('nobody is taken at their own word, at that of a stranger, or of somebody who may not vouch', async (t) => {
    const trusted = await root();
    const bind = await openScene(t, trusted);
    const honest = await certify(trusted);
    const aaguid = bytesOf(model);
    assert.deepEqual(await bind(softAuthenticator(origin, { aaguid, maker: makerOf(honest) })), {
      kind: 'bound',
    });
    assert.deepEqual(await bind(softAuthenticator(origin, { aaguid })), refused, 'says it alone');
    const stranger = makerOf(await certify(await root()));
    assert.deepEqual(
      await bind(softAuthenticator(origin, { aaguid, maker: stranger })),
      refused,
      'same name',
    );
    const byLeaf = makerOf(await certify(honest, 'Below'), honest);
    assert.deepEqual(
      await bind(softAuthenticator(origin, { aaguid, maker: byLeaf })),
      refused,
      'no authority',
    );
    const other = bytesOf('00000000-0000-4000-8000-000000000001');
    const unlisted = softAuthenticator(origin, { aaguid: other, maker: makerOf(honest) });
    assert.deepEqual(await bind(unlisted), refused, 'another model');
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const forged = softAuthenticator(origin, { aaguid, maker: { ...makerOf(honest), key: privateKey } });
    assert.equal((await bind(forged)).kind, 'refused', 'signed by another key');
  });
});
