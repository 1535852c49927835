import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { CertificateKeyType } from '#src/protocols/saml/certificate.ts';
import { decryptElement } from '#src/protocols/saml/decrypt-xml.ts';
import { encryptElement } from '#src/protocols/saml/encrypt-xml.ts';
import type { DecryptionKey } from '#src/protocols/saml/keys.ts';
import { readTree } from '#src/protocols/saml/read-xml.ts';
import { makeDecryptionKey } from '../support/eidas-peer.ts';
import { askOracle } from '../support/java-oracle.ts';
import { skipWithout } from '../support/tools.ts';

const skip = skipWithout('java');
const folder = mkdtempSync(join(tmpdir(), 'sluis-jdk-enc-'));
const secret = '<secret xmlns="urn:x">ς</secret>';
const contents = ['128', '192', '256'] as const;
const hashes = ['256', '384', '512'] as const;
const wraps = ['128', '256'] as const;
const curves = ['P-256', 'P-384', 'P-521'] as const;
const keys: Record<string, DecryptionKey> = {};

type Case = {
  readonly name: string;
  readonly key: string;
  readonly choice: readonly [content: string, digest: string, mask: string, wrap: string];
};
const transported: Case[] = hashes.flatMap((digest) =>
  hashes.map((mask, index) => ({
    name: `rsa-${digest}-${mask}`,
    key: 'rsa',
    choice: [contents[index] ?? '256', digest, mask, '256'] as const,
  })),
);
const agreed: Case[] = curves.flatMap((curve, index) =>
  hashes.flatMap((digest) =>
    wraps.map((wrap) => ({
      name: `${curve}-${digest}-${wrap}`,
      key: curve,
      choice: [contents[index] ?? '256', digest, '256', wrap] as const,
    })),
  ),
);
const cases = [...transported, ...agreed];

function ask(what: 'open' | 'seal', path: string): Readonly<Record<string, string>> {
  const lines = askOracle('XmlEncryptionOracle', what, path);
  return Object.fromEntries(lines.map((line) => line.split('\t') as [string, string]));
}

function keyOf(name: string): DecryptionKey {
  const key = keys[name];
  assert.ok(key);
  return key;
}

before(async () => {
  if (skip) return;
  const types: Record<string, CertificateKeyType> = { rsa: { kind: 'rsa', bits: 3072 } };
  for (const curve of curves) types[curve] = { kind: 'ec', curve };
  for (const [name, type] of Object.entries(types)) keys[name] = await makeDecryptionKey(type);
});
after(() => rmSync(folder, { recursive: true }));

test('the JDK opens what we encrypt, with every allowed combination', { skip }, () => {
  const path = mkdtempSync(join(folder, 'ours-'));
  for (const { name, key, choice } of cases) {
    const [content, digest, mask, wrap] = choice;
    const ours = keyOf(key);
    const encrypted = encryptElement(secret, ours.certificate, {
      content: `aes${content as '256'}-gcm`,
      digest: `sha${digest as '256'}`,
      mgf: `sha${mask as '256'}`,
      wrap: `kw-aes${wrap as '256'}`,
    });
    writeFileSync(join(path, `${name}.xml`), encrypted);
    writeFileSync(join(path, `${name}.crt`), ours.certificate);
    writeFileSync(join(path, `${name}.key`), ours.privateKey.export({ format: 'pem', type: 'pkcs8' }));
  }
  assert.deepEqual(ask('open', path), Object.fromEntries(cases.map(({ name }) => [name, secret])));
});

test('we open what the JDK encrypts, with every allowed combination', { skip }, () => {
  const path = mkdtempSync(join(folder, 'theirs-'));
  for (const { name, key, choice } of cases) {
    writeFileSync(join(path, `${name}.alg`), [...choice, key].join(' '));
    writeFileSync(join(path, `${name}.crt`), keyOf(key).certificate);
  }
  const said = ask('seal', path);
  for (const { name, key } of cases) {
    assert.equal(said[name], 'sealed');
    const container = readTree(
      `<container>${readFileSync(join(path, `${name}.sealed`), 'utf8')}</container>`,
    );
    assert.ok(typeof container !== 'string');
    const opened = decryptElement(container, [keyOf(key)], { legacyTransport: false });
    assert.equal(opened?.toString(), '<secret/>', name);
  }
});
