import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { eicarExample } from '../../../test/support/document-examples.ts';
import { startFakeClamd } from '../../../test/support/fake-clamd.ts';
import { documentBounds } from '../../domain/documents/index.ts';
import { openClamav } from './clamav.ts';

test('a file goes to the scanner whole, and its verdict comes back', async (t) => {
  const { address, scanned } = await startFakeClamd(t);
  const scanner = openClamav(address);
  for (const length of [1, 65_536, 65_537, documentBounds.bytes]) {
    assert.equal(await scanner.scan(Buffer.alloc(length, 7)), 'clean');
    assert.equal(scanned.at(-1)?.length, length);
  }
  assert.equal(await scanner.scan(eicarExample()), 'harmful');
  assert.deepEqual(scanned.at(-1), eicarExample());
});

test('a scanner can stand at a socket in the file system', async (t) => {
  const path = join(mkdtempSync(join(tmpdir(), 'sluis-clamd-')), 'clamd.ctl');
  const { address } = await startFakeClamd(t, 'well', path);
  assert.equal(await openClamav(address).scan(Buffer.from('honest')), 'clean');
  assert.equal(await openClamav(address).scan(eicarExample()), 'harmful');
});

for (const mood of ['confused', 'gone', 'too-small', 'endless'] as const) {
  test(`a scanner that is ${mood} has found nothing out`, async (t) => {
    const { address } = await startFakeClamd(t, mood);
    assert.equal(await openClamav(address).scan(Buffer.from('honest')), 'unavailable');
  });
}

test('a scanner that says nothing in its time has found nothing out', async (t) => {
  const { address } = await startFakeClamd(t, 'silent');
  assert.equal(await openClamav(address, 50).scan(Buffer.from('honest')), 'unavailable');
});

test('a scanner that is not there has found nothing out', async () => {
  assert.equal(await openClamav('tcp://127.0.0.1:1').scan(Buffer.from('honest')), 'unavailable');
  assert.equal(await openClamav('unix:/nowhere/clamd.ctl').scan(Buffer.from('honest')), 'unavailable');
});
