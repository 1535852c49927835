import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { constants, createPublicKey, createVerify } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { attributesFor, writeAuthnRequest } from '#src/protocols/eidas/index.ts';
import { at, connectorEntityId, makeCountry, makeSigningKey } from '../support/eidas-peer.ts';
import { skipWithout, toolPath } from '../support/tools.ts';

const folder = mkdtempSync(join(tmpdir(), 'sluis-authn-request-'));
after(() => rmSync(folder, { recursive: true }));

const { service } = await makeCountry('EL');
const both = {
  ...service,
  endpoints: { post: 'https://eidas.el.example/post', redirect: 'https://eidas.el.example/redirect' },
};
const wish = {
  to: both,
  from: connectorEntityId,
  id: '_0123456789abcdef0123456789abcdef01234567',
  at,
  assurance: 'substantial',
  attributes: attributesFor(both),
  providerName: 'KLIP & "co"',
  requesterId: 'https://klip.example',
  relayState: null,
} as const;

describe('a request to a member state', () => {
  test('by HTTP-POST is signed inside the XML as xmlsec1 verifies it', {
    skip: skipWithout('xmlsec1'),
  }, async () => {
    const signing = await makeSigningKey();
    const sent = writeAuthnRequest({ ...wish, signing });
    assert.ok(sent.binding === 'post');
    const xml = Buffer.from(sent.fields.SAMLRequest ?? '', 'base64').toString();
    const certificate = join(folder, 'signing.crt');
    writeFileSync(certificate, signing.certificate);
    const judge = (name: string, text: string) => {
      const path = join(folder, name);
      writeFileSync(path, text);
      const idAttribute = ['--id-attr:ID', 'urn:oasis:names:tc:SAML:2.0:protocol:AuthnRequest'];
      return spawnSync(toolPath('xmlsec1'), [
        '--verify',
        ...idAttribute,
        '--pubkey-cert-pem',
        certificate,
        path,
      ]);
    };
    const honest = judge('honest.xml', xml);
    assert.equal(honest.status, 0, String(honest.stderr));
    assert.notEqual(judge('changed.xml', xml.replace('KLIP', 'klip')).status, 0);
  });

  test('by HTTP-Redirect is signed over the query exactly as it stands', async () => {
    const signing = await makeSigningKey({ kind: 'rsa', bits: 3072 }, 'rsa-pss-sha256');
    const sent = writeAuthnRequest({ ...wish, relayState: 'é'.repeat(40), signing, binding: 'redirect' });
    assert.ok(sent.binding === 'redirect');
    const [, query = ''] = sent.url.split('?');
    const [signed = '', signature = ''] = query.split('&Signature=');
    assert.deepEqual(
      signed.split('&').map((part) => part.split('=')[0]),
      ['SAMLRequest', 'RelayState', 'SigAlg'],
    );
    const verify = (text: string) =>
      createVerify('sha256')
        .update(text)
        .verify(
          {
            key: createPublicKey(signing.certificate),
            padding: constants.RSA_PKCS1_PSS_PADDING,
            saltLength: 32,
          },
          decodeURIComponent(signature),
          'base64',
        );
    assert.equal(verify(signed), true);
    assert.equal(verify(signed.replace('SAMLRequest=', 'SAMLRequest=A')), false);
  });

  test('carries a RelayState of at most 80 bytes, whatever the binding', async () => {
    const signing = await makeSigningKey();
    for (const binding of ['post', 'redirect'] as const) {
      const sent = writeAuthnRequest({ ...wish, signing, binding, relayState: 'é'.repeat(40) });
      assert.equal(sent.binding, binding);
      assert.throws(
        () => writeAuthnRequest({ ...wish, signing, binding, relayState: 'é'.repeat(41) }),
        /80 bytes/,
      );
    }
  });
});

describe('the binding of a request', () => {
  const { post, redirect } = both.endpoints;
  const choices = [
    ['is HTTP-POST where the state offers both', { post, redirect }, null, 'post'],
    ['is HTTP-Redirect where nothing else is offered', { post: null, redirect }, null, 'redirect'],
    ['is HTTP-POST where nothing else is offered', { post, redirect: null }, null, 'post'],
    ['is HTTP-Redirect where that was agreed', { post, redirect }, 'redirect', 'redirect'],
    [
      'is what is offered when what was agreed is offered no longer',
      { post, redirect: null },
      'redirect',
      'post',
    ],
  ] as const;
  for (const [name, endpoints, agreed, expected] of choices) {
    test(name, async () => {
      const signing = await makeSigningKey();
      const sent = writeAuthnRequest({ ...wish, to: { ...both, endpoints }, signing, binding: agreed });
      assert.equal(sent.binding, expected);
      assert.equal(sent.destination, endpoints[expected]);
    });
  }
});
