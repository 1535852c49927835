import assert from 'node:assert/strict';
import test from 'node:test';
import { decodeBase64 } from './base64.ts';

test('line breaks as Java writes them are read over', () => {
  assert.equal(decodeBase64('aGVs\r\nbG8=\n')?.toString(), 'hello');
  assert.equal(decodeBase64(' aG Vs\tbG8= ')?.toString(), 'hello');
  assert.equal(decodeBase64('')?.length, 0);
});

test('anything but strict base64 is refused', () => {
  for (const text of [
    'aGVsbG8',
    'aGVsbG8==',
    'aGVsbG9=',
    'aGVs-G8=',
    'aGVs.bG8=',
    '=',
    'aGVsbG8=aGVs',
    'aGVsbG8=\u00a0',
    '\uFEFFaGVs',
  ]) {
    assert.equal(decodeBase64(text), null, text);
  }
});
