import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import {
  digestUris,
  signatureAlgorithms,
  type XmlSignatureAlgorithm,
} from '#src/protocols/saml/algorithms.ts';
import { decryptElement } from '#src/protocols/saml/decrypt-xml.ts';
import { readTree } from '#src/protocols/saml/read-xml.ts';
import { read } from '../attacks/expect.ts';
import { craftXml, encodeMessage, swap } from '../support/eidas-craft.ts';
import { type Country, makeCountry, makeDecryptionKey, makeSigningKey } from '../support/eidas-peer.ts';
import { skipWithout, toolPath } from '../support/tools.ts';

const skip = skipWithout('xmlsec1');
const folder = mkdtempSync(join(tmpdir(), 'sluis-xmlsec1-'));
after(() => rmSync(folder, { recursive: true }));

const DSIG = 'http://www.w3.org/2000/09/xmldsig#';
const XENC = 'http://www.w3.org/2001/04/xmlenc#';
const EXC = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const ID_ATTRIBUTE = ['--id-attr:ID', 'urn:oasis:names:tc:SAML:2.0:protocol:Response'];
const elliptic = [
  ['ecdsa-sha256', 'P-256'],
  ['ecdsa-sha384', 'P-384'],
  ['ecdsa-sha512', 'P-521'],
] as const;

function lay(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function xmlsec1(...args: readonly string[]): { readonly ok: boolean; readonly said: string } {
  const run = spawnSync(toolPath('xmlsec1'), args, { encoding: 'utf8' });
  return { ok: run.status === 0, said: run.stderr + run.stdout };
}

async function countryWith(
  algorithm: XmlSignatureAlgorithm,
  curve: 'P-256' | 'P-384' | 'P-521',
): Promise<Country> {
  const base = await makeCountry('EE');
  const signing = await makeSigningKey({ kind: 'ec', curve }, algorithm);
  const certificate = new X509Certificate(signing.certificate);
  return {
    ...base,
    signing,
    service: { ...base.service, signing: [certificate], signingKeys: [certificate.publicKey] },
  };
}

for (const [algorithm, curve] of elliptic) {
  test(`xmlsec1 verifies our ${algorithm} and refuses what was changed`, { skip }, async () => {
    const country = await countryWith(algorithm, curve);
    const xml = craftXml(country);
    const key = ['--pubkey-cert-pem', lay(`${algorithm}.crt`, country.signing.certificate)];
    const honest = xmlsec1('--verify', ...ID_ATTRIBUTE, ...key, lay(`${algorithm}.xml`, xml));
    assert.ok(honest.ok, honest.said);
    const changed = swap('status:Success', 'status:Responder')(xml);
    assert.equal(
      xmlsec1('--verify', ...ID_ATTRIBUTE, ...key, lay(`${algorithm}-changed.xml`, changed)).ok,
      false,
    );
  });

  test(`we accept what xmlsec1 signs with ${algorithm}`, { skip }, async () => {
    const country = await countryWith(algorithm, curve);
    const { uri, hash } = signatureAlgorithms[algorithm];
    const unsigned = craftXml(country).replace(/<ds:Signature .*?<\/ds:Signature>/s, '');
    const id = / ID="([^"]+)"/.exec(unsigned)?.[1];
    // Indented, with another prefix: the way a person would write a template.
    const template = `
      <Signature xmlns="${DSIG}">
        <SignedInfo>
          <CanonicalizationMethod Algorithm="${EXC}"/>
          <SignatureMethod Algorithm="${uri}"/>
          <Reference URI="#${id}">
            <Transforms><Transform Algorithm="${DSIG}enveloped-signature"/><Transform Algorithm="${EXC}"/></Transforms>
            <DigestMethod Algorithm="${digestUris[hash]}"/>
            <DigestValue/>
          </Reference>
        </SignedInfo>
        <SignatureValue/>
        <KeyInfo><X509Data/></KeyInfo>
      </Signature>`;
    const xml = lay(
      `${algorithm}-template.xml`,
      unsigned.replace('</saml:Issuer>', `</saml:Issuer>${template}`),
    );
    const key = lay(
      `${algorithm}.key`,
      country.signing.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    );
    const certificate = lay(`${algorithm}-ours.crt`, country.signing.certificate);
    const output = join(folder, `${algorithm}-signed.xml`);
    const run = xmlsec1(
      '--sign',
      ...ID_ATTRIBUTE,
      '--privkey-pem',
      `${key},${certificate}`,
      '--output',
      output,
      xml,
    );
    assert.ok(run.ok, run.said);
    const outcome = await read(country, encodeMessage(readFileSync(output)));
    assert.equal(outcome.kind, 'authenticated', JSON.stringify(outcome));
  });
}

test('we open what xmlsec1 encrypts with AES-GCM, by the key transport that it knows', { skip }, async () => {
  const ours = await makeDecryptionKey({ kind: 'rsa', bits: 3072 });
  const certificate = lay('recipient.crt', ours.certificate);
  const data = lay('secret.xml', '<secret xmlns="urn:x">ç</secret>');
  for (const bits of ['128', '192', '256']) {
    const template = `<EncryptedData xmlns="${XENC}" Type="${XENC}Element">
      <EncryptionMethod Algorithm="http://www.w3.org/2009/xmlenc11#aes${bits}-gcm"/>
      <KeyInfo xmlns="${DSIG}"><EncryptedKey xmlns="${XENC}">
        <EncryptionMethod Algorithm="${XENC}rsa-oaep-mgf1p"/><CipherData><CipherValue/></CipherData>
      </EncryptedKey></KeyInfo>
      <CipherData><CipherValue/></CipherData></EncryptedData>`;
    const options = ['--pubkey-cert-pem', certificate, '--session-key', `aes-${bits}`, '--xml-data', data];
    const run = xmlsec1('--encrypt', ...options, lay(`gcm-${bits}.xml`, template));
    assert.ok(run.ok, run.said);
    const container = readTree(`<container>${run.said.replace(/^<\?xml[^>]*\?>/, '')}</container>`);
    assert.ok(typeof container !== 'string', String(container));
    const opened = decryptElement(container, [ours], { legacyTransport: true });
    assert.equal(opened?.toString(), '<secret xmlns="urn:x">ç</secret>');
    assert.equal(decryptElement(container, [ours], { legacyTransport: false }), null);
  }
});
