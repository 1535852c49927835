import assert from 'node:assert/strict';
import { before, describe, type TestContext, test } from 'node:test';
import { connectedCountry, DAY, metadataOf } from '../../../../test/support/country-metadata.ts';
import { at, makeSigningKey } from '../../../../test/support/eidas-peer.ts';
import { openTestStore } from '../../../../test/support/open-test-store.ts';
import type { EidasCountry, FetchedMetadata, FetchMetadata } from '../../../domain/eidas-country/index.ts';
import { systemRandomness } from '../../../processes/wiring/randomness.ts';
import type { Store } from '../../../store/index.ts';
import type { SigningKey } from '../../saml/keys.ts';
import { refreshMetadata } from './refresh-metadata.ts';

let key: SigningKey;
let other: SigningKey;
before(async () => {
  [key, other] = await Promise.all([makeSigningKey(), makeSigningKey()]);
});
const days = (count: number) => new Date(at.getTime() + count * DAY);

function portsOn({ countries, inTransaction }: Store, now: Date, fetch: FetchMetadata) {
  return { now, fetch, countries, inTransaction, randomness: systemRandomness };
}

/** A store with Estonia (and others), and a refresh that finds `answer` at every address. */
async function open(t: TestContext, ...more: readonly EidasCountry[]) {
  const { store, moveTo } = await openTestStore(t);
  const estonia = connectedCountry('EE', key);
  for (const country of [estonia, ...more]) await store.countries.put(country);
  return {
    store,
    estonia,
    current: () => store.countries.find(estonia.code),
    async refresh(answer: FetchedMetadata | string, now = at) {
      moveTo(now);
      const fetched = typeof answer === 'string' ? ({ kind: 'fetched', xml: answer } as const) : answer;
      const all = await refreshMetadata(portsOn(store, now, async () => fetched));
      const [found] = all.filter(({ country }) => country === 'EE');
      assert.ok(found);
      const { kind, reason, health } = found;
      return { kind, reason, health };
    },
  };
}

describe('fresh metadata of a country', () => {
  test('are taken when they are of the same entity, signed under its anchor, and not older; the trail tells of it', async (t) => {
    const { store, current, refresh } = await open(t);
    const fresh = metadataOf('EE', key, { validUntil: days(60) });
    assert.deepEqual(await refresh(fresh), { kind: 'replaced', reason: null, health: 'working' });
    assert.equal((await current())?.metadata, fresh);
    assert.deepEqual(await refresh(fresh), { kind: 'unchanged', reason: null, health: 'working' });
    const events = (await store.audit.list()).filter(({ kind }) => kind === 'country.metadata-replaced');
    assert.equal(events.length, 1);
  });

  test('of another entity are refused, and the country goes on with those it has', async (t) => {
    const { estonia, current, refresh } = await open(t);
    const fresh = metadataOf('EE', key, {
      entityId: 'https://new.ee.example/metadata',
      validUntil: days(60),
    });
    assert.deepEqual(await refresh(fresh), {
      kind: 'kept',
      reason: 'eidas.metadata-entity',
      health: 'working',
    });
    assert.deepEqual(await current(), estonia);
  });

  test("with another state's entity are refused, even where none was kept yet", async (t) => {
    const latvia = connectedCountry('LV', other);
    const { store, estonia, current, refresh } = await open(t, latvia);
    await store.countries.put({ ...estonia, metadata: null, entityId: null });
    const own = metadataOf('EE', key);
    const borrowed = metadataOf('EE', key, { entityId: latvia.entityId ?? '' });
    assert.equal((await refresh(borrowed)).reason, 'eidas.metadata-entity');
    assert.equal((await current())?.metadata, null);
    assert.equal((await refresh(own)).kind, 'replaced');
    assert.equal((await current())?.entityId, estonia.entityId);
    assert.deepEqual(await store.countries.find(latvia.code), latvia);
  });

  test('signed by a stranger, of another country, older, or not to be had change nothing and are named', async (t) => {
    const { estonia, current, refresh } = await open(t);
    for (const [answer, reason] of [
      [metadataOf('EE', other, { validUntil: days(60) }), 'eidas.metadata-untrusted'],
      [metadataOf('EE', key, { country: 'LV', validUntil: days(60) }), 'eidas.metadata-country'],
      [metadataOf('EE', key, { validUntil: days(-1) }), 'eidas.metadata-expired'],
      [{ kind: 'failed', reason: 'unreachable' }, 'unreachable'],
    ] as const) {
      assert.deepEqual(await refresh(answer), { kind: 'kept', reason, health: 'working' }, reason);
      assert.deepEqual(await current(), estonia);
    }
  });

  test('are not sought for a country that is closed', async (t) => {
    const closed = { kind: 'closed', closure: { reason: 'temporary-problem', text: null } } as const;
    const { store } = await openTestStore(t);
    await store.countries.put(connectedCountry('EE', key, { status: closed }));
    const fetched: string[] = [];
    const fetch: FetchMetadata = async (url) => {
      fetched.push(url);
      return { kind: 'failed', reason: 'unreachable' };
    };
    await refreshMetadata(portsOn(store, at, fetch));
    assert.deepEqual(fetched, []);
  });
});

describe('metadata that are about to end', () => {
  test('warn when a third of their life is left, though they are fetched and come as they were', async (t) => {
    const { estonia, refresh } = await open(t);
    const same = estonia.metadata ?? '';
    assert.equal((await refresh(same, days(19))).health, 'working');
    assert.equal((await refresh(same, days(20))).health, 'metadata-expiring');
    assert.equal((await refresh(same, days(30))).health, 'metadata-expired');
  });

  test('warn when a third of their life is left, when fetching fails', async (t) => {
    const { refresh } = await open(t);
    const failed = { kind: 'failed', reason: 'unreachable' } as const;
    assert.equal((await refresh(failed, days(19))).health, 'working');
    assert.equal((await refresh(failed, days(20))).health, 'metadata-expiring');
  });

  test('warn a third of their life and a week ahead where nothing is fetched', async (t) => {
    const { store, estonia, refresh } = await open(t);
    await store.countries.put({ ...estonia, refreshFrom: null });
    const nothing = { kind: 'failed', reason: 'unreachable' } as const;
    assert.deepEqual(await refresh(nothing, days(19)), {
      kind: 'unchanged',
      reason: null,
      health: 'working',
    });
    assert.equal((await refresh(nothing, days(20))).health, 'metadata-expiring');
    const short = metadataOf('EE', key, { validUntil: days(26) });
    await store.countries.put({ ...estonia, refreshFrom: null, metadata: short });
    assert.equal((await refresh(nothing, days(20))).health, 'metadata-expiring');
  });

  test('count their life anew when fresh ones come', async (t) => {
    const { refresh } = await open(t);
    const fresh = metadataOf('EE', key, { validUntil: days(40) });
    assert.equal((await refresh(fresh, days(25))).health, 'working');
    assert.equal((await refresh(fresh, days(34))).health, 'working');
    assert.equal((await refresh(fresh, days(35))).health, 'metadata-expiring');
  });
});
