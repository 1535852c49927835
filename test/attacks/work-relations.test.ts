import assert from 'node:assert/strict';
import { describe, type TestContext, test } from 'node:test';
import { addDays, dayOf } from '#src/base/calendar.ts';
import { DAY, later } from '#src/base/time.ts';
import { byImport } from '#src/domain/rights/index.ts';
import {
  addRelation,
  bindWorkRelations,
  changeRelation,
  endRelation,
  listPeople,
  viewPerson,
} from '#src/domain/work-relation/index.ts';
import { systemRandomness } from '#src/processes/wiring/randomness.ts';
import { application } from '../support/application-example.ts';
import { mailSender } from '../support/mail-sender.ts';
import { openOrganisationScene, usualWish } from '../support/organisation-scene.ts';

const language = 'nl';

async function openScene(t: TestContext) {
  const scene = await openOrganisationScene(t);
  const { store, now, town, head, jan } = scene;
  const { inTransaction } = store;
  const settings = { sender: mailSender };
  const run = bindWorkRelations({ clock: now, randomness: systemRandomness, inTransaction, settings });
  return {
    ...scene,
    run,
    async hire(by = head, organisation = town) {
      return run(addRelation)({
        ...{ by: await scene.acting(by, organisation), person: jan.id, organisation: organisation.id },
        ...{ wished: usualWish, language },
      });
    },
    find: (relation: Parameters<typeof endRelation>[1]['relation']) =>
      inTransaction(['people'], ({ people }) => people.find(town.id, relation)),
    history: () =>
      inTransaction(['organisationHistory'], ({ organisationHistory }) =>
        organisationHistory.list({ organisations: [town.id] }, 20),
      ),
  };
}

describe('who works for an organisation', () => {
  test('is decided by its administrators, and told in its history with who decided it', async (t) => {
    const { hire, history, head, jan, find } = await openScene(t);
    const added = await hire();
    assert.ok(added.kind === 'added');
    const kept = await find(added.relation);
    assert.deepEqual(
      [kept?.person, kept?.added.by, kept?.added.as],
      [jan.id, head.id, 'head-local-administrator'],
    );
    const [change] = await history();
    assert.deepEqual(
      [change?.kind, change?.subject.id, change?.by.person],
      ['added', added.relation, head.id],
    );
    assert.equal((await hire()).kind, 'already');
  });

  test('is not decided by an administrator of another organisation, nor by somebody who was one a moment ago', async (t) => {
    const { hire, acting, manager, head, town, endPowers, run, jan } = await openScene(t);
    assert.equal((await hire(manager)).kind, 'not-allowed');
    const by = await acting(head, town);
    const added = await hire();
    assert.ok(added.kind === 'added');
    await endPowers(head);
    const asked = { by, organisation: town.id, relation: added.relation };
    const again = { by, person: jan.id, organisation: town.id, wished: usualWish, language } as const;
    assert.equal((await run(addRelation)(again)).kind, 'not-allowed');
    assert.equal(
      (await run(changeRelation)({ ...asked, version: 1, wished: usualWish })).kind,
      'not-allowed',
    );
    assert.equal((await run(endRelation)({ ...asked, until: null, language })).kind, 'not-allowed');
    assert.equal((await run(viewPerson)(asked)).kind, 'not-allowed');
    const filter = { organisation: town.id, standing: 'current', type: null, application: null } as const;
    const list = await run(listPeople)({ by, filter: { ...filter, search: null, after: null } });
    assert.equal(list.kind, 'not-allowed');
  });

  test('cannot be looked at or ended through another organisation: it is as somebody whom there is not', async (t) => {
    const { hire, acting, manager, other, run } = await openScene(t);
    const added = await hire();
    assert.ok(added.kind === 'added');
    const asked = { by: await acting(manager, other), organisation: other.id, relation: added.relation };
    assert.equal((await run(viewPerson)(asked)).kind, 'unknown');
    assert.equal((await run(endRelation)({ ...asked, until: null, language })).kind, 'unknown');
    assert.equal((await run(changeRelation)({ ...asked, version: 1, wished: usualWish })).kind, 'unknown');
  });

  test('changes once: whoever changed it second is shown what it is by now', async (t) => {
    const { hire, acting, head, mayor, town, run } = await openScene(t);
    const added = await hire();
    assert.ok(added.kind === 'added');
    const change = async (by: typeof head, jobTitle: string) =>
      run(changeRelation)({
        ...{ by: await acting(by, town), organisation: town.id, relation: added.relation, version: 1 },
        wished: { ...usualWish, jobTitle },
      });
    assert.equal((await change(head, 'Surveyor')).kind, 'changed');
    const second = await change(mayor, 'Inspector');
    assert.ok(second.kind === 'changed-meanwhile');
    assert.equal(second.now.jobTitle, 'Surveyor');
  });

  test('ends with the rights that hang on it, none of which is deleted, and ends once', async (t) => {
    const { hire, acting, head, town, run, store, now, moveTo, history } = await openScene(t);
    const added = await hire();
    assert.ok(added.kind === 'added');
    const klip = application('klip');
    const right = {
      workRelation: added.relation,
      organisation: town.id,
      application: klip.id,
      right: 'live',
      given: byImport,
    };
    await store.inTransaction(['applications', 'rights'], async ({ applications, rights }) => {
      await applications.put(klip);
      const ids = ['0d4f4a60-0000-4000-8000-000000000001', '0d4f4a60-0000-4000-8000-000000000002'];
      const periods = [
        { from: now(), until: null },
        { from: later(now(), 50 * DAY), until: null },
      ];
      for (const [place, id] of ids.entries())
        await rights.add({
          id,
          ...right,
          contexts: [],
          validity: periods[place] ?? { from: now(), until: null },
        });
    });
    const asked = {
      by: await acting(head, town),
      organisation: town.id,
      relation: added.relation,
      language,
    } as const;
    const yesterday = addDays(dayOf(now()), -1);
    assert.deepEqual(await run(endRelation)({ ...asked, until: yesterday }), { kind: 'wrong', code: 'past' });
    const ended = await run(endRelation)({ ...asked, until: addDays(dayOf(now()), 10) });
    assert.ok(ended.kind === 'ended');
    assert.equal(ended.rights.length, 2);
    for (const { validity } of ended.rights)
      assert.ok(validity.until !== null && (validity.until <= ended.at || validity.until <= validity.from));
    const told = await history();
    assert.equal(told.filter(({ kind }) => kind === 'ended').length, 3);
    moveTo(later(ended.at, 1));
    assert.equal((await run(endRelation)({ ...asked, until: null })).kind, 'already-ended');
    const ties = await store.inTransaction(['rights'], ({ rights }) =>
      rights.tiesOf(told[0]?.person ?? ('' as never), klip.id),
    );
    assert.equal(ties.rights.length, 2);
  });
});
