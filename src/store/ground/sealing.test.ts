import assert from 'node:assert/strict';
import { createCipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { testKeys } from '../../../test/support/open-test-store.ts';
import { openProtection, SealBroken, sealedRow } from './sealing.ts';

const keys = testKeys();
const protection = openProtection(keys);
const ROW = 'the row';

test('what is sealed opens again, and looks different each time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const sealed = protection.seal('outbox.payload', ROW, text);
      assert.equal(protection.open('outbox.payload', ROW, sealed), text);
      assert.notDeepEqual(sealed, protection.seal('outbox.payload', ROW, text));
    }),
  );
});

test('bytes are sealed as text is: what holds for one holds for the other', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const sealed = protection.sealBytes('documents.original_sealed', ROW, bytes);
      assert.deepEqual(protection.openBytes('documents.original_sealed', ROW, sealed), Buffer.from(bytes));
      assert.throws(() => protection.openBytes('document_pages.image_sealed', ROW, sealed), SealBroken);
    }),
  );
  const text = protection.seal('outbox.payload', ROW, 'Dag Anna');
  assert.equal(protection.openBytes('outbox.payload', ROW, text).toString(), 'Dag Anna');
});

test('a value that was changed anywhere does not open', () => {
  const sealed = protection.seal('outbox.payload', ROW, 'Dag Anna');
  for (let position = 0; position < sealed.length; position += 1) {
    const changed = Buffer.from(sealed);
    changed.writeUInt8(changed.readUInt8(position) ^ 1, position);
    assert.throws(() => protection.open('outbox.payload', ROW, changed), SealBroken, `byte ${position}`);
  }
  for (let length = 0; length < sealed.length; length += 1) {
    assert.throws(() => protection.open('outbox.payload', ROW, sealed.subarray(0, length)), SealBroken);
  }
});

test('a value that was moved to another column does not open', () => {
  const sealed = protection.seal('person_numbers.number_sealed', ROW, '85073003328');
  assert.throws(() => protection.open('register_persons.number_sealed', ROW, sealed), SealBroken);
});

test('a value that was moved to another row does not open', () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.uint8Array(), (own, other) => {
      fc.pre(Buffer.compare(own, other) !== 0);
      const sealed = protection.seal('case_notes.text_sealed', own, 'a note');
      assert.equal(protection.open('case_notes.text_sealed', own, sealed), 'a note');
      assert.throws(() => protection.open('case_notes.text_sealed', other, sealed), SealBroken);
    }),
  );
});

test('rows that are told apart by several columns are never taken for one another', () => {
  const column = fc.oneof(fc.string(), fc.integer(), fc.constant(null));
  const columns = fc.array(column, { maxLength: 4 });
  fc.assert(
    fc.property(columns, columns, (one, other) => {
      const same = one.length === other.length && one.every((each, place) => Object.is(each, other[place]));
      fc.pre(![...one, ...other].some((each) => Object.is(each, -0)));
      assert.equal(sealedRow(...one) === sealedRow(...other), same);
    }),
  );
});

test('a value of before rows were bound in still opens, in its column alone, and cannot be made of a new one', () => {
  const old = sealedAsBefore('outbox.payload', 'Dag Anna');
  assert.equal(protection.open('outbox.payload', ROW, old), 'Dag Anna');
  assert.throws(() => protection.open('documents.name_sealed', ROW, old), SealBroken);
  const made = protection.seal('outbox.payload', ROW, 'Dag Anna');
  made.writeUInt8(1, 0);
  assert.throws(() => protection.open('outbox.payload', ROW, made), SealBroken);
});

/** The form that was written before: the same, with the column alone bound in. */
function sealedAsBefore(place: string, text: string): Buffer {
  const { id, key } = keys.sealing.current;
  const derived = Buffer.from(hkdfSync('sha256', key, '', `sluis seal ${place}`, 32));
  const prefix = Buffer.from(`\x01${String.fromCharCode(id.length)}${id}`, 'latin1');
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', derived, nonce).setAAD(
    Buffer.from(prefix.toString('latin1') + place),
  );
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([prefix, nonce, cipher.getAuthTag(), body]);
}

test('after a rotation old values open with the previous key, and new ones only with the new', () => {
  const old = protection.seal('outbox.payload', ROW, 'old');
  const current = { id: 'test-2', key: new Uint8Array(32).fill(2) };
  const rotated = openProtection({ ...keys, sealing: { current, previous: [keys.sealing.current] } });
  assert.equal(rotated.open('outbox.payload', ROW, old), 'old');
  const fresh = rotated.seal('outbox.payload', ROW, 'new');
  assert.throws(() => protection.open('outbox.payload', ROW, fresh), SealBroken);
  const forgotten = openProtection({ ...keys, sealing: { current, previous: [] } });
  assert.throws(() => forgotten.open('outbox.payload', ROW, old), /no key "test-1"/);
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
