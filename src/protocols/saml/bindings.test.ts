import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import test from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { makeSigningKey } from '../../../test/support/eidas-peer.ts';
import { readRedirect, writePostFields, writeRedirect } from './bindings.ts';

const signing = await makeSigningKey();
const keys = [new X509Certificate(signing.certificate).publicKey];
const xml = '<samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol">é</samlp:AuthnRequest>';
const destination = 'https://eidas.ee.example/sso';
const query = new URL(writeRedirect('SAMLRequest', xml, { destination, relayState: 'a b+c', signing }))
  .search;

test('a redirect carries the message, the state and a signature over both', () => {
  const read = readRedirect('SAMLRequest', query);
  assert.equal(read?.xml.toString(), xml);
  assert.equal(read?.relayState, 'a b+c');
  assert.equal(read?.isSignedBy(keys), true);
});

test('a destination with a query of its own keeps it', () => {
  const url = writeRedirect('SAMLRequest', xml, {
    destination: `${destination}?a=1`,
    relayState: null,
    signing,
  });
  assert.match(url, /\?a=1&SAMLRequest=/);
});

test('the order of the parameters in the address does not matter, only that of the signature', () => {
  const parts = query.slice(1).split('&');
  assert.equal(readRedirect('SAMLRequest', parts.reverse().join('&'))?.isSignedBy(keys), true);
});

test('X28 what was changed, re-encoded or signed by another is refused', async () => {
  assert.equal(readRedirect('SAMLRequest', query)?.isSignedBy(keys), true);
  const stranger = new X509Certificate((await makeSigningKey()).certificate).publicKey;
  assert.equal(readRedirect('SAMLRequest', query)?.isSignedBy([stranger]), false);
  assert.equal(readRedirect('SAMLRequest', query.replace('a%20b', 'a+b'))?.isSignedBy(keys), false);
  assert.equal(
    readRedirect('SAMLRequest', query.replace('RelayState=a', 'RelayState=b'))?.isSignedBy(keys),
    false,
  );
  assert.equal(readRedirect('SAMLRequest', query.replace(/&RelayState=[^&]*/, ''))?.isSignedBy(keys), false);
  assert.equal(
    readRedirect('SAMLRequest', query.replace('ecdsa-sha256', 'ecdsa-sha384'))?.isSignedBy(keys),
    false,
  );
});

test('X28 doubled, mixed or unsigned messages are refused', () => {
  assert.ok(readRedirect('SAMLRequest', query));
  assert.equal(readRedirect('SAMLRequest', `${query}&SAMLRequest=x`), null);
  assert.equal(readRedirect('SAMLRequest', `${query}&SAMLResponse=x`), null);
  assert.equal(readRedirect('SAMLRequest', query.replace(/&Signature=.*/, '')), null);
  assert.equal(readRedirect('SAMLRequest', query.replace(/&SigAlg=[^&]*/, '')), null);
  assert.equal(readRedirect('SAMLRequest', query.replace('ecdsa-sha256', 'rsa-sha256')), null);
  assert.equal(
    readRedirect('SAMLRequest', query.replace('RelayState=a', `RelayState=${'x'.repeat(80)}`)),
    null,
  );
  assert.equal(readRedirect('SAMLRequest', `${query}&SAMLEncoding=urn%3Aother`), null);
  assert.equal(readRedirect('SAMLRequest', query.replace(/SAMLRequest=[^&]*/, 'SAMLRequest=%E0%A4%A')), null);
  assert.equal(readRedirect('SAMLRequest', ''), null);
});

test('X24 a deflate bomb is refused', () => {
  const bomb = encodeURIComponent(deflateRawSync(Buffer.alloc(50_000_000, 0x20)).toString('base64'));
  assert.equal(readRedirect('SAMLRequest', query.replace(/SAMLRequest=[^&]*/, `SAMLRequest=${bomb}`)), null);
});

test('form fields hold the XML as base64', () => {
  assert.deepEqual(writePostFields('SAMLResponse', xml, null), {
    SAMLResponse: Buffer.from(xml).toString('base64'),
  });
  assert.equal(writePostFields('SAMLResponse', xml, 's').RelayState, 's');
});
