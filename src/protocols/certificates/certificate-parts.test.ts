import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AsnConvert } from '@peculiar/asn1-schema';
import { Certificate } from '@peculiar/asn1-x509';
import { openCardScene } from '../../../test/support/card-scene.ts';
import { type CertificateParts, readParts } from './certificate-parts.ts';
import { readProfile } from './read-profile.ts';

const { citizen, belgium } = await openCardScene();

/** The same parts, as a library reads them that reads all of a certificate. */
function partsByLibrary(der: Uint8Array) {
  const { tbsCertificate: body, signatureAlgorithm } = AsnConvert.parse(der, Certificate);
  return {
    serialNumber: hex(body.serialNumber),
    subjectKey: hex(body.subjectPublicKeyInfo.subjectPublicKey),
    signatureAlgorithm: signatureAlgorithm.algorithm,
    signedAlgorithm: body.signature.algorithm,
    extensions: [...(body.extensions ?? [])].map((each) => [
      each.extnID,
      each.critical,
      hex(each.extnValue.buffer),
    ]),
  };
}

function comparable({ issuerName, subjectName, ...parts }: CertificateParts) {
  return {
    ...parts,
    serialNumber: hex(parts.serialNumber),
    subjectKey: hex(parts.subjectKey),
    extensions: [...parts.extensions].map(([id, { isCritical, value }]) => [id, isCritical, hex(value)]),
  };
}

function hex(bytes: ArrayBuffer | Uint8Array): string {
  return Buffer.from(bytes as Uint8Array).toString('hex');
}

test('a certificate is walked through as a library reads it', () => {
  for (const { certificate } of [citizen, belgium.citizens, belgium.root, belgium.citizensResponder]) {
    const der = new Uint8Array(certificate.rawData);
    const parts = readParts(Buffer.from(der));
    assert.ok(parts);
    assert.deepEqual(comparable(parts), partsByLibrary(der));
  }
});

test('one with a byte changed says the same to both, or is no certificate', () => {
  const der = new Uint8Array(citizen.certificate.rawData);
  let taken = 0;
  for (let at = 0; at < der.length; at += 3) {
    const changed = Uint8Array.from(der);
    changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
    const profile = readProfile(changed);
    if (profile === null) continue;
    taken += 1;
    assert.deepEqual(comparable(profile.parts), partsByLibrary(changed), `byte ${at}`);
  }
  assert.ok(taken > 0);
});
