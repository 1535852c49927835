import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { CorrelationCode } from '../../src/base/correlation.ts';
import { HOUR, later } from '../../src/base/time.ts';
import { withReason } from '../../src/domain/acting/index.ts';
import { application } from '../support/application-example.ts';
import {
  allow,
  employ,
  empower,
  freshNumber,
  giveRight,
  has,
  join,
  known,
  openScene,
  part,
  REASON,
  replace,
  type Somebody,
} from '../support/joining-scene.ts';
import { linkTo } from '../support/open-test-store.ts';
import { keepStates } from '../support/protocol-states.ts';

test('of two joins with one person the newest comes apart first, also when the older was to be undone before it', async (context) => {
  const scene = await openScene(context);
  const { desk, leads } = scene;
  const [kept, one, two] = [await known(scene), await known(scene), await known(scene)];
  await employ(scene, one, 0, 'read');
  await employ(scene, two, 0, 'read', 'write');
  const older = await join(scene, kept, one);
  assert.equal(
    (await desk.proposeUndo({ by: withReason(leads.second, REASON), id: older.id })).kind,
    'proposed',
  );
  const newer = await join(scene, kept, two);
  const undo = { undo: true, comment: REASON };
  assert.deepEqual(await desk.decideUndo({ by: leads.first, id: older.id, ...undo }), {
    kind: 'joined-further',
    first: newer.id,
  });
  assert.equal(await part(scene, newer.id), 'undone');
  assert.equal((await desk.decideUndo({ by: leads.first, id: older.id, ...undo })).kind, 'undone');
  assert.deepEqual(await has(scene, one.id, 0), [`${application('klip').id} read`, 'works']);
  assert.deepEqual(await has(scene, kept.id, 0), []);
});

test('a wrong join can be undone although the register made two of one since: that join comes off first', async (context) => {
  const scene = await openScene(context);
  const [kept, wrong, twin] = [await known(scene, 'BIS'), await known(scene), await known(scene)];
  const first = await join(scene, kept, wrong);
  await replace(scene, kept.number, twin.number);
  const second = await join(scene, twin, wrong);
  assert.deepEqual([first.kind, second.kind], ['joined', 'joined']);
  assert.equal(await part(scene, first.id), 'joined-further');
  assert.equal(await part(scene, second.id), 'undone');
  assert.equal(await part(scene, first.id), 'undone');
  const stands = async ({ number }: Somebody) =>
    (await scene.walk.inTransaction(['persons'], ({ persons }) => persons.findByNumber(number)))?.id;
  assert.equal(await stands(wrong), wrong.id);
  assert.equal(await stands(kept), twin.id, 'the register leads to the new number');
  const again = await replace(scene, kept.number, twin.number);
  assert.ok('join' in again && again.join !== null, 'the two who are one are proposed again');
});

const klip = (right: string) => `${application('klip').id} ${right}`;

test('what an organisation took away from the joined person stays away from both, and what it gave goes with the work', async (context) => {
  const scene = await openScene(context);
  const { walk, organisations } = scene;
  const [kept, other] = [await known(scene), await known(scene)];
  for (const person of [kept, other]) await employ(scene, person, 0, 'read', 'write');
  await employ(scene, other, 1, 'read');
  const { id } = await join(scene, kept, other);
  walk.pass(60_000);
  const ties = (person: Somebody) =>
    walk.inTransaction(['rights'], ({ rights }) => rights.tiesOf(person.id, application('klip').id));
  const live = (await ties(kept)).rights.filter(({ validity }) => validity.until === null);
  const taken = live.find(
    ({ right, organisation }) => right === 'read' && organisation === organisations[0]?.id,
  );
  assert.ok(taken);
  await walk.inTransaction(['rights'], ({ rights }) => rights.end(taken.id, walk.now()));
  for (const { organisation } of [
    { organisation: organisations[0]?.id },
    { organisation: organisations[1]?.id },
  ]) {
    const relation = (await ties(kept)).workRelations.find(
      (each) => each.organisation === organisation && each.validity.until === null,
    );
    assert.ok(relation);
    await walk.inTransaction(['rights'], (stores) => giveRight(stores, relation, 'sign'));
  }
  walk.pass(60_000);
  assert.equal(await part(scene, id), 'undone');
  assert.deepEqual(await has(scene, kept.id, 0), [klip('sign'), klip('write'), 'works']);
  assert.deepEqual(await has(scene, other.id, 0), [klip('write'), 'works']);
  assert.deepEqual(await has(scene, other.id, 1), [klip('read'), klip('sign'), 'works']);
  assert.deepEqual(await has(scene, kept.id, 1), []);
});

