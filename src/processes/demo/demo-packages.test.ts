import assert from 'node:assert/strict';
import test from 'node:test';
import { missingForDemo } from './demo-packages.ts';

test('where the packages of the demo are, nothing is missing; a server install is told how to come by them', () => {
  assert.equal(missingForDemo(), null);
  const missing = missingForDemo((name) => {
    throw new Error(`Cannot find package '${name}'`);
  });
  assert.match(missing?.what ?? '', /server install \(npm ci --omit=dev\)/);
  assert.match(missing?.next ?? '', /npm start, which installs them, or run npm ci\./);
});
