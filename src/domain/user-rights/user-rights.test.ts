import assert from 'node:assert/strict';
import { describe, type TestContext, test } from 'node:test';
import { application } from '../../../test/support/application-example.ts';
import { mailSender } from '../../../test/support/mail-sender.ts';
import { enterprise, NOON, openTestStore, personWith } from '../../../test/support/open-test-store.ts';
import { addDays, addDuration, type CalendarDuration, dayOf, endOfDay } from '../../base/calendar.ts';
import { DAY, later } from '../../base/time.ts';
import { systemRandomness } from '../../processes/wiring/randomness.ts';
import type { ActingPerson } from '../acting/index.ts';
import type { RightDefinition } from '../application/index.ts';
import { capacitiesOf } from '../capacity/index.ts';
import type { OrganisationId } from '../organisation/index.ts';
import type { PersonId } from '../person/index.ts';
import {
  type GiveRights,
  openUserRights,
  remindOfEndingDuty,
  type UserRightWorld,
  type WishedRight,
} from './index.ts';

const today = dayOf(NOON);
const began = later(NOON, -100 * DAY);
const right = (code: string, changes: Partial<RightDefinition> = {}): RightDefinition => ({
  ...{ code, name: { en: code }, description: null, contexts: [], contextRequired: false, ...changes },
});
const klip = application('klip', {
  rights: [
    right('User', {
      contexts: ['Asks', 'Reads'],
      contextRequired: true,
      maxDuration: 'P1Y' as CalendarDuration,
    }),
    right('Approver', { excludes: ['Reporter'] }),
    right('Reporter'),
    right('Manager', { secondAdministrator: true }),
  ],
});

async function openScene(t: TestContext) {
  const { store, moveTo, now } = await openTestStore(t);
  const [organisation, other] = [enterprise('0403019261', { name: 'Zand NV' }), enterprise('0428759497')];
  const world: UserRightWorld = {
    clock: now,
    randomness: systemRandomness,
    inTransaction: store.inTransaction,
    settings: { sender: mailSender },
  };
  const people = {
    head: personWith(),
    second: personWith(),
    local: personWith(),
    anna: personWith(),
    bert: personWith(),
  };
  const relations = new Map<PersonId, string>();
  await store.inTransaction(['organisations', 'persons', 'applications'], async (stores) => {
    await stores.applications.put(klip);
    await stores.organisations.put(organisation);
    await stores.organisations.put(other);
    for (const person of Object.values(people)) {
      await stores.persons.add(person);
      const at = person === people.bert ? other : organisation;
      const relation = await stores.organisations.addWorkRelation({
        ...{ id: systemRandomness.uuid(), person: person.id, organisation: at.id },
        ...{
          userType: 'permanent',
          email: `${relations.size}@example.org`,
          validity: { from: began, until: null },
        },
      });
      relations.set(person.id, relation.id);
    }
    for (const [person, kind] of [
      [people.head, 'head-local-administrator'],
      [people.second, 'head-local-administrator'],
      [people.local, 'local-administrator'],
    ] as const)
      await stores.organisations.addAdministration({
        ...{ organisation: organisation.id, person: person.id, kind, validity: { from: began, until: null } },
      });
  });
  const relationOf = ({ id }: { readonly id: PersonId }) => relations.get(id) ?? '';
  const acting = ({ id }: { readonly id: PersonId }, at: OrganisationId = organisation.id): ActingPerson => ({
    ...{ person: id, name: 'Piet Janssens', reason: null },
    authority: {
      ...{ kind: 'administrator', organisation: at, basis: 'head-local-administrator', administration: null },
      scope: { units: 'all', applications: 'all' },
    },
  });
  const desk = openUserRights(world);
  return {
    ...{ store, moveTo, organisation, people, relationOf, acting, desk, world },
    give: (rights: readonly WishedRight[], changes: Partial<GiveRights> = {}) =>
      desk.giveRights({
        ...{ by: acting(people.head), relation: relationOf(people.anna), application: klip.id },
        ...{ rights, reason: 'She plans our works.', language: 'en', ...changes },
      }),
    async capacities(person: PersonId, at: Date) {
      const ties = await store.inTransaction(['rights'], ({ rights }) => rights.tiesOf(person, klip.id));
      const { usable } = capacitiesOf({ person, ties, application: klip, at });
      return usable.flatMap((each) => (each.kind === 'organisation' ? each.rights : []));
    },
    held: (relation: string) =>
      store.inTransaction(['userRights'], ({ userRights }) => userRights.heldBy(relation, now())),
    history: (id: string) =>
      store.inTransaction(['organisationHistory'], ({ organisationHistory }) =>
        organisationHistory.ofSubject('right', id),
      ),
    async mails() {
      const mails = await store.outbox.take(['mail'], 100, now());
      for (const mail of mails) await store.outbox.finish(mail, now());
      return mails.flatMap(({ content }) => (content.kind === 'mail' ? [content.mail] : []));
    },
  };
}

