import { createHash, createHmac, randomBytes } from 'node:crypto';
import { writeDer } from '../../src/protocols/saml/der.ts';
import type { Issued } from './issue-certificate.ts';

const SEQUENCE = 0x30;
const SET = 0x31;
const OCTETS = 0x04;
const CONTENT = 0xa0;

const oids = {
  data: '1.2.840.113549.1.7.1',
  certificateBag: '1.2.840.113549.1.12.10.1.3',
  keyBag: '1.2.840.113549.1.12.10.1.2',
  x509: '1.2.840.113549.1.9.22.1',
  localKey: '1.2.840.113549.1.9.21',
  friendlyName: '1.2.840.113549.1.9.20',
  sha256: '2.16.840.1.101.3.4.2.1',
} as const;

const ROUNDS = 10_000;

/**
 * A file with a certificate, those of its issuers and its key, as browsers import it (PKCS #12, RFC 7292). The key is encrypted (AES-256) and the
 * whole protected by the password; the certificates, which are public, are not encrypted.
 */
export function writeP12(
  { certificate, privateKey }: Issued,
  issuers: readonly Issued[],
  given: { readonly name: string; readonly password: string },
): Buffer {
  const { name, password } = given;
  const own = Buffer.from(certificate.rawData);
  const attributes = set(
    sequence(oid(oids.localKey), set(octets(createHash('sha1').update(own).digest()))),
    sequence(oid(oids.friendlyName), set(writeDer(0x1e, wide(name)))),
  );
  const bags = [
    certificateBag(own, attributes),
    ...issuers.map((issuer) => certificateBag(Buffer.from(issuer.certificate.rawData), null)),
  ];
  const key = privateKey.export({
    ...{ type: 'pkcs8', format: 'der', cipher: 'aes-256-cbc' },
    passphrase: password,
  } as { type: 'pkcs8'; format: 'der'; cipher: string; passphrase: string });
  const keyBag = sequence(oid(oids.keyBag), content(key), attributes);
  const safe = sequence(dataOf(sequence(...bags)), dataOf(sequence(keyBag)));
  return sequence(integer(3), dataOf(safe), macOf(safe, password));
}

function certificateBag(der: Buffer, attributes: Buffer | null): Buffer {
  const value = content(sequence(oid(oids.x509), content(octets(der))));
  return sequence(oid(oids.certificateBag), value, ...(attributes ? [attributes] : []));
}

function dataOf(bytes: Buffer): Buffer {
  return sequence(oid(oids.data), content(octets(bytes)));
}

function macOf(safe: Buffer, password: string): Buffer {
  const salt = randomBytes(16);
  const mac = createHmac('sha256', macKey(password, salt)).update(safe).digest();
  const algorithm = sequence(oid(oids.sha256), writeDer(0x05, Buffer.alloc(0)));
  return sequence(sequence(algorithm, octets(mac)), octets(salt), integer(ROUNDS));
}

/** The key of the MAC out of a password: RFC 7292, appendix B, of which one block of SHA-256 is enough. */
function macKey(password: string, salt: Buffer): Buffer {
  const block = 64;
  const fill = (bytes: Buffer) => {
    const length = block * Math.ceil(bytes.length / block);
    return Buffer.from(Array.from({ length }, (_, place) => bytes[place % bytes.length] ?? 0));
  };
  const secret = Buffer.concat([wide(password), Buffer.alloc(2)]);
  let digest = createHash('sha256')
    .update(Buffer.concat([Buffer.alloc(block, 3), fill(salt), fill(secret)]))
    .digest();
  for (let round = 1; round < ROUNDS; round += 1) digest = createHash('sha256').update(digest).digest();
  return digest;
}

/** Text in UTF-16, the larger byte first. */
function wide(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return writeDer(SEQUENCE, Buffer.concat(parts));
}

function set(...parts: readonly Buffer[]): Buffer {
  return writeDer(SET, Buffer.concat([...parts].sort(Buffer.compare)));
}

function octets(bytes: Buffer): Buffer {
  return writeDer(OCTETS, bytes);
}

function content(bytes: Buffer): Buffer {
  return writeDer(CONTENT, bytes);
}

function integer(value: number): Buffer {
  const bytes = value < 128 ? [value] : [value >> 8, value & 0xff];
  return writeDer(0x02, Buffer.from(bytes));
}

function oid(text: string): Buffer {
  const [first = 0, second = 0, ...rest] = text.split('.').map(Number);
  const bytes = [first * 40 + second, ...rest].flatMap((part) => {
    const groups = [part & 0x7f];
    for (let left = Math.floor(part / 128); left > 0; left = Math.floor(left / 128))
      groups.unshift((left & 0x7f) | 0x80);
    return groups;
  });
  return writeDer(0x06, Buffer.from(bytes));
}
