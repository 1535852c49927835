import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withReason } from '../../src/domain/acting/index.ts';
import { allowWaiting, bindJoining } from '../../src/domain/joining/index.ts';
import type { PersonId } from '../../src/domain/person/index.ts';
import { application } from '../support/application-example.ts';
import {
  employ,
  freshNumber,
  has,
  join,
  known,
  openScene,
  part,
  REASON,
  replace,
} from '../support/joining-scene.ts';
import { linkTo } from '../support/open-test-store.ts';

test('two persons are joined by two case leads, never by one, and never by one of both', async (context) => {
  const scene = await openScene(context);
  const { desk, leads, walk } = scene;
  const [kept, other] = [await known(scene), await known(scene, 'BIS')];
  const wish = { kept: kept.number, other: other.number, reason: REASON };
  const agent = await walk.member('Eva');
  assert.equal((await desk.proposeJoin({ by: withReason(agent, wish.reason), ...wish })).kind, 'not-allowed');
  assert.equal((await desk.proposeJoin({ by: withReason(leads.first, 'short'), ...wish })).kind, 'wrong');
  assert.equal(
    (await desk.proposeJoin({ by: withReason(leads.first, wish.reason), ...wish, other: kept.number })).kind,
    'wrong',
  );
  assert.equal(
    (await desk.proposeJoin({ by: withReason({ ...leads.first, person: kept.id }, wish.reason), ...wish }))
      .kind,
    'own-case',
  );
  const proposed = await desk.proposeJoin({ by: withReason(leads.first, wish.reason), ...wish });
  assert.ok(proposed.kind === 'proposed');
  const yes = { join: true, comment: REASON };
  assert.equal((await desk.decideJoin({ by: leads.first, id: proposed.id, ...yes })).kind, 'own-decision');
  assert.equal(
    (await desk.decideJoin({ by: { ...leads.second, person: other.id }, id: proposed.id, ...yes })).kind,
    'own-case',
  );
  assert.equal((await desk.decideJoin({ by: leads.second, id: proposed.id, ...yes })).kind, 'joined');
  assert.equal(
    (await desk.decideJoin({ by: leads.second, id: proposed.id, ...yes })).kind,
    'already-decided',
  );
});

test('a joined person is found by every id, sub, number and link of both, and has the number of the register', async (context) => {
  const scene = await openScene(context);
  const { walk } = scene;
  const [kept, other] = [await known(scene, 'BIS'), await known(scene)];
  const subject = (await walk.store.persons.find(other.id))?.subject;
  await walk.inTransaction(['links'], async ({ links }) => {
    await links.add(linkTo(kept.id, 'DE/BE/one'));
    await links.add(linkTo(other.id, 'DE/BE/two'));
  });
  const { id, kind } = await join(scene, kept, other);
  assert.equal(kind, 'joined');
  assert.equal((await walk.store.persons.find(other.id))?.id, kept.id);
  assert.ok(subject);
  assert.equal((await walk.store.persons.findBySubject(subject))?.id, kept.id);
  for (const { number } of [kept, other]) {
    const person = await walk.inTransaction(['persons'], ({ persons }) => persons.findByNumber(number));
    assert.equal(person?.id, kept.id);
    assert.equal(person?.number?.digits.reveal(), other.number.digits.reveal(), 'RN before BIS');
  }
  assert.equal((await walk.inTransaction(['links'], ({ links }) => links.liveOf(kept.id))).length, 2);
  assert.equal(await part(scene, id), 'undone');
  for (const each of [kept, other]) {
    const person = await walk.inTransaction(['persons'], ({ persons }) => persons.findByNumber(each.number));
    assert.equal(person?.id, each.id);
    assert.equal(person?.number?.digits.reveal(), each.number.digits.reveal());
    assert.equal((await walk.inTransaction(['links'], ({ links }) => links.liveOf(each.id))).length, 1);
  }
});

