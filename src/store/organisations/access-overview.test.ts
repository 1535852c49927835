import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { makeApplication } from '../../../test/support/capacity-examples.ts';
import { openOrganisationScene } from '../../../test/support/organisation-scene.ts';
import { DAY, later } from '../../base/time.ts';
import { openOverview } from '../../domain/access-overview/index.ts';
import { byImport } from '../../domain/rights/index.ts';
import type { WorkRelationId } from '../../domain/work-relation/index.ts';
import { systemRandomness } from '../../processes/wiring/randomness.ts';

const everybody = { application: null, search: null, unusedDays: null, after: null };

test('who may act for an organisation, by which right, and when they did last, is seen by its administrators alone', async (t) => {
  const scene = await openOrganisationScene(t);
  const { store, now, town, other, jan, head, manager } = scene;
  const klip = makeApplication({ openTo: [{ targetGroup: 'LB', level: 'organisation' }] });
  const right = klip.rights[0];
  assert.ok(right);
  const validity = { from: later(now(), -200 * DAY), until: null };
  await store.inTransaction(['applications', 'organisations', 'rights'], async (stores) => {
    await stores.applications.put(klip);
    const relation = await stores.organisations.addWorkRelation({
      ...{
        id: randomUUID(),
        person: jan.id,
        organisation: town.id,
        userType: 'permanent',
        email: null,
        validity,
      },
    });
    await stores.rights.add({
      ...{ id: randomUUID(), workRelation: relation.id, organisation: town.id, application: klip.id },
      ...{ right: right.code, contexts: right.contexts, validity, given: byImport },
    });
  });
  const overview = openOverview({
    clock: now,
    randomness: systemRandomness,
    inTransaction: store.inTransaction,
  });
  const by = await scene.acting(head, town);
  const see = async (asked: object = {}) => {
    const seen = await overview.access({ by, organisation: town.id, ...everybody, ...asked });
    assert.ok(seen.kind === 'access' && seen.view === 'people');
    return seen;
  };

  const { people, administrators } = await see();
  assert.deepEqual(
    people.map(({ acts }) => acts.map((act) => act.application.id)),
    [[klip.id]],
  );
  assert.deepEqual(
    administrators.map(({ name }) => name),
    ['Mia Mayor', 'Hanne Head'],
  );
  assert.equal((await see({ unusedDays: 180 })).people.length, 1);
  assert.equal((await see({ unusedDays: 365 })).people.length, 0, 'it was not there so long');

  await store.inTransaction(['lastUsed'], ({ lastUsed }) =>
    lastUsed.rememberCapacity(jan.id, klip.id, `organisation:${town.id}`),
  );
  assert.equal((await see({ unusedDays: 90 })).people.length, 0);
  const table = await overview.access({ by, organisation: town.id, ...everybody, application: klip.id });
  assert.ok(table.kind === 'access' && table.view === 'application');
  assert.deepEqual(
    table.rows.map(({ cells, usedOn }) => [cells[0]?.kind, usedOn !== null]),
    [['yes', true]],
  );
  assert.deepEqual(
    (await overview.acting({ person: jan.id })).map(({ organisation }) => organisation.id),
    [town.id],
  );
  assert.deepEqual(await overview.acting({ person: head.id }), []);

  const elsewhere = await scene.acting(manager, other);
  for (const act of [overview.access, overview.export] as const)
    assert.deepEqual(await act({ by: elsewhere, organisation: town.id, ...everybody }), {
      kind: 'not-allowed',
    });
  const exported = await overview.export({ by, organisation: town.id });
  assert.ok(exported.kind === 'access');
  assert.equal(exported.people.length, 1);
});

test('access is tested for people of the organisation, at any moment, with who gave what it rests on', async (t) => {
  const scene = await openOrganisationScene(t);
  const { store, now, town, other, jan, head, manager } = scene;
  const klip = makeApplication({ openTo: [{ targetGroup: 'LB', level: 'organisation' }] });
  const hidden = makeApplication({ id: 'hidden' as typeof klip.id });
  const validity = { from: later(now(), -10 * DAY), until: later(now(), 10 * DAY) };
  const hired = { person: jan.id, userType: 'permanent', email: null, validity } as const;
  const relations = await store.inTransaction(
    ['applications', 'organisations', 'rights'],
    async ({ applications, organisations, rights }) => {
      for (const each of [klip, hidden]) await applications.put(each);
      const here = await organisations.addWorkRelation({
        ...hired,
        ...{ id: randomUUID(), organisation: town.id },
      });
      const there = await organisations.addWorkRelation({
        ...hired,
        ...{ id: randomUUID(), organisation: other.id },
      });
      const given = { by: head.id, as: 'administrator', at: now(), confirmedBy: null } as const;
      await rights.add({
        ...{ id: randomUUID(), workRelation: here.id, organisation: town.id, application: klip.id },
        ...{ right: 'KLIPgebruiker', contexts: ['Planaanvrager'], validity, given },
      });
      return [here.id, there.id] as readonly string[] as readonly WorkRelationId[];
    },
  );
  const [here, there] = relations;
  assert.ok(here && there);
  const overview = openOverview({
    clock: now,
    randomness: systemRandomness,
    inTransaction: store.inTransaction,
  });
  const by = await scene.acting(head, town);
  const asked = { by, organisation: town.id, relation: here, application: klip.id, at: now(), search: null };
  const answerAt = async (at: Date) => {
    const tested = await overview.test({ ...asked, at });
    assert.ok(tested.kind === 'test' && tested.answer);
    return tested.answer;
  };

  const answer = await answerAt(now());
  assert.equal(answer.decision.kind, 'yes');
  assert.deepEqual([...answer.names], [[head.id, 'Hanne Head']]);
  assert.deepEqual(
    answer.facts.flatMap(({ fact, holds }) => (holds ? [fact] : [])),
    ['open', 'organisation', 'work-relation', 'right', 'law-is-enough'],
  );
  assert.equal((await answerAt(later(now(), -20 * DAY))).decision.kind, 'no');
  assert.equal((await answerAt(later(now(), 20 * DAY))).decision.kind, 'no');

  const search = await overview.test({ ...asked, relation: null, search: 'peet' });
  assert.deepEqual(search.kind === 'test' && search.found.map(({ relation }) => relation), [here]);

  const elsewhere = await scene.acting(manager, other);
  for (const strange of [
    { relation: there },
    { relation: randomUUID() as string as WorkRelationId },
    { application: hidden.id },
    { organisation: other.id },
    { by: elsewhere },
  ])
    assert.deepEqual(await overview.test({ ...asked, ...strange }), { kind: 'not-here' });
  await scene.endPowers(head);
  assert.deepEqual(await overview.test(asked), { kind: 'not-here' }, 'the act looks again who asks');
});
