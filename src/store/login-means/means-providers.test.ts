import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openTestStore } from '../../../test/support/open-test-store.ts';
import { clientKeys, federalProvider } from '../../../test/support/provider-examples.ts';

test('a provider is kept with its moments and its keys, and read as it was put', async (t) => {
  const { store } = await openTestStore(t);
  const closed = {
    kind: 'closed',
    reason: { en: 'Works' },
    from: null,
    until: new Date('2026-12-01Z'),
  } as const;
  const provider = federalProvider({ status: closed, keys: clientKeys() });
  const put = () => store.inTransaction(['meansProviders'], (stores) => stores.meansProviders.put(provider));
  assert.deepEqual(await put(), { kind: 'added' });
  assert.deepEqual(await put(), { kind: 'unchanged' });
  const [kept, ...others] = await store.meansProviders.list();
  assert.ok(kept?.kind === 'openid' && others.length === 0);
  assert.equal(kept.keys.reveal(), provider.keys.reveal());
  assert.deepEqual({ ...kept, keys: provider.keys }, provider);
});

test('a unit of work sees its own change of a provider, and everybody else sees it once it is kept', async (t) => {
  const { store } = await openTestStore(t);
  const issuers = (some: Awaited<ReturnType<typeof store.meansProviders.list>>) =>
    some.map((each) => each.kind === 'openid' && each.issuer);
  assert.deepEqual(issuers(await store.meansProviders.list()), []);
  await store.inTransaction(['meansProviders'], async ({ meansProviders }) => {
    await meansProviders.put(federalProvider());
    assert.deepEqual(issuers(await meansProviders.list()), ['https://fas.example']);
    assert.deepEqual(issuers(await store.meansProviders.list()), []);
  });
  assert.deepEqual(issuers(await store.meansProviders.list()), ['https://fas.example']);
  const moved = federalProvider({ issuer: 'https://new.example' });
  await store.inTransaction(['meansProviders'], (stores) => stores.meansProviders.put(moved));
  assert.deepEqual(issuers(await store.meansProviders.list()), ['https://new.example']);
});