test('what an administrator allowed to somebody who was joined further waits again when that is undone', async (context) => {
  const scene = await openScene(context);
  const { walk } = scene;
  const [outer, kept, other, boss] = [
    await known(scene),
    await known(scene),
    await known(scene),
    await known(scene),
  ];
  await empower(scene, boss, 0, 'head-local-administrator');
  await empower(scene, kept, 0, 'represents');
  await employ(scene, other, 0, 'agree');
  const inner = await join(scene, kept, other);
  const above = await join(scene, outer, kept);
  walk.pass(60_000);
  assert.equal((await allow(scene, inner.id, 0, boss.id)).kind, 'allowed');
  assert.deepEqual(await has(scene, outer.id, 0), [klip('agree'), 'represents', 'works']);
  walk.pass(60_000);
  assert.equal(await part(scene, above.id), 'undone');
  assert.deepEqual(await has(scene, outer.id, 0), []);
  assert.deepEqual(await has(scene, kept.id, 0), ['represents']);
  assert.equal((await allow(scene, inner.id, 0, boss.id)).kind, 'allowed');
  assert.deepEqual(await has(scene, kept.id, 0), [klip('agree'), 'represents', 'works']);
  assert.equal(await part(scene, inner.id), 'undone');
  assert.deepEqual(await has(scene, kept.id, 0), ['represents']);
  assert.deepEqual(await has(scene, other.id, 0), [klip('agree'), 'works']);
});

test('what was allowed and was there already goes back to the one who had it', async (context) => {
  const scene = await openScene(context);
  const { walk } = scene;
  const [kept, other, boss] = [await known(scene), await known(scene), await known(scene)];
  await empower(scene, boss, 0, 'head-local-administrator');
  await empower(scene, kept, 0, 'represents');
  await employ(scene, other, 0, 'agree');
  const { id } = await join(scene, kept, other);
  walk.pass(60_000);
  await employ(scene, kept, 0);
  assert.equal((await allow(scene, id, 0, boss.id)).kind, 'allowed');
  walk.pass(60_000);
  assert.equal(await part(scene, id), 'undone');
  assert.deepEqual(await has(scene, kept.id, 0), ['represents', 'works']);
  assert.deepEqual(await has(scene, other.id, 0), [klip('agree'), 'works']);
});

test('two who administer the same since the same day are joined and parted without loss', async (context) => {
  const scene = await openScene(context);
  const [kept, other, until] = [await known(scene), await known(scene), new Date('2030-01-01')];
  for (const person of [kept, other]) await empower(scene, person, 0, 'local-administrator');
  await empower(scene, kept, 1, 'represents', { from: new Date('2026-01-01'), until });
  await empower(scene, other, 1, 'represents');
  const { id } = await join(scene, kept, other);
  scene.walk.pass(60_000);
  assert.deepEqual(await has(scene, kept.id, 0), ['administers as local-administrator']);
  assert.deepEqual(await has(scene, kept.id, 1), ['represents']);
  assert.equal(await part(scene, id), 'undone');
  for (const person of [kept, other]) {
    assert.deepEqual(await has(scene, person.id, 0), ['administers as local-administrator']);
    assert.deepEqual(await has(scene, person.id, 1), ['represents']);
  }
});