const until = addDays(today, 40);
const user = (...contexts: readonly string[]): WishedRight => ({ right: 'User', contexts, until });
const reporter: WishedRight = { right: 'Reporter', contexts: [], until };

describe('an administrator who gives rights', () => {
  test('gives all of them or none, and the person is told; they count from then on until the end of the last day', async (t) => {
    const { give, capacities, people, history, mails } = await openScene(t);
    const none = await give([reporter, user()]);
    assert.deepEqual(none, { kind: 'refused', refusals: [{ kind: 'context-missing', right: 'User' }] });
    assert.deepEqual(await capacities(people.anna.id, NOON), []);
    const given = await give([reporter, user('Asks')]);
    assert.equal(given.kind, 'given');
    const rights = await capacities(people.anna.id, later(endOfDay(until), -1));
    assert.deepEqual(rights.map((each) => [each.right, each.contexts]).sort(), [
      ['Reporter', []],
      ['User', ['Asks']],
    ]);
    assert.deepEqual(await capacities(people.anna.id, endOfDay(until)), []);
    const [kept, ...later_] = await history(given.ids[1] ?? '');
    assert.deepEqual(later_, []);
    assert.equal(kept?.kind, 'given');
    assert.equal(kept.by.person, people.head.id);
    assert.equal(kept.reason?.reveal(), 'She plans our works.');
    const [mail, ...others] = await mails();
    assert.deepEqual(others, []);
    assert.match(mail?.text ?? '', /Piet Janssens gave you these rights for Zand NV/);
    assert.match(mail?.text ?? '', /– KLIP, User \(Asks\), until /);
  });

  test('is looked at again, and gives nothing elsewhere, nothing to themselves as a local one, and nothing that is there', async (t) => {
    const { give, acting, people, relationOf } = await openScene(t);
    const notInScope = { kind: 'refused', refusals: [{ kind: 'not-in-scope' }] };
    assert.deepEqual(await give([reporter], { by: acting(people.anna) }), notInScope, 'is no administrator');
    assert.deepEqual(await give([reporter], { relation: relationOf(people.bert) }), notInScope);
    assert.deepEqual(await give([reporter], { relation: systemRandomness.uuid() }), notInScope);
    const local = { by: acting(people.local) };
    assert.deepEqual(await give([reporter], { ...local, relation: relationOf(people.local) }), {
      kind: 'refused',
      refusals: [{ kind: 'oneself', right: 'Reporter' }],
    });
    assert.equal((await give([reporter], local)).kind, 'given');
    const again = await give([reporter]);
    assert.equal(again.kind === 'refused' && again.refusals[0]?.kind, 'already-has');
    assert.equal((await give([reporter], { relation: relationOf(people.head) })).kind, 'given');
  });

  test('of two at one moment gives the same right once', async (t) => {
    const { give, acting, people, held, relationOf } = await openScene(t);
    const answers = await Promise.all([give([reporter]), give([reporter], { by: acting(people.second) })]);
    assert.deepEqual(answers.map(({ kind }) => kind).sort(), ['given', 'refused']);
    assert.equal((await held(relationOf(people.anna))).length, 1);
  });

  test('waits for a second one where the catalogue asks, who is another human and no stranger', async (t) => {
    const { give, acting, people, relationOf, capacities, held } = await openScene(t);
    const manager: WishedRight = { right: 'Manager', contexts: [], until };
    const waits = await give([reporter, manager]);
    assert.deepEqual(waits.kind === 'needs-second' && waits.waiting, [manager]);
    assert.deepEqual(
      (await capacities(people.anna.id, NOON)).map((each) => each.right),
      ['Reporter'],
    );
    const first = people.head.id;
    assert.equal((await give([manager], { first })).kind, 'refused', 'one human is not two');
    assert.equal(
      (await give([manager], { by: acting(people.second), first: people.bert.id })).kind,
      'refused',
    );
    const own = { by: acting(people.second), relation: relationOf(people.second), first };
    assert.equal((await give([manager], own)).kind, 'refused', 'nobody agrees to their own');
    const agreed = await give([manager], { by: acting(people.second), first });
    assert.equal(agreed.kind, 'given');
    const kept = (await held(relationOf(people.anna))).find((each) => each.right === 'Manager');
    assert.deepEqual(kept && [kept.given.by, kept.given.confirmedBy], [first, people.second.id]);
  });

  test('sees what is offered and in their scope, what it would come to, and what a colleague has', async (t) => {
    const { give, acting, desk, people, relationOf } = await openScene(t);
    const by = acting(people.head);
    const view = await desk.viewGiving({ by, relation: relationOf(people.anna) });
    assert.deepEqual(
      view?.offered.map((each) => [each.application.id, each.rights.length]),
      [['klip', 4]],
    );
    assert.equal(await desk.viewGiving({ by, relation: relationOf(people.bert) }), null);
    const asked = { by, relation: relationOf(people.anna), application: klip.id };
    const preview = await desk.previewGiving({ ...asked, rights: [user('Asks')] });
    assert.deepEqual([preview?.before.kind, preview?.after.kind], ['no', 'yes']);
    await give([user('Asks'), { right: 'Approver', contexts: [], until }], {
      relation: relationOf(people.second),
    });
    await give([reporter]);
    const copied = await desk.copyRights({ ...asked, colleague: relationOf(people.second), until });
    assert.deepEqual(copied?.rights, [user('Asks')]);
    assert.deepEqual(
      copied?.leftOut.map((each) => [each.right, each.refusals[0]?.kind]),
      [['Approver', 'excluded-by']],
    );
    assert.equal(await desk.copyRights({ ...asked, colleague: relationOf(people.bert), until }), null);
  });
});

