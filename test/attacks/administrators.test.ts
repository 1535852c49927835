import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, type TestContext, test } from 'node:test';
import fc from 'fast-check';
import { DAY, later, MINUTE } from '#src/base/time.ts';
import { withReason } from '#src/domain/acting/index.ts';
import {
  type AdministrationId,
  administratorAt,
  administratorsOf,
} from '#src/domain/administration/index.ts';
import type { ApplicationId } from '#src/domain/application/index.ts';
import { openAppointments, type WishedAdministration } from '#src/domain/appointment/index.ts';
import type { Organisation } from '#src/domain/organisation/index.ts';
import type { Person } from '#src/domain/person/index.ts';
import type { WorkRelationId } from '#src/domain/work-relation/index.ts';
import { systemRandomness } from '#src/processes/wiring/randomness.ts';
import { mailSender } from '../support/mail-sender.ts';
import { NOON, personWith } from '../support/open-test-store.ts';
import { openOrganisationScene } from '../support/organisation-scene.ts';
import { tries } from '../support/tries.ts';

const [klip, gipod] = ['klip', 'gipod'] as ApplicationId[] as [ApplicationId, ApplicationId];
const whole: WishedAdministration = {
  kind: 'local-administrator',
  isDeputy: false,
  mayAppoint: true,
  scope: { units: 'all', applications: 'all' },
  from: null,
  until: null,
};
const REASON = 'She looks after the people of our works.';

async function openScene(t: TestContext) {
  const scene = await openOrganisationScene(t);
  const { store, town, now } = scene;
  const { inTransaction } = store;
  const world = { clock: now, randomness: systemRandomness, inTransaction, settings: { sender: mailSender } };
  const acts = openAppointments(world);
  const by = async (person: Person, organisation: Organisation = town) => ({
    by: withReason(await scene.acting(person, organisation), REASON),
    organisation: organisation.id,
  });
  /** Somebody who works for the town, with the relation by which they are chosen. */
  const hire = async (person: Person, isNew = true): Promise<WorkRelationId> => {
    const id = randomUUID();
    await inTransaction(['persons', 'organisations'], async ({ persons, organisations }) => {
      if (isNew) await persons.add(person);
      const validity = { from: later(NOON, -DAY), until: null };
      await organisations.addWorkRelation({
        ...{ id, person: person.id, organisation: town.id, userType: 'permanent', email: null, validity },
      });
    });
    return id as WorkRelationId;
  };
  return {
    ...scene,
    ...acts,
    by,
    hire,
    at: (person: Person, at = now()) =>
      inTransaction(['administrations'], (stores) => administratorAt(stores, person.id, town.id, at)),
    everybody: async () => {
      const all = await inTransaction(['administrations'], (stores) =>
        administratorsOf(stores, town.id, now()),
      );
      return all.map(({ person }) => person);
    },
    async appointed(person: Person, colleague: WorkRelationId, wished = whole) {
      const answer = await acts.appoint({ ...(await by(person)), colleague, wished });
      assert.ok(answer.kind === 'appointed', answer.kind);
      return answer.administration;
    },
    mails: () => store.outbox.countsByState(now()),
  };
}

