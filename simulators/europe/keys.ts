import { createPrivateKey } from 'node:crypto';
import { join } from 'node:path';
import { type IssuedCertificate, makeSelfSignedCertificate } from '../../src/protocols/saml/certificate.ts';
import type { DecryptionKey, SigningKey } from '../../src/protocols/saml/keys.ts';
import { readKept, writeKept } from '../ground/kept-file.ts';
import { type MemberState, memberStates } from './states.ts';

/** Keys of one simulated member state, as kept: PEM. `stranger` is a good key that is in no metadata. */
type KeptKeys = {
  readonly anchor: IssuedCertificate;
  readonly signing: IssuedCertificate;
  readonly encryption: IssuedCertificate;
  readonly stranger: IssuedCertificate;
};

/** The same, ready for use. `trust` is the PEM certificate of the state's trust anchor. */
export type StateKeys = {
  readonly trust: string;
  readonly signing: SigningKey;
  readonly stranger: SigningKey;
  readonly encryption: DecryptionKey;
};

/**
 * Reads the keys of all simulated states from `<folder>/europe.json`, and makes what is missing: once, some two seconds.
 * Answers with the keys by country code.
 */
export async function readOrMakeKeys(folder: string, at: Date): Promise<Readonly<Record<string, StateKeys>>> {
  const file = join(folder, 'europe.json');
  const makes = 'the simulated states make new keys';
  const kept = (await readKept<Readonly<Record<string, KeptKeys>>>(file, makes)) ?? {};
  const all: Record<string, KeptKeys> = { ...kept };
  for (const state of memberStates) all[state.code] ??= await makeKeys(state, at);
  if (Object.keys(all).length !== Object.keys(kept).length) await writeKept(file, all);
  return Object.fromEntries(memberStates.map((state) => [state.code, openKeys(state, all)]));
}

async function makeKeys(state: MemberState, at: Date): Promise<KeptKeys> {
  const curve = { kind: 'ec', curve: 'P-256' } as const;
  const named = (what: string) => `CN=Simulated ${what},O=Simulated ${state.name},C=${state.iso}`;
  const anchor = await makeSelfSignedCertificate({
    subject: named('trust anchor'),
    keyType: curve,
    years: 10,
    at,
    ca: true,
  });
  const issue = (
    what: string,
    keyType: MemberState['keyType'],
    purpose: 'signing' | 'encryption' = 'signing',
  ) => makeSelfSignedCertificate({ subject: named(what), keyType, purpose, years: 9, at, issuer: anchor });
  return {
    anchor,
    signing: await issue('signing', state.keyType),
    encryption: await issue('encryption', curve, 'encryption'),
    stranger: await issue('stranger', curve),
  };
}

function openKeys(state: MemberState, all: Readonly<Record<string, KeptKeys>>): StateKeys {
  const kept = all[state.code];
  if (!kept) throw new Error(`no keys for ${state.code}`);
  const open = (issued: IssuedCertificate) => ({
    privateKey: createPrivateKey(issued.privateKeyPem),
    certificate: issued.certificatePem,
  });
  return {
    trust: kept.anchor.certificatePem,
    signing: { ...open(kept.signing), algorithm: state.signature },
    stranger: { ...open(kept.stranger), algorithm: 'ecdsa-sha256' },
    encryption: open(kept.encryption),
  };
}