describe('an administrator who changes rights', () => {
  test('extends many at once, each as far as it may be, and is told of the others', async (t) => {
    const { give, desk, acting, people, held, relationOf, capacities } = await openScene(t);
    const given = await give([reporter, user('Asks')]);
    assert.equal(given.kind, 'given');
    const longer = addDuration(today, 'P2Y' as CalendarDuration);
    const extend = { by: acting(people.second), reason: 'Goes on.', language: 'en' } as const;
    const answer = await desk.extendRights({
      ...extend,
      rights: [...given.ids, systemRandomness.uuid()],
      until: longer,
    });
    assert.deepEqual(
      answer.changed.map((each) => each.right),
      ['Reporter'],
    );
    assert.deepEqual(answer.refused.map(({ refusal }) => refusal.kind).sort(), ['not-in-scope', 'too-long']);
    assert.deepEqual(
      (await capacities(people.anna.id, endOfDay(until))).map((each) => each.right),
      ['Reporter'],
    );
    const rights = await held(relationOf(people.anna));
    assert.deepEqual(
      rights.map((each) => each.validity.until),
      [endOfDay(until), endOfDay(longer)],
    );
    const strange = await desk.extendRights({
      ...extend,
      by: acting(people.bert),
      rights: given.ids,
      until: longer,
    });
    assert.deepEqual(
      strange.refused.map(({ refusal }) => refusal.kind),
      ['not-in-scope', 'not-in-scope'],
    );
  });

  test('ends rights at once or on a day, changes contexts, and every history replays to the present', async (t) => {
    const { give, desk, acting, people, history, capacities, store, relationOf, mails, moveTo } =
      await openScene(t);
    const given = await give([reporter, user('Asks')]);
    assert.equal(given.kind, 'given');
    const [reports = '', uses = ''] = given.ids;
    const by = { by: acting(people.second), reason: 'Left the project.', language: 'en' } as const;
    moveTo(later(NOON, DAY));
    await desk.changeContexts({ ...by, right: uses, contexts: ['Reads'] });
    const withdrawn = await desk.changeContexts({ ...by, right: uses, contexts: ['Owns'] });
    assert.deepEqual(
      withdrawn.refused.map(({ refusal }) => refusal.kind),
      ['unknown-context'],
    );
    const soon = addDays(today, 5);
    assert.equal((await desk.endRights({ ...by, rights: [uses], until: soon })).changed.length, 1);
    assert.deepEqual((await desk.endRights({ ...by, rights: [reports], until: null })).refused, []);
    const twice = await desk.endRights({ ...by, rights: [reports], until: null });
    assert.deepEqual(
      twice.refused.map(({ refusal }) => refusal.kind),
      ['ended'],
    );
    const rights = await capacities(people.anna.id, later(NOON, DAY));
    assert.deepEqual(
      rights.map((each) => [each.right, each.contexts]),
      [['User', ['Reads']]],
    );
    for (const id of given.ids) {
      const replayed = Object.assign({}, ...(await history(id)).map(({ after }) => after));
      const [now] = await store.inTransaction(['userRights'], ({ userRights }) =>
        userRights.allOf(relationOf(people.anna), [id]),
      );
      assert.deepEqual(
        [replayed.right, replayed.contexts, replayed.from, replayed.until],
        [now?.right, now?.contexts, now?.validity.from.toISOString(), now?.validity.until?.toISOString()],
      );
    }
    const subjects = (await mails()).map(({ subject }) => subject);
    assert.equal(subjects.filter((subject) => /end/.test(subject)).length, 2);
  });
});

