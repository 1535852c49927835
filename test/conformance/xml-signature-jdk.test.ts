import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import {
  digestUris,
  signatureAlgorithms,
  type XmlSignatureAlgorithm,
} from '#src/protocols/saml/algorithms.ts';
import type { CertificateKeyType } from '#src/protocols/saml/certificate.ts';
import type { SigningKey } from '#src/protocols/saml/keys.ts';
import { read } from '../attacks/expect.ts';
import { craftXml, swap } from '../support/eidas-craft.ts';
import { type Country, makeCountry, makeSigningKey } from '../support/eidas-peer.ts';
import { askOracle } from '../support/java-oracle.ts';
import { skipWithout } from '../support/tools.ts';

const skip = skipWithout('java');
const folder = mkdtempSync(join(tmpdir(), 'sluis-jdk-'));
const names = Object.keys(signatureAlgorithms) as XmlSignatureAlgorithm[];
const ecTypes = { sha256: 'P-256', sha384: 'P-384', sha512: 'P-521' } as const;
const countries = new Map<XmlSignatureAlgorithm, Country>();

function keyTypeFor(name: XmlSignatureAlgorithm): CertificateKeyType {
  const { keyType, hash } = signatureAlgorithms[name];
  return keyType === 'rsa' ? { kind: 'rsa', bits: 3072 } : { kind: 'ec', curve: ecTypes[hash] };
}

/** Lets the JDK work on every file of the folder; what it says by file name. */
function ask(what: 'verify' | 'sign', path: string): Readonly<Record<string, string>> {
  const lines = askOracle('XmlSignatureOracle', what, path);
  return Object.fromEntries(lines.map((line) => [line.split('.xml ')[0], line.split('.xml ')[1]]));
}

function lay(path: string, base: string, xml: string, signing: SigningKey): void {
  writeFileSync(join(path, `${base}.xml`), xml);
  writeFileSync(join(path, `${base}.crt`), signing.certificate);
  writeFileSync(join(path, `${base}.key`), signing.privateKey.export({ format: 'pem', type: 'pkcs8' }));
}

before(async () => {
  if (skip) return;
  const base = await makeCountry('EE');
  for (const name of names) {
    const signing = await makeSigningKey(keyTypeFor(name), name);
    const certificate = new X509Certificate(signing.certificate);
    const service = { ...base.service, signing: [certificate], signingKeys: [certificate.publicKey] };
    countries.set(name, { ...base, signing, service });
  }
});
after(() => rmSync(folder, { recursive: true }));

test('the JDK verifies what we sign, with all six algorithms, and refuses what was changed', { skip }, () => {
  const path = mkdtempSync(join(folder, 'ours-'));
  for (const [name, country] of countries) {
    const xml = craftXml(country);
    lay(path, name, xml, country.signing);
    lay(path, `${name}-changed`, swap('status:Success', 'status:Responder')(xml), country.signing);
  }
  const expected = names.flatMap((name) => [
    [name, 'valid'],
    [`${name}-changed`, 'invalid'],
  ]);
  assert.deepEqual(ask('verify', path), Object.fromEntries(expected));
});

test('we accept what the JDK signs, with all six algorithms and with inclusive prefixes', {
  skip,
}, async () => {
  const path = mkdtempSync(join(folder, 'theirs-'));
  for (const [name, country] of countries) {
    const { uri, hash } = signatureAlgorithms[name];
    const unsigned = craftXml(country).replace(/<ds:Signature .*?<\/ds:Signature>/s, '');
    for (const [suffix, prefixes] of [
      ['', ''],
      ['-prefixes', ' samlp,xenc,#default'],
    ] as const) {
      lay(path, name + suffix, unsigned, country.signing);
      writeFileSync(join(path, `${name}${suffix}.alg`), `${uri} ${digestUris[hash]}${prefixes}`);
    }
  }
  const said = ask('sign', path);
  for (const [name, country] of countries) {
    for (const suffix of ['', '-prefixes']) {
      assert.equal(said[name + suffix], 'signed');
      const outcome = await read(
        country,
        readFileSync(join(path, `${name}${suffix}.signed`)).toString('base64'),
      );
      assert.equal(outcome.kind, 'authenticated', `${name}${suffix}: ${JSON.stringify(outcome)}`);
    }
  }
});
