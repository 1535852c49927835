import assert from 'node:assert/strict';
import test from 'node:test';
import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import {
  acsUrl,
  at,
  connectorEntityId,
  makeCountry,
  makeDecryptionKey,
  makeSigningKey,
} from '../../../../test/support/eidas-peer.ts';
import type { CountryCode } from '../../../domain/eidas-country/index.ts';
import { canonicalize } from '../../saml/canonicalize.ts';
import { namespaces } from '../../saml/namespaces.ts';
import { metadataLimits, readTree, readXml } from '../../saml/read-xml.ts';
import { attributeOf, childrenNamed, onlyChild, textOf } from '../../saml/xml-tree.ts';
import { writeConnectorMetadata } from '../metadata/write-connector-metadata.ts';
import type { ServiceMetadata } from '../model.ts';
import { mandatoryAttributes } from '../response/attributes.ts';
import { readAuthnRequest, readConnectorMetadata } from '../service/service-side.ts';
import { type AuthnRequestWish, attributesFor, writeAuthnRequest } from './write-authn-request.ts';

const country = await makeCountry('DE');
const signing = await makeSigningKey();
const next = await makeSigningKey();
const encryption = await makeDecryptionKey();
const contact = { givenName: 'Sluis', email: 'help@sluis.example' };
const connectorXml = writeConnectorMetadata(
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
    signingCertificates: [signing.certificate, next.certificate],
    encryptionCertificates: [encryption.certificate],
  },
  at,
);
const readConnector = readConnectorMetadata(connectorXml, { trust: [signing.certificate], at });
const service: ServiceMetadata = {
  ...country.service,
  endpoints: { redirect: 'https://eidas.de.example/sso?x=1', post: 'https://eidas.de.example/sso' },
};
const wish: AuthnRequestWish = {
  to: service,
  from: connectorEntityId,
  id: '_0123456789abcdef0123456789abcdef01234567',
  at,
  assurance: 'substantial',
  attributes: attributesFor(service),
  providerName: 'KLIP & "co"',
  requesterId: 'https://klip.example',
  relayState: 'state-1',
  signing,
};

async function receive(over: Partial<AuthnRequestWish> = {}) {
  assert.equal(readConnector.kind, 'accepted');
  const connector = readConnector.kind === 'accepted' ? readConnector.metadata : null;
  const sent = writeAuthnRequest({ ...wish, ...over });
  const input =
    sent.binding === 'redirect'
      ? ({ binding: 'redirect', query: new URL(sent.url).search.replace('?x=1&', '') } as const)
      : ({
          binding: 'post',
          message: sent.fields.SAMLRequest ?? '',
          relayState: sent.fields.RelayState ?? null,
        } as const);
  return readAuthnRequest(input, { destination: sent.destination, connectorOf: async () => connector });
}

test('a service finds all it needs in our metadata', () => {
  assert.equal(readConnector.kind, 'accepted', JSON.stringify(readConnector));
  if (readConnector.kind !== 'accepted') return;
  const { metadata } = readConnector;
  assert.equal(metadata.acsUrl, acsUrl);
  assert.equal(metadata.country, 'BE');
  assert.equal(metadata.signing.length, 2);
  assert.equal(metadata.encryption.length, 1);
});

test('our metadata follows the schemas and says what the specification asks', () => {
  const valid = readXml(Buffer.from(connectorXml), metadataLimits, (xml) => xml.isSchemaValid());
  assert.deepEqual(valid, { kind: 'read', result: true });
  const entity = readTree(connectorXml, metadataLimits);
  assert.ok(typeof entity !== 'string');
  assert.equal(attributeOf(entity, 'validUntil'), '2026-11-23T12:00:00.000Z');
  const role = onlyChild(entity, namespaces.metadata, 'SPSSODescriptor');
  assert.equal(attributeOf(role, 'AuthnRequestsSigned'), 'true');
  assert.ok(role);
  const acs = childrenNamed(role, namespaces.metadata, 'AssertionConsumerService');
  assert.deepEqual(
    acs.map((each) => attributeOf(each, 'index')),
    ['0'],
  );
  assert.ok(!connectorXml.includes('SPType'));
  for (const version of ['1.4', '1.3', '1.2']) assert.ok(connectorXml.includes(`>${version}<`));
  assert.ok(connectorXml.includes('>Sluis:Sluis:0.1.0<'));
});

