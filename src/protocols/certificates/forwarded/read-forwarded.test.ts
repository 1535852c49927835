import assert from 'node:assert/strict';
import type { IncomingMessage } from 'node:http';
import test, { describe } from 'node:test';
import { openCardScene } from '../../../../test/support/card-scene.ts';
import type { Shown } from '../reception/reception.ts';
import { type ForwardedForm, openForwarded } from './read-forwarded.ts';

const { citizen, belgium } = await openCardScene();
const leaf = Buffer.from(citizen.certificate.rawData);
const chain = [belgium.citizens, belgium.root].map((each) => Buffer.from(each.certificate.rawData));
const base64 = leaf.toString('base64');
const sequence = (der: Buffer) => `:${der.toString('base64')}:`;

/** A request from an address, with these lines of headers. */
function requestFrom(remoteAddress: string, lines: readonly (readonly [string, string])[]): IncomingMessage {
  const headers: Record<string, string> = { host: 'login.example' };
  for (const [name, value] of lines) {
    const key = name.toLowerCase();
    headers[key] = headers[key] === undefined ? value : `${headers[key]}, ${value}`;
  }
  const rawHeaders = ['Host', 'login.example', ...lines.flat()];
  const headersDistinct = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]]));
  return { socket: { remoteAddress }, headers, headersDistinct, rawHeaders } as unknown as IncomingMessage;
}

const proxies = ['10.0.0.7', '10.1.0.0/24', '2001:db8::/32'];

function told(lines: readonly (readonly [string, string])[], form: ForwardedForm = 'rfc9440'): Shown {
  const forwarded = openForwarded({ proxies, form })(requestFrom('10.0.0.7', lines));
  assert.ok(forwarded.kind === 'told');
  return forwarded.shown;
}

function offered(shown: Shown): readonly Buffer[] {
  assert.ok(shown.kind === 'offered', shown.kind === 'refused' ? shown.code : '');
  return [shown.certificates.leaf, ...shown.certificates.others].map((each) => Buffer.from(each));
}

const honest = [['Client-Cert', sequence(leaf)]] as const;

describe('a proxy tells the certificate that it was shown', () => {
  test('as RFC 9440 writes it, with the chain', () => {
    const lines = [...honest, ['Client-Cert-Chain', chain.map(sequence).join(', ')]] as const;
    assert.deepEqual(offered(told(lines)), [leaf, ...chain]);
  });

  test('as nginx escapes PEM, and as HAProxy writes DER', () => {
    const pem = `-----BEGIN CERTIFICATE-----\n${base64.replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`;
    assert.deepEqual(offered(told([['client-cert', encodeURIComponent(pem)]], 'nginx')), [leaf]);
    assert.deepEqual(offered(told([['CLIENT-CERT', base64]], 'haproxy')), [leaf]);
  });

  test('or that it was shown none', () => {
    for (const lines of [[], [['Client-Cert', '']]] as const)
      assert.deepEqual(told(lines), { kind: 'refused', code: 'certificate.missing' });
  });

  test('from each address of ours, written as IPv6 sockets write IPv4 too', () => {
    const read = openForwarded({ proxies, form: 'rfc9440' });
    for (const address of ['10.0.0.7', '::ffff:10.0.0.7', '10.1.0.200', '2001:db8::5'])
      assert.equal(read(requestFrom(address, honest)).kind, 'told', address);
    for (const address of ['10.0.0.8', '10.1.1.1', '2001:db9::5', '127.0.0.1', '::ffff:10.0.0.8', ''])
      assert.equal(read(requestFrom(address, honest)).kind, 'forged', address);
  });
});

describe('headers of anybody else', () => {
  test('are taken out of everything that a request is read by, also when it says that it comes from a proxy', () => {
    const lines = [
      ...honest,
      ['client-cert-chain', sequence(leaf)],
      ['CLIENT-CERT', base64],
      ['X-Forwarded-For', '10.0.0.7'],
    ] as const;
    for (const [list, address] of [
      [proxies, '192.0.2.1'],
      [[], '127.0.0.1'],
    ] as const) {
      const request = requestFrom(address, lines);
      assert.equal(openForwarded({ proxies: list, form: 'rfc9440' })(request).kind, 'forged');
      assert.deepEqual(request.rawHeaders, ['Host', 'login.example', 'X-Forwarded-For', '10.0.0.7']);
      assert.deepEqual(Object.keys(request.headers), ['host', 'x-forwarded-for']);
      assert.deepEqual(Object.keys(request.headersDistinct), ['host', 'x-forwarded-for']);
    }
  });

  test('leave a request alone that has none', () => {
    const request = requestFrom('192.0.2.1', [['Accept', '*/*']]);
    assert.equal(openForwarded({ proxies, form: 'rfc9440' })(request).kind, 'none');
    assert.deepEqual(request.rawHeaders, ['Host', 'login.example', 'Accept', '*/*']);
  });
});

describe('after an honest header was read, one is refused', () => {
  const written = sequence(leaf);
  const smuggled: readonly (readonly [string, readonly (readonly [string, string])[], string])[] = [
    ['that stands there twice', [...honest, ['client-cert', written]], 'certificate.malformed'],
    ['of two values in one', [['Client-Cert', `${written}, ${written}`]], 'certificate.malformed'],
    ['with a parameter behind it', [['Client-Cert', `${written};a=1`]], 'certificate.malformed'],
    [
      'that is folded',
      [['Client-Cert', `${written.slice(0, 40)}\r\n ${written.slice(40)}`]],
      'certificate.malformed',
    ],
    ['without its colons', [['Client-Cert', base64]], 'certificate.malformed'],
    [
      'in another alphabet',
      [['Client-Cert', `:${base64.replaceAll('+', '-').replaceAll('/', '_')}-:`]],
      'certificate.malformed',
    ],
    ['that is oversized', [['Client-Cert', `:${'A'.repeat(13_000)}:`]], 'certificate.too-large'],
    [
      'with two chains',
      [...honest, ['Client-Cert-Chain', written], ['Client-Cert-Chain', written]],
      'certificate.malformed',
    ],
    [
      'with a chain that is longer than any',
      [...honest, ['Client-Cert-Chain', Array(5).fill(':AAAA:').join(',')]],
      'certificate.malformed',
    ],
  ];
  for (const [what, lines, code] of smuggled) {
    test(what, () => {
      assert.deepEqual(offered(told(honest)), [leaf]);
      assert.deepEqual(told(lines), { kind: 'refused', code });
    });
  }

  test('of nginx that is no certificate, or two', () => {
    const pem = citizen.certificate.toString('pem');
    assert.equal(offered(told([['Client-Cert', encodeURIComponent(pem)]], 'nginx')).length, 1);
    for (const text of ['%ZZ', 'hello', encodeURIComponent(`${pem}\n${pem}`)])
      assert.deepEqual(told([['Client-Cert', text]], 'nginx'), {
        kind: 'refused',
        code: 'certificate.malformed',
      });
  });
});
