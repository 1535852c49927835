import type { AssuranceLevel } from '../../src/domain/assurance/index.ts';
import type { XmlSignatureAlgorithm } from '../../src/protocols/saml/algorithms.ts';
import type { CertificateKeyType } from '../../src/protocols/saml/certificate.ts';
import type { ContentAlgorithm } from '../../src/protocols/saml/encryption-algorithms.ts';

/** How a simulated member state's node speaks. Together they use every algorithm set of eIDAS Cryptographic Requirements 1.4. */
export type MemberState = {
  readonly code: string;
  /** ISO 3166-1, where eIDAS differs: for the flag. */
  readonly iso: string;
  readonly name: string;
  /** Language of its sign-in page. */
  readonly language: string;
  /** Name of the means that one signs in with. */
  readonly means: string;
  readonly band: 'blue' | 'red' | 'green' | 'night' | 'sea';
  readonly signature: XmlSignatureAlgorithm;
  readonly keyType: CertificateKeyType;
  readonly content: ContentAlgorithm;
  readonly keyEncryption: 'rsa-oaep' | 'ecdh-es';
  /** Whose software it runs: the reference node of the Commission, with what it cannot read, or one that keeps to the letter. */
  readonly node: 'reference' | 'own';
  /** Offers HTTP-Redirect alone, so that both ways of a request are walked in the demo. */
  readonly redirectOnly: boolean;
  /** A node that forgot to renew its metadata. */
  readonly metadataExpired: boolean;
};

type Signing = 'p256' | 'p384' | 'p521' | 'pss256' | 'pss384' | 'pss512';
const signings: Readonly<Record<Signing, Pick<MemberState, 'signature' | 'keyType'>>> = {
  p256: { signature: 'ecdsa-sha256', keyType: { kind: 'ec', curve: 'P-256' } },
  p384: { signature: 'ecdsa-sha384', keyType: { kind: 'ec', curve: 'P-384' } },
  p521: { signature: 'ecdsa-sha512', keyType: { kind: 'ec', curve: 'P-521' } },
  pss256: { signature: 'rsa-pss-sha256', keyType: { kind: 'rsa', bits: 3072 } },
  pss384: { signature: 'rsa-pss-sha384', keyType: { kind: 'rsa', bits: 3072 } },
  pss512: { signature: 'rsa-pss-sha512', keyType: { kind: 'rsa', bits: 3072 } },
};

type Row = readonly [
  code: string,
  name: string,
  language: string,
  means: string,
  band: MemberState['band'],
  signing: Signing,
  content: ContentAlgorithm,
  keyEncryption: MemberState['keyEncryption'],
];

