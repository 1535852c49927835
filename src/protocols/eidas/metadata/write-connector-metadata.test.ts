// @peculiar/x509 resolves its parts through tsyringe, which needs this polyfill to be there first.
import 'reflect-metadata';
import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { KeyUsageFlags, KeyUsagesExtension, X509Certificate as Parsed } from '@peculiar/x509';
import {
  XmlBufferInputProvider,
  XmlDocument,
  XsdValidator,
  xmlCleanupInputProvider,
  xmlRegisterInputProvider,
} from 'libxml2-wasm';
import {
  acsUrl,
  at,
  connectorEntityId,
  makeDecryptionKey,
  makeSigningKey,
} from '../../../../test/support/eidas-peer.ts';
import type { CountryCode } from '../../../domain/eidas-country/index.ts';
import { metadataLimits, readTree } from '../../saml/read-xml.ts';
import { attributeOf, everyElement, type XmlElement } from '../../saml/xml-tree.ts';
import { writeConnectorMetadata } from './write-connector-metadata.ts';

const signing = await makeSigningKey();
const ec = await makeDecryptionKey();
const rsa = await makeDecryptionKey({ kind: 'rsa', bits: 3072 });
const contact = { givenName: 'Sluis', email: 'help@sluis.example' };
const xml = writeConnectorMetadata(
  {
    entityId: connectorEntityId,
    acsUrl,
    country: 'BE' as CountryCode,
    validitySeconds: 86_400,
    organization: {
      name: 'Sluis',
      displayName: 'Sluis',
      url: 'https://sluis.example',
      technical: contact,
      support: contact,
    },
  },
  {
    metadataSigning: signing,
    signingCertificates: [signing.certificate],
    encryptionCertificates: [ec.certificate, rsa.certificate],
  },
  at,
);
const entity = readTree(xml, metadataLimits);
const named = (name: string, from: XmlElement | string = entity) =>
  typeof from === 'string' ? [] : everyElement(from).filter((each) => each.name === name);

test('each key is listed with the methods that it can do, and no others', () => {
  const methods = named('KeyDescriptor')
    .filter((each) => attributeOf(each, 'use') === 'encryption')
    .map((each) =>
      named('EncryptionMethod', each).map((one) => attributeOf(one, 'Algorithm')?.split('#')[1]),
    );
  const content = ['aes128-gcm', 'aes192-gcm', 'aes256-gcm'];
  assert.deepEqual(methods, [
    ['ECDH-ES', 'kw-aes128', 'kw-aes256', ...content],
    ['rsa-oaep', ...content],
  ]);
});

test('each certificate is for one purpose', () => {
  const usages = named('KeyDescriptor').map((each) => {
    const body = named('X509Certificate', each)[0]?.text ?? '';
    const usage = new Parsed(Buffer.from(body, 'base64')).getExtension(KeyUsagesExtension)?.usages;
    return [
      attributeOf(each, 'use'),
      new X509Certificate(Buffer.from(body, 'base64')).publicKey.asymmetricKeyType,
      usage,
    ];
  });
  assert.deepEqual(usages, [
    ['signing', 'ec', KeyUsageFlags.digitalSignature],
    ['encryption', 'ec', KeyUsageFlags.keyAgreement],
    ['encryption', 'rsa', KeyUsageFlags.keyEncipherment],
  ]);
});

test('our metadata is valid for a reader that has no schema of XML Encryption 1.1, as the reference node', () => {
  const folder = new URL('../../saml/schemas/', import.meta.url);
  const files = Object.fromEntries(
    readdirSync(folder).map((name) => [
      `no-xenc11/${name}`,
      Buffer.from(
        readFileSync(new URL(name, folder), 'utf8').replace(
          /<xsd:import namespace="[^"]*xmlenc11#"[^>]*>/,
          '',
        ),
      ),
    ]),
  );
  const document = XmlDocument.fromString(xml);
  xmlRegisterInputProvider(new XmlBufferInputProvider(files));
  const all = XmlDocument.fromBuffer(files['no-xenc11/all.xsd'] as Buffer, { url: 'no-xenc11/all.xsd' });
  try {
    const schemas = XsdValidator.fromDoc(all);
    schemas.validate(document);
    const odd = XmlDocument.fromString(
      xml.replace(
        '<ds:DigestMethod',
        '<m:MGF xmlns:m="http://www.w3.org/2009/xmlenc11#" Algorithm="x"/><ds:DigestMethod',
      ),
    );
    assert.throws(() => schemas.validate(odd), /MGF/);
    odd.dispose();
    schemas.dispose();
  } finally {
    all.dispose();
    document.dispose();
    xmlCleanupInputProvider();
  }
});
