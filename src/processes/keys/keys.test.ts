import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { currentKey, type KeySet, keysFor, rotateKeys } from '../../domain/keys/index.ts';
import { readKeyFile, writeKeyFile } from '../../files/keys/key-file.ts';
import { makeKey, makeKeySet } from './make-keys.ts';
import { openKeys } from './open-keys.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const rotate = (set: KeySet, use: Parameters<typeof rotateKeys>[1]) =>
  rotateKeys(set, use, (which, stage) => makeKey(which, stage, NOW));
const stagesOf = (set: KeySet, use: Parameters<typeof keysFor>[1]) =>
  keysFor(set, use).map((key) => key.stage);

test('a new key is published before it is used, and the old one is kept until the next rotation', async () => {
  const made = await makeKeySet(NOW);
  const first = currentKey(made, 'oidc-es256').id;
  const announced = await rotate(made, 'oidc-es256');
  assert.equal(currentKey(announced, 'oidc-es256').id, first);
  assert.deepEqual(stagesOf(announced, 'oidc-es256'), ['current', 'next']);
  const moved = await rotate(announced, 'oidc-es256');
  assert.notEqual(currentKey(moved, 'oidc-es256').id, first);
  assert.deepEqual(stagesOf(moved, 'oidc-es256'), ['current', 'previous']);
  const third = await rotate(await rotate(moved, 'oidc-es256'), 'oidc-es256');
  assert.equal(
    third.keys.some((key) => key.id === first),
    false,
  );
});

test('no key that ever sealed a row is thrown away', async () => {
  let set = await makeKeySet(NOW);
  const first = currentKey(set, 'sealing').id;
  for (let turn = 0; turn < 6; turn++) set = await rotate(set, 'sealing');
  assert.equal(
    set.keys.some((key) => key.id === first),
    true,
  );
});

test('a process that was not restarted yet reads what a restarted one already seals', async () => {
  const announced = await rotate(await makeKeySet(NOW), 'sealing');
  const moved = await rotate(announced, 'sealing');
  const known = openKeys(announced).store.sealing;
  const sealsWith = openKeys(moved).store.sealing.current.id;
  assert.equal(
    [known.current, ...known.previous].some((key) => key.id === sealsWith),
    true,
  );
});

test('a retired decryption key opens messages but is not published', async () => {
  const once = await rotate(await makeKeySet(NOW), 'eidas-decryption-ec');
  const { eidas } = openKeys(await rotate(once, 'eidas-decryption-ec'));
  assert.equal(eidas.decryption.length, 3);
  assert.equal(eidas.encryptionCertificates.length, 2);
});

test('the key file is for its owner only, and a file that does not fit is refused without a word of its content', async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'sluis-keys-'));
  context.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'keys.json');
  assert.deepEqual(await readKeyFile(file), { kind: 'missing' });
  const set = await makeKeySet(NOW);
  await writeKeyFile(file, set);
  assert.equal(statSync(file).mode & 0o777, 0o600);
  assert.deepEqual(await readKeyFile(file), { kind: 'read', set, openTo: 'owner' });
  chmodSync(file, 0o644);
  assert.equal((await readKeyFile(file)).kind, 'read');
  const broken = { ...set, keys: set.keys.map((key) => ({ ...key, stage: 'SECRET-STAGE' })) };
  writeFileSync(file, JSON.stringify(broken));
  const refused = await readKeyFile(file);
  assert.equal(refused.kind, 'refused');
  assert.doesNotMatch(JSON.stringify(refused), /SECRET-STAGE|PRIVATE/);
});
