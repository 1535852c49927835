import assert from 'node:assert/strict';
import { test } from 'node:test';
import { application } from '../../../../test/support/application-example.ts';
import { caseworkApplication } from '../../../domain/staff/index.ts';
import { onlyOidc } from './application-of.ts';

test('pages of our own are nobody’s client, though they stand in the register of applications', async () => {
  const klip = application('klip');
  const all = [klip, caseworkApplication];
  const seen = onlyOidc({
    find: async (id) => all.find((each) => each.id === id) ?? null,
    list: async () => all,
  });
  assert.equal(await seen.find(klip.id), klip);
  assert.equal(await seen.find(caseworkApplication.id), null);
  assert.deepEqual(await seen.list(), [klip]);
});
