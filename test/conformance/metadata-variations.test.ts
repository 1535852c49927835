import assert from 'node:assert/strict';
import test from 'node:test';
import type { CountryCode } from '#src/domain/eidas-country/index.ts';
import { readServiceMetadata } from '#src/protocols/eidas/metadata/read-service-metadata.ts';
import type { MetadataRefusal } from '#src/protocols/eidas/metadata/verify-metadata.ts';
import { writeServiceMetadata } from '#src/protocols/eidas/service/write-service-metadata.ts';
import { assuranceUri } from '#src/protocols/eidas/vocabulary.ts';
import { signXml } from '#src/protocols/saml/sign-xml.ts';
import { trusted } from '#src/protocols/saml/write-xml.ts';
import { at, makeSigningKey } from '../support/eidas-peer.ts';

// Metadata as the field publishes them: lists of entities, and comments that people wrote.

const anchor = await makeSigningKey();
const stranger = await makeSigningKey();
const service = await makeSigningKey();
const contact = { givenName: 'Help', email: 'help@eidas.example' };
const addressOf = (code: string) => `https://eidas.${code.toLowerCase()}.example/metadata`;
const days = (count: number) => new Date(at.getTime() + count * 86_400_000);

function entity(code: string, key = anchor): string {
  return writeServiceMetadata(
    {
      entityId: addressOf(code),
      country: code,
      endpoints: { redirect: null, post: `https://eidas.${code.toLowerCase()}.example/sso` },
      assuranceUris: [assuranceUri('high')],
      protocolVersions: ['1.4'],
      signingCertificates: [service.certificate],
      encryptionCertificates: [],
      organization: {
        name: code,
        displayName: code,
        url: 'https://e.example',
        technical: contact,
        support: contact,
      },
      validUntil: days(2),
    },
    key,
  );
}

const unsigned = (xml: string) => xml.replace(/<ds:Signature .*?<\/ds:Signature>/s, '');
const list = (entities: readonly string[], attributes = '') =>
  `<md:EntitiesDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata"${attributes}>${entities.join('')}</md:EntitiesDescriptor>`;
const signedList = (entities: readonly string[], attributes = '', key = anchor) =>
  signXml((signature) => trusted(list([signature, ...entities], ` ID="_list"${attributes}`)), '_list', key);
const read = (xml: string, over: { entityIdHint?: string; country?: string } = {}) =>
  readServiceMetadata(xml, {
    trust: [anchor.certificate],
    at,
    ...over,
    country: (over.country ?? 'EE') as CountryCode,
  });

function assertEntity(xml: string, over: Parameters<typeof read>[1] = {}, validUntil = days(2)): void {
  const outcome = read(xml, over);
  assert.ok(outcome.kind === 'accepted', JSON.stringify(outcome));
  assert.equal(outcome.metadata.entityId, addressOf(over.country ?? 'EE'));
  assert.deepEqual(outcome.metadata.validUntil, validUntil);
}
const assertRefused = (xml: string, code: MetadataRefusal, over: Parameters<typeof read>[1] = {}) =>
  assert.deepEqual(read(xml, over), { kind: 'refused', code });

test('a list of one entity is accepted, signed as a whole, in its entity, or both', () => {
  assertEntity(signedList([unsigned(entity('EE'))]));
  assertEntity(list([entity('EE')]));
  assertEntity(signedList([entity('EE')]));
});

test('of a list of several entities, the one that is expected is read, or the one of the country', () => {
  const several = [entity('FI'), entity('EE'), entity('LV')];
  for (const xml of [signedList(several.map(unsigned)), signedList(several), list(several)]) {
    assertEntity(xml, { entityIdHint: addressOf('EE') });
    assertEntity(xml);
    assertEntity(xml, { country: 'LV' });
    assertRefused(xml, 'eidas.metadata-entity', { entityIdHint: addressOf('SE') });
    assertRefused(xml, 'eidas.metadata-list', { country: 'SE' });
    assertRefused(xml, 'eidas.metadata-country', { entityIdHint: addressOf('FI') });
  }
});

test('a list in a list is searched too, when it is signed', () =>
  assertEntity(signedList([list([unsigned(entity('FI'))]), list([unsigned(entity('EE'))])])));

test('a list with two entities that could be meant is refused', () => {
  const twice = [unsigned(entity('EE')), unsigned(entity('EE')).replaceAll('ee.example', 'ee2.example')];
  assertRefused(signedList(twice), 'eidas.metadata-list');
  assertEntity(signedList(twice), { entityIdHint: addressOf('EE') });
});

test('nobody but a trusted signer speaks for an entity of a list', () => {
  const several = [entity('FI'), entity('EE')];
  assertEntity(signedList(several));
  assertRefused(signedList(several, '', stranger), 'eidas.metadata-untrusted');
  assertRefused(list([entity('FI'), entity('EE', stranger)]), 'eidas.metadata-untrusted');
  assertRefused(list([entity('FI'), unsigned(entity('EE'))]), 'eidas.metadata-unsigned');
  assertRefused(
    signedList(several).replace('https://eidas.ee.example/sso', 'https://evil.example/sso'),
    'eidas.metadata-untrusted',
  );
  // The signature of one entity is moved into another.
  const borrowed = /<ds:Signature .*?<\/ds:Signature>/s.exec(entity('FI'))?.[0] ?? '';
  const forged = entity('EE', stranger).replace(/<ds:Signature .*?<\/ds:Signature>/s, () => borrowed);
  assertRefused(list([forged]), 'eidas.metadata-untrusted');
});

test('an entity is valid no longer than the list around it, or its role', () => {
  const until = (date: Date) => ` validUntil="${date.toISOString()}"`;
  assertEntity(signedList([unsigned(entity('EE'))], until(days(1))), {}, days(1));
  assertEntity(signedList([unsigned(entity('EE'))], until(days(9))), {}, days(2));
  assertRefused(signedList([unsigned(entity('EE'))], until(days(-1))), 'eidas.metadata-expired');
  const role = unsigned(entity('EE')).replace(
    '<md:IDPSSODescriptor',
    `<md:IDPSSODescriptor${until(days(1))}`,
  );
  assertEntity(signedList([role]), {}, days(1));
});

test('comments are passed over, at the beginning and anywhere else, and join what they part', () => {
  const licence = '<!-- Licence: as is. <nothing> & more -->\n';
  assertEntity(`<?xml version="1.0" encoding="UTF-8"?>\n${licence}${entity('EE')}`);
  assertEntity(
    `${licence}${signedList([entity('EE')]).replace('<md:EntityDescriptor', '<!-- Estonia --><md:EntityDescriptor')}`,
  );
  assertEntity(entity('EE').replace('>EE<', '>E<!-- x -->E<'));
  assertRefused(entity('EE').replace('>EE<', '>E<!-- x -->N<'), 'eidas.metadata-untrusted');
  assertRefused(entity('EE').replace('>EE<', '><?x y?>EE<'), 'eidas.metadata-xml');
  assertRefused(entity('EE').replace('>EE<', '><![CDATA[EE]]><'), 'eidas.metadata-xml');
});
