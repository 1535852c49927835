import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connectedCountry, DAY } from '../../../test/support/country-metadata.ts';
import { at, makeSigningKey } from '../../../test/support/eidas-peer.ts';
import { openTestStore } from '../../../test/support/open-test-store.ts';
import { checkCountries } from './countries.ts';

test('the doctor warns early of metadata that end, fetched or not, whether or not a worker ran', async (t) => {
  const { store } = await openTestStore(t);
  const key = await makeSigningKey();
  await store.countries.put(connectedCountry('EE', key));
  await store.countries.put(connectedCountry('LV', key, { refreshFrom: null }));
  const verdicts = async (days: number) =>
    (await checkCountries(store.countries, new Date(at.getTime() + days * DAY))).map((each) =>
      `${each.verdict} ${each.what}`.slice(0, 60),
    );
  assert.deepEqual(await verdicts(0), ['ok 2 connected, all metadata hold']);
  assert.deepEqual(await verdicts(20), [
    'warn the metadata of EE end on 2026-12-22T12:00:00.000Z.',
    'warn the metadata of LV end on 2026-12-22T12:00:00.000Z.',
  ]);
  const [estonia, latvia] = await checkCountries(store.countries, new Date(at.getTime() + 30 * DAY));
  assert.ok(estonia?.verdict === 'warn' && latvia?.verdict === 'warn');
  assert.match(estonia.what, /EE do not hold any more/);
  assert.match(estonia.next, /fresh metadata do not come from https:/);
  assert.match(latvia.next, /apply them/);
});