describe('an administrator', () => {
  test('is appointed by one who may, and by nobody of another organisation, nobody without that power, and not by themselves', async (t) => {
    const scene = await openScene(t);
    const { head, jan, manager, other, hire, by, appoint, at, town } = scene;
    const colleague = await hire(jan, false);
    await scene.appointed(head, colleague, { ...whole, mayAppoint: false });
    assert.equal((await at(jan))?.basis, 'local-administrator');
    const lien = await hire(personWith({ givenNames: 'Lien' }));
    const asked = { colleague: lien, wished: whole };
    assert.equal((await appoint({ ...(await by(jan)), ...asked })).kind, 'not-allowed');
    assert.equal((await appoint({ ...(await by(manager)), ...asked })).kind, 'not-allowed');
    // In an organisation of one’s own nobody of another one is found.
    const elsewhere = await appoint({ ...(await by(manager, other)), ...asked });
    assert.equal(elsewhere.kind, 'unknown-colleague');
    const own = await hire(head, false);
    assert.equal((await appoint({ ...(await by(head)), colleague: own, wished: whole })).kind, 'oneself');
    assert.equal((await appoint({ ...(await by(head)), colleague, wished: whole })).kind, 'already');
    assert.equal((await scene.everybody()).length, 3);
    assert.equal(town.id, (await at(jan))?.organisation.id);
  });

  test('gives no more than they have: no stronger kind, no other application, not longer, and no deputy without an end', async (t) => {
    const { head, jan, hire, by, appoint, appointed } = await openScene(t);
    const colleague = await hire(jan, false);
    await appointed(head, colleague, {
      ...whole,
      scope: { units: 'all', applications: [klip] },
      until: '2030-06-30',
    });
    const lien = await hire(personWith({ givenNames: 'Lien' }));
    const wrong = async (changes: Partial<WishedAdministration>) => {
      const answer = await appoint({ ...(await by(jan)), colleague: lien, wished: { ...whole, ...changes } });
      return answer.kind === 'wrong'
        ? answer.faults.map(({ field, code }) => `${field} ${code}`)
        : answer.kind;
    };
    assert.deepEqual(await wrong({ kind: 'head-local-administrator' }), ['kind not-yours']);
    assert.deepEqual(await wrong({ scope: { units: 'all', applications: [gipod] } }), [
      'applications beyond',
    ]);
    assert.deepEqual(await wrong({ scope: { units: [], applications: [klip] } }), ['units none']);
    assert.deepEqual(await wrong({ until: '2030-07-01' }), ['until beyond']);
    assert.deepEqual(await wrong({ until: '2020-01-01' }), ['until past']);
    assert.deepEqual(await wrong({ isDeputy: true }), ['until missing']);
    assert.equal(
      await wrong({ scope: { units: 'all', applications: [klip] }, until: '2030-06-30' }),
      'appointed',
    );
  });

  test('who ends takes along what rests on them, unless they hand it over in the same step', async (t) => {
    const { head, mayor, jan, hire, by, appointed, endAdministration, handOver, at } = await openScene(t);
    const [lien, omar] = [personWith({ givenNames: 'Lien' }), personWith({ givenNames: 'Omar' })];
    const [ofJan, ofLien, ofOmar] = [await hire(jan, false), await hire(lien), await hire(omar)];
    const first = await appointed(head, ofJan);
    await appointed(jan, ofLien);
    const handed = await handOver({ ...(await by(mayor)), administration: first, to: ofOmar });
    assert.ok(handed.kind === 'handed-over');
    assert.equal(await at(jan), null);
    assert.equal((await at(omar))?.basis, 'local-administrator');
    assert.equal((await at(lien))?.basis, 'local-administrator');
    const ended = await endAdministration({ ...(await by(head)), administration: handed.administration });
    assert.deepEqual(ended, { kind: 'ended', isOneself: false, count: 2 });
    assert.equal(await at(lien), null);
    const again = await endAdministration({ ...(await by(head)), administration: handed.administration });
    assert.equal(again.kind, 'gone');
  });

  test('does not leave an organisation without anybody, and leaves when there is somebody', async (t) => {
    const scene = await openScene(t);
    const { head, mayor, jan, hire, by, appointed, endAdministration, endPowers, at } = scene;
    await endPowers(mayor);
    const own = (await at(head))?.administration as AdministrationId;
    assert.equal((await endAdministration({ ...(await by(head)), administration: own })).kind, 'last-one');
    assert.equal((await at(head))?.basis, 'head-local-administrator');
    // What rests on the one who leaves is no successor: it would end with it.
    await appointed(head, await hire(jan, false), { ...whole, kind: 'head-local-administrator' });
    assert.equal((await endAdministration({ ...(await by(head)), administration: own })).kind, 'last-one');
    const lien = personWith({ givenNames: 'Lien' });
    const handed = await scene.handOver({ ...(await by(head)), administration: own, to: await hire(lien) });
    assert.ok(handed.kind === 'handed-over');
    assert.equal(await at(head), null);
    assert.deepEqual(new Set(await scene.everybody()), new Set([jan.id, lien.id]));
  });

  test('is taken over by the legal representative, and by nobody else', async (t) => {
    const { head, mayor, jan, manager, other, hire, by, appointed, handOver, at } = await openScene(t);
    const own = (await at(head))?.administration as AdministrationId;
    await appointed(head, await hire(jan, false));
    const takeOver = async (person: Person, organisation?: Organisation) =>
      (await handOver({ ...(await by(person, organisation)), administration: own, to: 'oneself' })).kind;
    assert.equal(await takeOver(jan), 'not-allowed');
    assert.equal(await takeOver(head), 'not-allowed');
    assert.equal(await takeOver(manager), 'not-allowed');
    assert.equal(await takeOver(manager, other), 'gone');
    assert.equal(await takeOver(mayor), 'handed-over');
    assert.equal(await at(head), null);
    assert.equal((await at(jan))?.basis, 'local-administrator');
  });

  test('has a deputy for a period, who appoints nobody, ends nobody, and stops with them', async (t) => {
    const { head, mayor, jan, hire, by, appoint, appointed, endAdministration, at, moveTo } =
      await openScene(t);
    const own = (await at(head))?.administration as AdministrationId;
    await appointed(head, await hire(jan, false), { ...whole, isDeputy: true, until: '2026-12-31' });
    const deputy = await at(jan);
    assert.deepEqual(
      [deputy?.basis, deputy?.mayAppoint, deputy?.scope.applications],
      ['deputy', false, 'all'],
    );
    const lien = await hire(personWith({ givenNames: 'Lien' }));
    assert.equal((await appoint({ ...(await by(jan)), colleague: lien, wished: whole })).kind, 'not-allowed');
    assert.equal((await endAdministration({ ...(await by(jan)), administration: own })).kind, 'not-allowed');
    await endAdministration({ ...(await by(mayor)), administration: own });
    assert.equal(await at(jan), null);
    moveTo(later(NOON, 60 * DAY));
    assert.equal(await at(jan), null);
  });
});