for (const binding of ['redirect', 'post'] as const) {
  test(`a service understands our request by ${binding}`, async () => {
    const received = await receive({ binding });
    assert.equal(received.kind, 'request', JSON.stringify(received));
    if (received.kind !== 'request') return;
    const { request } = received;
    assert.equal(request.id, wish.id);
    assert.equal(request.providerName, wish.providerName);
    assert.equal(request.requesterId, wish.requesterId);
    assert.equal(request.relayState, 'state-1');
    assert.equal(request.spType, 'public');
    assert.equal(request.comparison, 'minimum');
    assert.deepEqual(request.assuranceUris, ['http://eidas.europa.eu/LoA/substantial']);
    const required = request.attributes.filter((each) => each.required).map((each) => each.name);
    assert.deepEqual(required, mandatoryAttributes);
    assert.equal(request.attributes.length, 7);
  });
}

test('our request follows the schemas and forces a fresh authentication', () => {
  const sent = writeAuthnRequest({ ...wish, binding: 'post' });
  assert.equal(sent.binding, 'post');
  const bytes = Buffer.from(sent.binding === 'post' ? (sent.fields.SAMLRequest ?? '') : '', 'base64');
  assert.deepEqual(
    readXml(bytes, metadataLimits, (xml) => xml.isSchemaValid()),
    { kind: 'read', result: true },
  );
  const root = readTree(bytes.toString());
  assert.ok(typeof root !== 'string');
  assert.equal(attributeOf(root, 'ForceAuthn'), 'true');
  assert.equal(attributeOf(root, 'IsPassive'), 'false');
  assert.equal(attributeOf(root, 'AssertionConsumerServiceURL'), null);
  assert.equal(attributeOf(root, 'ProtocolBinding'), null);
  assert.equal(textOf(onlyChild(root, namespaces.assertion, 'Issuer')), connectorEntityId);
  assert.ok(!bytes.toString().includes('NodeCountry'));
});

test('whatever the names in it, our request is written in the canonical form that its signature covers', () => {
  const unit = fc.constantFrom('a', 'é', '😀', ' ', '\t', '\n', '\r', '&', '<', '>', '"', "'", '\x9f', ']]>');
  const text = fc.string({ unit, minLength: 1, maxLength: 20 });
  const property = fc.property(text, fc.option(text), (providerName, requesterId) => {
    const sent = writeAuthnRequest({ ...wish, binding: 'redirect', providerName, requesterId });
    const packed = sent.binding === 'redirect' ? new URL(sent.url).searchParams.get('SAMLRequest') : null;
    const written = inflateRawSync(Buffer.from(packed ?? '', 'base64'));
    const root = readTree(written);
    assert.ok(typeof root !== 'string');
    assert.equal(canonicalize(root).toString(), written.toString());
  });
  fc.assert(property, { numRuns: 200 });
  assert.throws(() => writeAuthnRequest({ ...wish, binding: 'post', providerName: 'bell \u0007' }));
});

test('a service that publishes its attributes is asked for no others', () => {
  const published = [...mandatoryAttributes, 'http://eidas.europa.eu/attributes/naturalperson/PlaceOfBirth'];
  assert.deepEqual(attributesFor({ attributes: published }), published);
  assert.equal(attributesFor({ attributes: [] }).length, 7);
});

test('a service without a redirect endpoint gets a form', () => {
  const to = { ...service, endpoints: { redirect: null, post: 'https://eidas.de.example/sso' } };
  assert.equal(writeAuthnRequest({ ...wish, to }).binding, 'post');
});

test('a request that somebody else signed is refused by the service', async () => {
  const stranger = await makeSigningKey();
  for (const binding of ['redirect', 'post'] as const) {
    assert.deepEqual(await receive({ binding, signing: stranger }), {
      kind: 'refused',
      problem: 'signature is not valid',
    });
  }
});
