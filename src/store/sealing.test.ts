import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { testKeys } from '../../test/support/open-test-store.ts';
import { openProtection, SealBroken } from './sealing.ts';

const keys = testKeys();
const protection = openProtection(keys);

test('what is sealed opens again, and looks different each time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const sealed = protection.seal('outbox.payload', text);
      assert.equal(protection.open('outbox.payload', sealed), text);
      assert.notDeepEqual(sealed, protection.seal('outbox.payload', text));
    }),
  );
});

test('bytes are sealed as text is: what holds for one holds for the other', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const sealed = protection.sealBytes('documents.original_sealed', bytes);
      assert.deepEqual(protection.openBytes('documents.original_sealed', sealed), Buffer.from(bytes));
      assert.throws(() => protection.openBytes('document_pages.image_sealed', sealed), SealBroken);
    }),
  );
  const text = protection.seal('outbox.payload', 'Dag Anna');
  assert.equal(protection.openBytes('outbox.payload', text).toString(), 'Dag Anna');
});

test('a value that was changed anywhere does not open', () => {
  const sealed = protection.seal('outbox.payload', 'Dag Anna');
  for (let position = 0; position < sealed.length; position += 1) {
    const changed = Buffer.from(sealed);
    changed.writeUInt8(changed.readUInt8(position) ^ 1, position);
    assert.throws(() => protection.open('outbox.payload', changed), SealBroken, `byte ${position}`);
  }
  for (let length = 0; length < sealed.length; length += 1) {
    assert.throws(() => protection.open('outbox.payload', sealed.subarray(0, length)), SealBroken);
  }
});

test('a value that was moved to another column does not open', () => {
  const sealed = protection.seal('person_numbers.number_sealed', '85073003328');
  assert.throws(() => protection.open('register_persons.number_sealed', sealed), SealBroken);
});

test('after a rotation old values open with the previous key, and new ones only with the new', () => {
  const old = protection.seal('outbox.payload', 'old');
  const current = { id: 'test-2', key: new Uint8Array(32).fill(2) };
  const rotated = openProtection({ ...keys, sealing: { current, previous: [keys.sealing.current] } });
  assert.equal(rotated.open('outbox.payload', old), 'old');
  const fresh = rotated.seal('outbox.payload', 'new');
  assert.throws(() => protection.open('outbox.payload', fresh), SealBroken);
  const forgotten = openProtection({ ...keys, sealing: { current, previous: [] } });
  assert.throws(() => forgotten.open('outbox.payload', old), /no key "test-1"/);
  assert.deepEqual(rotated.hash('national-number', '1'), protection.hash('national-number', '1'));
});

test('a hash depends on the key and on the kind of value', () => {
  const number = protection.hash('national-number', '85073003328');
  assert.deepEqual(protection.hash('national-number', '85073003328'), number);
  assert.notDeepEqual(protection.hash('person-identifier', '85073003328'), number);
  assert.notDeepEqual(openProtection(testKeys()).hash('national-number', '85073003328'), number);
});

test('a key of the wrong length is refused', () => {
  const short = { id: 'short', key: new Uint8Array(16) };
  assert.throws(() => openProtection({ ...keys, sealing: { current: short, previous: [] } }), /32 bytes/);
  assert.throws(() => openProtection({ ...keys, hashing: { key: new Uint8Array(31) } }), /32 bytes/);
});