test('rights that would be more together wait for an administrator, who is told; nobody says yes for themselves', async (context) => {
  const scene = await openScene(context);
  const { walk, world, organisations } = scene;
  const [kept, other, boss] = [await known(scene), await known(scene), await known(scene)];
  await employ(scene, boss, 0);
  const [organisation] = organisations;
  assert.ok(organisation);
  const validity = { from: new Date('2026-01-01'), until: null };
  for (const { id } of [boss, other])
    await walk.inTransaction(['organisations'], (stores) =>
      stores.organisations.addAdministration({
        organisation: organisation.id,
        person: id,
        kind: 'head-local-administrator',
        validity,
      }),
    );
  await employ(scene, kept, 0, 'propose');
  await employ(scene, other, 0, 'agree');
  await employ(scene, other, 1, 'read');
  await walk.inTransaction(['links'], ({ links }) => links.add(linkTo(kept.id, 'DE/BE/one')));
  const { id } = await join(scene, kept, other);
  const klip = application('klip').id;
  assert.deepEqual(await has(scene, kept.id, 0), [`${klip} propose`, 'works']);
  assert.deepEqual(await has(scene, kept.id, 1), [`${klip} read`, 'works'], 'what is new alone goes over');
  const told = (await walk.mails()).map(({ to, template }) => `${to} ${template}`);
  assert.deepEqual(
    told.toSorted(),
    [
      `${boss.id}@example.be rights-wait`,
      // Both addresses are theirs now: a stranger's file would be noticed at the one that was its own.
      `${kept.id}@example.be persons-joined`,
      `${other.id}@example.be persons-joined`,
    ].toSorted(),
  );
  const ask = (administrator: PersonId) =>
    bindJoining(world)(allowWaiting)({
      join: id,
      organisation: organisation.id,
      administrator,
      by: { kind: 'operator', id: 'test' },
    });
  for (const nobody of [kept.id, other.id, scene.leads.first.person])
    assert.equal((await ask(nobody)).kind, 'no-administrator');
  assert.equal((await ask(boss.id)).kind, 'allowed');
  assert.equal((await ask(boss.id)).kind, 'nothing-waits');
  const all = ['administers as head-local-administrator', `${klip} agree`, `${klip} propose`, 'works'];
  assert.deepEqual(await has(scene, kept.id, 0), all.toSorted());
  assert.equal(await part(scene, id), 'undone');
  assert.deepEqual(await has(scene, kept.id, 0), [`${klip} propose`, 'works']);
  assert.deepEqual(
    await has(scene, other.id, 0),
    ['administers as head-local-administrator', `${klip} agree`, 'works'].toSorted(),
  );
  assert.deepEqual(await has(scene, kept.id, 1), []);
  assert.deepEqual(await has(scene, other.id, 1), [`${klip} read`, 'works']);
});

test('who proposed something under one id cannot decide on it under the other one', async (context) => {
  const scene = await openScene(context);
  const { desk, leads, walk } = scene;
  const [a, b] = [await known(scene), await known(scene)];
  const wish = { kept: a.number, other: b.number, reason: REASON };
  const twin = await walk.member('Noor', 'case-lead');
  const proposed = await desk.proposeJoin({ by: withReason(twin, wish.reason), ...wish });
  assert.ok(proposed.kind === 'proposed');
  await walk.inTransaction(['persons'], ({ persons }) =>
    persons.replaceNumber(twin.person, freshNumber(), walk.now()),
  );
  const number = (await walk.store.persons.find(twin.person))?.number;
  const own = await known(scene);
  assert.ok(number);
  assert.equal((await join(scene, own, { id: twin.person, number })).kind, 'joined');
  const joined = { ...leads.second, person: own.id };
  const yes = { join: true, comment: REASON };
  assert.equal((await desk.decideJoin({ by: joined, id: proposed.id, ...yes })).kind, 'own-decision');
});

test('two whose numbers the register holds as one cannot be parted, and those joined further come apart in order', async (context) => {
  const scene = await openScene(context);
  const [a, b, c] = [await known(scene, 'BIS'), await known(scene), await known(scene)];
  const inner = await join(scene, b, a);
  const outer = await join(scene, c, b);
  assert.deepEqual([inner.kind, outer.kind], ['joined', 'joined']);
  assert.equal(await part(scene, inner.id), 'joined-further');
  const found = await scene.walk.store.persons.find(a.id);
  assert.equal(found?.id, c.id);
  const shown = await scene.desk.findJoin({ by: scene.leads.first, id: inner.id });
  assert.deepEqual(shown.kind === 'found' && shown.shown.stays, { kind: 'joined-further', first: outer.id });
  assert.equal(await part(scene, outer.id), 'undone');
  assert.equal((await scene.walk.store.persons.find(a.id))?.id, b.id);
  assert.equal((await replace(scene, a.number, b.number)).kind, 'replaced');
  assert.equal(await part(scene, inner.id), 'one-number');
});