describe('rights that end', () => {
  test('are counted by month and listed, and their people and administrators are told once a month and once a week before', async (t) => {
    const { give, desk, acting, people, mails, moveTo, world, organisation, relationOf } = await openScene(t);
    await give([reporter, user('Asks')]);
    await give([{ ...reporter, until: addDays(today, 3) }], { relation: relationOf(people.local) });
    await mails();
    const asked = { by: acting(people.head), organisation: organisation.id, month: null, after: null };
    const ending = await desk.viewEnding(asked);
    assert.equal(ending?.months.length, 13);
    assert.equal(
      ending.months.reduce((sum, { count }) => sum + count, 0),
      3,
    );
    assert.deepEqual(
      ending.rights.map((each) => dayOf(later(each.validity.until ?? NOON, -1))),
      [addDays(today, 3), until, until],
    );
    assert.equal(await desk.viewEnding({ ...asked, by: acting(people.anna) }), null);
    const duty = remindOfEndingDuty(world);
    const remind = async (days: number) => {
      moveTo(later(NOON, days * DAY));
      await Promise.all([duty.run(later(NOON, days * DAY)), duty.run(later(NOON, days * DAY))]);
      return (await mails()).map(({ subject }) => subject).sort();
    };
    // Whoever was given a right for three days knows when it ends.
    assert.deepEqual(await remind(0), []);
    // To Anna, and to each of three administrators, in one mail for both rights.
    const first = await remind(12);
    assert.equal(first.length, 4);
    assert.deepEqual(await remind(13), []);
    assert.equal((await remind(35)).length, 4);
    assert.deepEqual(await remind(36), []);
  });
});
