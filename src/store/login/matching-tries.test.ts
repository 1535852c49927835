import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { NOON, openTestStore } from '../../../test/support/open-test-store.ts';
import { HOUR, later, MINUTE } from '../../base/time.ts';
import type { CountryCode } from '../../domain/eidas-country/index.ts';
import { mayTry, type PersonIdentifier, type TryCounts } from '../../domain/identity-matching/index.ts';

const BOUNDS = { perIdentifier: 3, perAddress: 5, windowMilliseconds: HOUR, restMilliseconds: 10 * MINUTE };
const anna = 'DE/BE/anna' as PersonIdentifier;
const bert = 'DE/BE/bert' as PersonIdentifier;

test('tries are counted per identifier and per address, this one included', async (t) => {
  const { store } = await openTestStore(t);
  await store.inTransaction(['matching'], async ({ matching }) => {
    assert.deepEqual(await matching.triesOf(anna, '192.0.2.1', NOON, BOUNDS), {
      identifier: 0,
      address: 0,
      oldest: null,
      latest: null,
    });
    assert.deepEqual(await matching.countTry(anna, '192.0.2.1', NOON, BOUNDS), {
      identifier: 1,
      address: 1,
      oldest: NOON,
      latest: null,
    });
    assert.deepEqual(await matching.countTry(bert, '192.0.2.1', NOON, BOUNDS), {
      identifier: 1,
      address: 2,
      oldest: NOON,
      latest: null,
    });
  });
});

test('of parallel tries no more than the bound may go on', async (t) => {
  const { store } = await openTestStore(t);
  const counts = await Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      store.inTransaction(['matching'], ({ matching }) =>
        matching.countTry(anna, `192.0.2.${index}`, NOON, BOUNDS),
      ),
    ),
  );
  assert.equal(counts.filter((each) => mayTry(each, BOUNDS, NOON)).length, BOUNDS.perIdentifier);
});

test('knocking on a closed door does not keep it closed for longer', async (t) => {
  const { store } = await openTestStore(t);
  const tryAt = (minutes: number) =>
    store.inTransaction(['matching'], ({ matching }) =>
      matching.countTry(anna, '192.0.2.1', later(NOON, minutes * MINUTE), BOUNDS),
    );
  const mayAt = (counts: TryCounts, minutes: number) => mayTry(counts, BOUNDS, later(NOON, minutes * MINUTE));
  for (const minutes of [0, 1, 2]) assert.ok(mayAt(await tryAt(minutes), minutes));
  for (const minutes of [3, 30, 59]) {
    const refused = await tryAt(minutes);
    assert.ok(!mayAt(refused, minutes));
    assert.deepEqual(refused.oldest, NOON);
  }
  assert.ok(mayAt(await tryAt(60), 60), 'the first try has left the window');
});

test('an address with too many tries slows those down who made them, and nobody else', async (t) => {
  const { store } = await openTestStore(t);
  const tryAt = async (who: string, minutes: number) => {
    const at = later(NOON, minutes * MINUTE);
    const counts = await store.inTransaction(['matching'], ({ matching }) =>
      matching.countTry(who as PersonIdentifier, '192.0.2.1', at, BOUNDS),
    );
    return mayTry(counts, BOUNDS, at);
  };
  for (let each = 0; each < BOUNDS.perAddress; each++) assert.equal(await tryAt(`DE/BE/${each}`, 0), true);
  assert.equal(await tryAt('DE/BE/0', 1), false);
  assert.equal(await tryAt(anna, 1), true, 'the first try of somebody who shares the address');
  assert.equal(await tryAt(anna, 2), false);
  assert.deepEqual([await tryAt('DE/BE/0', 10), await tryAt(anna, 11)], [true, true]);
});

test('a success takes back the tries of that identifier alone', async (t) => {
  const { store } = await openTestStore(t);
  await store.inTransaction(['matching'], async ({ matching }) => {
    await matching.countTry(anna, '192.0.2.1', NOON, BOUNDS);
    await matching.countTry(bert, '192.0.2.1', NOON, BOUNDS);
    await matching.forget(anna);
    assert.equal((await matching.triesOf(anna, '192.0.2.1', NOON, BOUNDS)).identifier, 0);
    assert.equal((await matching.triesOf(bert, '192.0.2.1', NOON, BOUNDS)).identifier, 1);
  });
});

test('the matching log is as long whether the number that was named existed or not', async (t) => {
  const { store, url } = await openTestStore(t);
  const held = {
    familyName: 'Musterfrau-Ångström',
    givenNames: 'Anna Katharina Maria',
    birthDate: '1985-7-30',
    birthPlace: 'Villers-la-Ville',
    sex: 'female',
  };
  const all = ['familyName', 'givenNames', 'birthDate', 'birthPlace', 'sex', 'number'] as const;
  const entry = {
    at: NOON,
    country: 'DE' as CountryCode,
    identifier: anna,
    outcome: 'unmatched',
    presented: { familyName: 'Müller', givenNames: 'Anna', birthDate: '1985-07-30' },
    correlation: '2222-2222',
  } as const;
  await store.inTransaction(['matching'], async ({ matching }) => {
    const missing = [{ field: 'number', verdict: 'missing' }] as const;
    await matching.log({ ...entry, registered: null, comparisons: missing });
    const differing = all.map((field) => ({ field, verdict: 'different' }) as const);
    await matching.log({ ...entry, registered: held, comparisons: differing });
    await matching.log({ ...entry, registered: { familyName: 'É' }, comparisons: differing });
  });
  const lengths = await lengthsIn(url);
  assert.equal(lengths.length, 1, `lengths ${lengths.join(', ')}`);
  const [first, second] = await store.inTransaction(['matchingLog'], ({ matchingLog }) =>
    matchingLog.of([anna], NOON),
  );
  assert.equal(first?.registered, null);
  assert.deepEqual(second?.registered, held);
});

test('the matching log is kept for a year', async (t) => {
  const { store } = await openTestStore(t);
  await store.inTransaction(['matching'], ({ matching }) =>
    matching.log({
      at: NOON,
      country: 'DE' as CountryCode,
      identifier: anna,
      outcome: 'unmatched',
      comparisons: [{ field: 'birthDate', verdict: 'different' }],
      presented: { familyName: 'Musterfrau' },
      registered: null,
      correlation: 'K7PX-2M9D',
    }),
  );
  const afterYears = async (years: number) => {
    const { dropped } = await store.upkeep.run(later(NOON, years * 365 * 24 * HOUR));
    return dropped.filter((name) => name === 'matching_log_20271001t00').length;
  };
  assert.equal(await afterYears(0.5), 0);
  assert.equal(await afterYears(1), 1);
});

async function lengthsIn(url: string): Promise<readonly number[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ bytes: number }>(
      'select distinct length(compared) as bytes from matching_log',
    );
    return rows.map(({ bytes }) => bytes);
  } finally {
    await client.end();
  }
}