test('whatever administrators do, nobody has more than whom they rest on, and the history replays to what stands', async (t) => {
  const { store, head, mayor, hire, by, now, moveTo, town, appoint, endAdministration, handOver, at } =
    await openScene(t);
  const people = [
    head,
    mayor,
    ...Array.from({ length: 4 }, (_, index) => personWith({ givenNames: `P${index}` })),
  ];
  const relations: WorkRelationId[] = [];
  for (const [index, person] of people.entries()) relations.push(await hire(person, index > 1));
  const who = fc.nat(people.length - 1);
  const step = fc.record({
    act: fc.constantFrom('appoint', 'appoint', 'end', 'hand-over'),
    by: who,
    on: who,
    head: fc.boolean(),
    applications: fc.oneof(fc.constant('all' as const), fc.subarray([klip, gipod], { minLength: 1 })),
    deputy: fc.boolean(),
  });
  const stands = () =>
    store.inTransaction(['administrations'], ({ administrations }) =>
      administrations.aboutOrganisation(town.id, now()),
    );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      for (const { act, on, head: isHead, deputy, applications, ...one } of steps) {
        moveTo(later(now(), MINUTE));
        const acting = await by(people[one.by] as Person);
        const target = (await at(people[on] as Person))?.administration ?? null;
        if (act === 'appoint')
          await appoint({
            ...acting,
            colleague: relations[on] as WorkRelationId,
            wished: {
              ...whole,
              kind: isHead ? 'head-local-administrator' : 'local-administrator',
              isDeputy: deputy,
              scope: { units: 'all', applications },
              until: deputy ? '2026-12-31' : null,
            },
          });
        else if (target !== null && act === 'end')
          await endAdministration({ ...acting, administration: target });
        else if (target !== null)
          await handOver({
            ...acting,
            administration: target,
            to: relations[(on + 1) % relations.length] as WorkRelationId,
          });
      }
      const { appointments } = await stands();
      for (const each of appointments) {
        const changes = await store.inTransaction(['organisationHistory'], ({ organisationHistory }) =>
          organisationHistory.ofSubject('administration', each.id),
        );
        const last = changes.at(-1);
        // What the register made has no change of an act until one ends it.
        if (last === undefined) continue;
        assert.deepEqual(last.after, {
          kind: each.kind,
          isDeputy: each.isDeputy,
          mayAppoint: each.mayAppoint,
          units: null,
          applications: each.scope.applications === 'all' ? null : each.scope.applications,
          from: each.validity.from.toISOString(),
          until: each.validity.until?.toISOString() ?? null,
          restsOn: each.restsOn,
        });
        const ground = appointments.find(({ id }) => id === each.restsOn);
        assert.ok(each.restsOn === null || ground, 'what something rests on is there');
      }
    }),
    { numRuns: tries(12) },
  );
});