// Three states sign with RSA, one per digest; keys of that kind are slow to make, so the others have elliptic curves.
const rows: readonly Row[] = [
  ['AT', 'Austria', 'de', 'ID Austria', 'red', 'p256', 'aes256-gcm', 'ecdh-es'],
  ['BG', 'Bulgaria', 'bg', 'eID', 'green', 'p384', 'aes128-gcm', 'ecdh-es'],
  ['CY', 'Cyprus', 'el', 'eID', 'sea', 'p256', 'aes128-gcm', 'rsa-oaep'],
  ['CZ', 'Czechia', 'cs', 'eObčanka', 'blue', 'p521', 'aes256-gcm', 'ecdh-es'],
  ['DE', 'Germany', 'de', 'Online-Ausweis', 'night', 'p256', 'aes256-gcm', 'ecdh-es'],
  ['DK', 'Denmark', 'da', 'MitID', 'red', 'p256', 'aes192-gcm', 'ecdh-es'],
  ['EE', 'Estonia', 'et', 'ID-kaart', 'sea', 'p384', 'aes256-gcm', 'ecdh-es'],
  ['EL', 'Greece', 'el', 'gov.gr', 'blue', 'p256', 'aes256-gcm', 'rsa-oaep'],
  ['ES', 'Spain', 'es', 'DNIe', 'red', 'pss256', 'aes256-gcm', 'rsa-oaep'],
  ['FI', 'Finland', 'fi', 'Suomi.fi', 'blue', 'p256', 'aes128-gcm', 'ecdh-es'],
  ['FR', 'France', 'fr', 'France Identité', 'night', 'p256', 'aes256-gcm', 'ecdh-es'],
  ['HR', 'Croatia', 'hr', 'eOI', 'red', 'p256', 'aes256-gcm', 'rsa-oaep'],
  ['HU', 'Hungary', 'hu', 'eSzemélyi', 'green', 'p384', 'aes192-gcm', 'rsa-oaep'],
  ['IE', 'Ireland', 'en', 'MyGovID', 'green', 'p256', 'aes128-gcm', 'rsa-oaep'],
  ['IS', 'Iceland', 'is', 'Rafræn skilríki', 'blue', 'p256', 'aes256-gcm', 'ecdh-es'],
  ['IT', 'Italy', 'it', 'CIE', 'green', 'pss384', 'aes256-gcm', 'ecdh-es'],
  ['LI', 'Liechtenstein', 'de', 'eID.li', 'red', 'p256', 'aes256-gcm', 'ecdh-es'],
  ['LT', 'Lithuania', 'lt', 'Asmens tapatybės kortelė', 'green', 'p256', 'aes256-gcm', 'ecdh-es'],
  ['LU', 'Luxembourg', 'fr', 'eID', 'sea', 'p521', 'aes128-gcm', 'ecdh-es'],
  ['LV', 'Latvia', 'lv', 'eID karte', 'red', 'p256', 'aes192-gcm', 'ecdh-es'],
  ['MT', 'Malta', 'mt', 'e-ID', 'red', 'p256', 'aes256-gcm', 'ecdh-es'],
  ['NL', 'Netherlands', 'nl', 'DigiD', 'night', 'pss512', 'aes256-gcm', 'ecdh-es'],
  ['NO', 'Norway', 'no', 'BankID', 'red', 'p384', 'aes256-gcm', 'rsa-oaep'],
  ['PL', 'Poland', 'pl', 'Profil osobisty', 'red', 'p256', 'aes256-gcm', 'ecdh-es'],
  ['PT', 'Portugal', 'pt', 'Cartão de Cidadão', 'green', 'p521', 'aes256-gcm', 'rsa-oaep'],
  ['RO', 'Romania', 'ro', 'ROeID', 'blue', 'p256', 'aes128-gcm', 'ecdh-es'],
  ['SE', 'Sweden', 'sv', 'Freja eID+', 'sea', 'p256', 'aes256-gcm', 'rsa-oaep'],
  ['SI', 'Slovenia', 'sl', 'SI-PASS', 'blue', 'p384', 'aes256-gcm', 'ecdh-es'],
  ['SK', 'Slovakia', 'sk', 'eID karta', 'blue', 'p256', 'aes192-gcm', 'rsa-oaep'],
];

// Most of Europe runs the reference node; Germany sends a middleware, and some wrote their own.
const referenceStates: readonly string[] = 'BG CY CZ EE EL ES HR IT LT LU LV MT PL PT RO SI SK'.split(' ');

/** Every member state of the EU and the EEA except Belgium itself. */
export const memberStates: readonly MemberState[] = rows.map(
  ([code, name, language, means, band, signing, content, keyEncryption]) => ({
    code,
    iso: code === 'EL' ? 'GR' : code,
    name,
    language,
    means,
    band,
    ...signings[signing],
    content,
    keyEncryption,
    node: referenceStates.includes(code) ? 'reference' : 'own',
    redirectOnly: code === 'FI',
    metadataExpired: code === 'MT',
  }),
);

/** The state that a path names, in either case; `null` when there is none. */
export function findState(code: string): MemberState | null {
  return memberStates.find((each) => each.code === code.toUpperCase()) ?? null;
}

// States whose best means is not notified at high, so that both levels occur.
const substantialStates: readonly string[] = ['NL', 'SE'];

/** The level at which a state vouches for its people. */
export function assuranceOfState(state: MemberState): AssuranceLevel {
  return substantialStates.includes(state.code) ? 'substantial' : 'high';
}
