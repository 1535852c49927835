import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { Redacted } from '../../src/base/redacted.ts';
import type { DeviceMark } from '../../src/domain/account/index.ts';
import type { AccountKeyId } from '../../src/domain/account-keys/index.ts';
import { join, known, openScene, part, type Scene, type Somebody } from '../support/joining-scene.ts';

const names = ['knownLogins', 'ownLogins', 'accountKeys'] as const;
const family = { browser: 'firefox', system: 'linux' } as const;

const waysOf = ({ walk }: Scene, { id }: Somebody) =>
  walk.inTransaction(names, async ({ knownLogins, ownLogins, accountKeys }) => {
    const login = await knownLogins.of(id);
    const own = await ownLogins.of(id);
    const blocked = login.means.filter(({ isBlocked }) => isBlocked).map(({ code }) => code);
    assert.deepEqual(
      own.means.filter(({ blockedAt }) => blockedAt !== null).map(({ code }) => code),
      blocked,
      'the login and the account say the same',
    );
    return {
      blocked,
      used: login.means.filter(({ lastUsedAt }) => lastUsedAt !== null).map(({ code }) => code),
      devices: own.devices.length,
      keys: (await accountKeys.listOf(id)).length,
    };
  });

test('what both persons blocked, the browsers they used and the keys they hold are of the one who stays', async (context) => {
  const scene = await openScene(context);
  const { walk } = scene;
  const [kept, other] = [await known(scene), await known(scene, 'BIS')];
  const key = () => ({
    id: randomUUID() as AccountKeyId,
    name: 'Phone',
    binding: { by: 'eidashigh', assurance: 'substantial', counts: 'everywhere' } as const,
    boundAt: walk.now(),
    lastUsedAt: null,
    ended: null,
    kind: 'app' as const,
  });
  await walk.inTransaction(names, async ({ knownLogins, ownLogins, accountKeys }) => {
    for (const { id } of [kept, other]) {
      const device = { id: knownLogins.deviceOf(id, 'laptop' as DeviceMark), family };
      await knownLogins.note({ person: id, device, means: 'itsme', at: walk.now() });
      const secret = new Redacted<Uint8Array>(Buffer.from(id));
      await accountKeys.add({ key: { ...key(), person: id }, secret });
    }
    await ownLogins.block(kept.id, 'csamsms', walk.now());
    await ownLogins.block(other.id, 'itsme', walk.now());
  });
  const before = [await waysOf(scene, kept), await waysOf(scene, other)];
  assert.deepEqual(
    before.map(({ blocked }) => blocked),
    [['csamsms'], ['itsme']],
  );

  const { id } = await join(scene, kept, other);
  assert.deepEqual(await waysOf(scene, kept), {
    blocked: ['csamsms', 'itsme'],
    used: ['itsme'],
    devices: 2,
    keys: 2,
  });

  assert.equal(await part(scene, id), 'undone');
  assert.deepEqual([await waysOf(scene, kept), await waysOf(scene, other)], before);
});

test('the one who stays may use again what the other had blocked', async (context) => {
  const scene = await openScene(context);
  const [kept, other] = [await known(scene), await known(scene, 'BIS')];
  const block = () =>
    scene.walk.inTransaction(names, ({ ownLogins }) => ownLogins.block(other.id, 'itsme', scene.walk.now()));
  await block();
  await join(scene, kept, other);
  assert.deepEqual((await waysOf(scene, kept)).blocked, ['itsme']);
  await scene.walk.inTransaction(names, ({ ownLogins }) => ownLogins.unblock(kept.id, 'itsme'));
  assert.deepEqual((await waysOf(scene, kept)).blocked, []);
});
