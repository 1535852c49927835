import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { writeIssued } from '../../../simulators/authority/issue-certificate.ts';
import { readOrMakeAuthority } from '../../../simulators/authority/keys.ts';
import { cardProvider } from '../../../test/support/card-provider.ts';
import { DAY, later } from '../../base/time.ts';
import { loadSettings } from '../../config/load.ts';
import { checkCertificates } from './certificates.ts';

describe('doctor, about client certificates,', async () => {
  const at = new Date();
  const folder = mkdtempSync(join(tmpdir(), 'sluis-doctor-'));
  after(() => rmSync(folder, { recursive: true }));
  const { belgium, port } = await readOrMakeAuthority(folder, { origin: 'http://localhost:1' }, at);
  const provider = cardProvider(writeIssued(belgium.root).certificate);
  const files = { certificate: join(folder, 'port.pem'), key: join(folder, 'port.key') };
  writeFileSync(files.certificate, writeIssued(port).certificate);
  writeFileSync(files.key, writeIssued(port).key);
  const good = {
    SLUIS_CERTIFICATE_PORT: '4512',
    SLUIS_CERTIFICATE_TLS_CERTIFICATE: files.certificate,
    SLUIS_CERTIFICATE_TLS_KEY: files.key,
  };
  const find = async (settings: Record<string, string>, when = at, providers = [provider]) =>
    (await checkCertificates(loadSettings(settings), { list: async () => providers }, when)).map(
      ({ verdict, what }) => `${verdict}: ${what}`,
    );

  test('has nothing to say where there are none, and says where they are shown', async () => {
    assert.deepEqual(await find({}, at, []), []);
    assert.deepEqual(await find(good), ['ok: shown at https://localhost:4512']);
  });

  test('warns where there is nowhere to show them, or nobody whose word counts', async () => {
    assert.match((await find({})).join(), /warn: .*nowhere to show them/);
    const shown = { SLUIS_CERTIFICATE_ORIGIN: 'https://card.example.org' };
    assert.match((await find(shown)).join(), /warn: .*no proxy is named/);
    assert.deepEqual(await find({ ...shown, SLUIS_CERTIFICATE_PROXIES: '10.0.0.0/8' }), [
      'ok: shown at https://card.example.org',
    ]);
  });

  test('warns before an authority expires, and when it has', async () => {
    assert.match((await find(good, later(at, 15 * 365 * DAY - 40 * DAY))).join(), /Root CA expires on/);
    assert.match((await find(good, later(at, 16 * 365 * DAY))).join(), /Root CA has expired/);
  });

  test('refuses a port whose key, name or files are not right', async () => {
    const other = join(folder, 'other.key');
    writeFileSync(other, writeIssued(belgium.root).key);
    assert.match((await find({ ...good, SLUIS_CERTIFICATE_TLS_KEY: other })).join(), /fail: .*not that of/);
    assert.match(
      (await find({ ...good, SLUIS_CERTIFICATE_TLS_KEY: '/nowhere' })).join(),
      /fail: .*cannot be read/,
    );
    const elsewhere = { ...good, SLUIS_CERTIFICATE_ORIGIN: 'https://card.example.org' };
    assert.match((await find(elsewhere)).join(), /fail: .*not for card\.example\.org/);
  });
});