test('who began the same on the same day as somebody two joins further gets it back', async (context) => {
  const scene = await openScene(context);
  const [outer, kept, other] = [await known(scene), await known(scene), await known(scene)];
  await empower(scene, outer, 1, 'represents', {
    from: new Date('2026-01-01'),
    until: new Date('2030-01-01'),
  });
  await empower(scene, other, 1, 'represents');
  const inner = await join(scene, kept, other);
  const above = await join(scene, outer, kept);
  for (const { id } of [above, inner]) assert.equal(await part(scene, id), 'undone');
  assert.deepEqual(await has(scene, outer.id, 1), ['represents']);
  assert.deepEqual(await has(scene, kept.id, 1), []);
  assert.deepEqual(await has(scene, other.id, 1), ['represents']);
});

test('a number that was replaced while two were joined goes back to the one whose it was', async (context) => {
  const scene = await openScene(context);
  const { walk } = scene;
  const [kept, other, third] = [await known(scene), await known(scene, 'BIS'), await known(scene)];
  const first = await join(scene, kept, other);
  walk.pass(60_000);
  const fresh = freshNumber();
  assert.equal((await replace(scene, other.number, fresh)).kind, 'replaced');
  walk.pass(60_000);
  const second = await join(scene, kept, third);
  assert.equal(await part(scene, second.id), 'undone');
  assert.equal(await part(scene, first.id), 'undone');
  for (const [person, number] of [
    [kept, kept.number],
    [other, fresh],
    [third, third.number],
  ] as const) {
    const found = await walk.inTransaction(['persons'], ({ persons }) => persons.findByNumber(number));
    assert.equal(found?.id, person.id);
    assert.equal(found?.number?.digits.reveal(), number.digits.reveal());
  }
});

test('logins of both end at a join and at a part, and a link made between them leads to nobody any more', async (context) => {
  const scene = await openScene(context);
  const { walk } = scene;
  const [kept, other] = [await known(scene), await known(scene)];
  await walk.inTransaction(['links'], ({ links }) => links.add(linkTo(other.id, 'DE/BE/before')));
  const login = async ({ id }: Somebody) => {
    const person = await walk.store.persons.find(id);
    assert.ok(person);
    const grant = {
      id: randomUUID(),
      person,
      application: application('klip').id,
      capacity: { kind: 'citizen' },
      authentication: { means: 'eidashigh', assurance: 'high', at: walk.now(), country: 'DE' },
      acrAsked: true,
      scopes: ['openid'],
      session: randomUUID(),
      correlation: 'K7PX-2M9D' as CorrelationCode,
      createdAt: walk.now(),
      expiresAt: later(walk.now(), HOUR),
    } as const;
    await keepStates(walk.store, { kind: 'grant', grant });
    return async () => (await walk.store.grants.find(grant.id)) !== null;
  };
  const before = [await login(kept), await login(other)];
  walk.pass(60_000);
  for (const stands of before) assert.equal(await stands(), true);
  const { id } = await join(scene, kept, other);
  for (const stands of before) assert.equal(await stands(), false, 'ends at the join');
  walk.pass(60_000);
  const between = await login(other);
  assert.equal(await between(), true);
  const since = { ...linkTo(kept.id, 'DE/BE/since'), linkedAt: walk.now() };
  await walk.inTransaction(['links'], ({ links }) => links.add(since));
  walk.pass(60_000);
  assert.equal(await part(scene, id), 'undone');
  assert.equal(await between(), false, 'ends at the part');
  const [ofKept, ofOther] = await walk.inTransaction(['links'], async ({ links }) => [
    await links.liveOf(kept.id),
    await links.liveOf(other.id),
  ]);
  assert.deepEqual([ofKept?.length, ofOther?.length], [0, 1]);
});
