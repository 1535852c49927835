import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, describe } from 'node:test';
import { answerStatus, writeList } from '../../simulators/authority/answer-status.ts';
import { type Issued, writeIssued } from '../../simulators/authority/issue-certificate.ts';
import { HOUR } from '../../src/base/time.ts';
import { readProfile } from '../../src/protocols/certificates/read-profile.ts';
import { readOcspAnswer } from '../../src/protocols/certificates/revocation/ocsp-answer.ts';
import { writeOcspRequest } from '../../src/protocols/certificates/revocation/ocsp-request.ts';
import { readList, serialKey } from '../../src/protocols/certificates/revocation/read-list.ts';
import { openCardScene } from '../support/card-scene.ts';
import { skipWithout, toolPath } from '../support/tools.ts';

const skip = skipWithout('openssl');

/** OpenSSL judges what our authority writes, and we read what OpenSSL writes. */
describe('OpenSSL, as an independent judge', { skip }, async () => {
  if (skip) return;
  const at = new Date();
  const { belgium, citizen } = await openCardScene(at);
  const folder = mkdtempSync(join(tmpdir(), 'sluis-openssl-'));
  after(() => rmSync(folder, { recursive: true }));
  const file = (name: string, content?: string | Uint8Array) => {
    const path = join(folder, name);
    if (content !== undefined) writeFileSync(path, content, { mode: 0o600 });
    return path;
  };
  const openssl = (...words: string[]) =>
    execFileSync(toolPath('openssl'), words, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      cwd: folder,
    });
  const keep = (name: string, issued: Issued) => {
    const { certificate, key } = writeIssued(issued);
    file(`${name}.pem`, `${certificate}\n`);
    file(`${name}.key`, key);
  };
  keep('root', belgium.root);
  keep('citizens', belgium.citizens);
  keep('responder', belgium.citizensResponder);
  keep('card', citizen);
  const [card, issuer] = [citizen, belgium.citizens].map(({ certificate }) =>
    readProfile(new Uint8Array(certificate.rawData)),
  );
  assert.ok(card && issuer);
  const nonce = new Uint8Array(32).fill(7);
  const asked = { certificate: card, issuer, nonce, at, longestMilliseconds: 24 * HOUR };

  test('takes the chain of a card for a login', () => {
    const said = openssl(
      'verify',
      '-purpose',
      'sslclient',
      '-x509_strict',
      '-CAfile',
      'root.pem',
      '-untrusted',
      'citizens.pem',
      'card.pem',
    );
    assert.match(said, /card\.pem: OK/);
  });

  test('reads our question, and believes the answer and the list of our authority', async () => {
    const question = writeOcspRequest(card, issuer, nonce);
    const responder = { issuer: belgium.citizens, signer: belgium.citizensResponder, isRevoked: () => false };
    file('question.der', question);
    file('answer.der', answerStatus(question, responder, 'honest', at));
    file('list.der', await writeList(belgium.citizens, [citizen.certificate.serialNumber], at));
    file('all.pem', readFileSync(file('root.pem'), 'utf8') + readFileSync(file('citizens.pem'), 'utf8'));
    const said = openssl(
      'ocsp',
      '-reqin',
      'question.der',
      '-respin',
      'answer.der',
      '-CAfile',
      'all.pem',
      '-resp_text',
    );
    assert.match(said, /Cert Status: good/);
    assert.match(said, /OCSP Nonce/);
    assert.match(
      openssl('crl', '-inform', 'DER', '-in', 'list.der', '-text', '-noout'),
      /Revoked Certificates/,
    );
    openssl('crl', '-inform', 'DER', '-in', 'list.der', '-CAfile', 'all.pem', '-verify', '-noout');
  });

  test('answers our question as a responder of its own, and writes a list: both are read', async () => {
    const serial = citizen.certificate.serialNumber.toUpperCase();
    file('question.der', writeOcspRequest(card, issuer, nonce));
    for (const [line, kind] of [
      [`V\t${'491231235959Z'}\t\t${serial}\tunknown\t/CN=card\n`, 'good'],
      [`R\t491231235959Z\t261101000000Z\t${serial}\tunknown\t/CN=card\n`, 'revoked'],
    ] as const) {
      file('index.txt', line);
      openssl(
        'ocsp',
        '-index',
        'index.txt',
        '-rsigner',
        'responder.pem',
        '-rkey',
        'responder.key',
        '-CA',
        'citizens.pem',
        '-reqin',
        'question.der',
        '-respout',
        'answer.der',
        '-ndays',
        '1',
      );
      assert.equal(readOcspAnswer(readFileSync(file('answer.der')), asked).kind, kind);
    }
    file('ca.cnf', '[ca]\ndefault_ca=d\n[d]\ndatabase=index.txt\ndefault_md=sha256\ndefault_crl_days=1\n');
    openssl(
      'ca',
      '-gencrl',
      '-config',
      'ca.cnf',
      '-cert',
      'citizens.pem',
      '-keyfile',
      'citizens.key',
      '-out',
      'list.pem',
    );
    openssl('crl', '-in', 'list.pem', '-outform', 'DER', '-out', 'list.der');
    const list = await readList(readFileSync(file('list.der')), issuer, at);
    assert.ok(list.kind === 'list', 'why' in list ? list.why : '');
    assert.ok(list.revoked.has(serialKey(Buffer.from(serial, 'hex'))));
  });
});
