import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  allowWaiting,
  inJoining,
  type JoinDesk,
  type JoiningWorld,
  openJoinDesk,
  replaceNumber,
} from '../../src/domain/joining/index.ts';
import type { Organisation } from '../../src/domain/organisation/index.ts';
import type { NationalNumber, PersonId } from '../../src/domain/person/index.ts';
import { systemRandomness } from '../../src/processes/randomness.ts';
import { application } from '../support/application-example.ts';
import { type CaseworkWalk, openCaseworkWalk } from '../support/casework-walk.ts';
import { enterprise, linkTo, numberOf, personWith, type TestContext } from '../support/open-test-store.ts';

const REASON = 'The same passport was shown for both.';
let counter = 0;

type Scene = {
  readonly walk: CaseworkWalk;
  readonly world: JoiningWorld;
  readonly desk: JoinDesk;
  readonly leads: Readonly<Record<'first' | 'second', Awaited<ReturnType<CaseworkWalk['member']>>>>;
  readonly organisations: readonly Organisation[];
};

async function openScene(context: TestContext): Promise<Scene> {
  const walk = await openCaseworkWalk(context);
  const world: JoiningWorld = {
    clock: walk.now,
    randomness: systemRandomness,
    origin: 'http://localhost:4000',
    inTransaction: (work) => walk.store.inTransaction(work),
  };
  const organisations = ['0999000129', '0999000228'].map((code) => enterprise(code));
  await walk.inTransaction(async (stores) => {
    for (const each of organisations) await stores.organisations.put(each);
    await stores.applications.put(application('gipod'));
  });
  const [first, second] = [await walk.member('Noor', 'case-lead'), await walk.member('Marc', 'case-lead')];
  return { walk, world, desk: openJoinDesk(world), leads: { first, second }, organisations };
}

/** A number that nobody has, of the register or a BIS number. */
function freshNumber(kind: 'RN' | 'BIS' = 'RN'): NationalNumber {
  counter += 1;
  const nine = `70${kind === 'RN' ? '01' : '41'}${String(1 + Math.floor(counter / 900)).padStart(2, '0')}${String(1 + (counter % 900)).padStart(3, '0')}`;
  return numberOf(nine + String(97 - (Number(nine) % 97)).padStart(2, '0'));
}

type Somebody = { readonly id: PersonId; readonly number: NationalNumber };

async function known({ walk }: Scene, kind: 'RN' | 'BIS' = 'RN'): Promise<Somebody> {
  const number = freshNumber(kind);
  const person = personWith({ number });
  await walk.inTransaction(async ({ persons, register }) => {
    await register.addPerson({
      number,
      familyName: 'Proef',
      givenNames: 'Jan',
      birthDate: { year: 1970, month: 1, day: 1 },
      birthPlace: null,
      sex: null,
      nationality: null,
      address: { street: null, postcode: null, municipality: null, country: null },
    });
    await persons.add(person);
  });
  return { id: person.id, number };
}

/** Gives a right in an organisation, and the work relation that it hangs on. */
async function employ(
  { walk, organisations }: Scene,
  { id }: Somebody,
  place: number,
  ...rights: readonly string[]
) {
  const organisation = organisations[place];
  assert.ok(organisation);
  const validity = { from: new Date('2026-01-01'), until: null };
  await walk.inTransaction(async (stores) => {
    const relation = await stores.organisations.addWorkRelation({
      id: randomUUID(),
      person: id,
      organisation: organisation.id,
      userType: 'permanent',
      email: `${id}@example.be`,
      validity,
    });
    for (const right of rights)
      await stores.rights.add({
        id: randomUUID(),
        workRelation: relation.id,
        organisation: organisation.id,
        application: application('klip').id,
        right,
        contexts: [],
        validity,
      });
  });
}

/** What somebody has in an organisation. */
async function has({ walk, organisations }: Scene, person: PersonId, place: number) {
  const rows = await walk.inTransaction(({ joins }) => joins.standingOf(person, walk.now()));
  const own = rows.filter(({ organisation }) => organisation === organisations[place]?.id);
  return [...new Set(own.flatMap(({ gives }) => gives))].toSorted();
}

async function join({ desk, leads }: Scene, kept: Somebody, other: Somebody) {
  const wish = { kept: kept.number, other: other.number, reason: REASON };
  const proposed = await desk.propose(leads.first, wish);
  assert.ok('id' in proposed, proposed.kind);
  const decided = await desk.decide(leads.second, proposed.id, { join: true, comment: REASON });
  return { id: proposed.id, kind: decided.kind };
}

async function part({ desk, leads }: Scene, id: string) {
  const proposed = await desk.proposeUndo(leads.second, id, REASON);
  if (proposed.kind !== 'proposed') return proposed.kind;
  return (await desk.decideUndo(leads.first, id, { undo: true, comment: REASON })).kind;
}

const replace = ({ world }: Scene, old: NationalNumber, current: NationalNumber) =>
  inJoining(world, (context) =>
    replaceNumber(context, { old, current, by: { kind: 'operator', id: 'test' } }),
  );

test('two persons are joined by two case leads, never by one, and never by one of both', async (context) => {
  const scene = await openScene(context);
  const { desk, leads, walk } = scene;
  const [kept, other] = [await known(scene), await known(scene, 'BIS')];
  const wish = { kept: kept.number, other: other.number, reason: REASON };
  const agent = await walk.member('Eva');
  assert.equal((await desk.propose(agent, wish)).kind, 'not-allowed');
  assert.equal((await desk.propose(leads.first, { ...wish, reason: 'short' })).kind, 'wrong');
  assert.equal((await desk.propose(leads.first, { ...wish, other: kept.number })).kind, 'wrong');
  assert.equal((await desk.propose({ ...leads.first, person: kept.id }, wish)).kind, 'own-case');
  const proposed = await desk.propose(leads.first, wish);
  assert.ok(proposed.kind === 'proposed');
  const yes = { join: true, comment: REASON };
  assert.equal((await desk.decide(leads.first, proposed.id, yes)).kind, 'own-decision');
  assert.equal((await desk.decide({ ...leads.second, person: other.id }, proposed.id, yes)).kind, 'own-case');
  assert.equal((await desk.decide(leads.second, proposed.id, yes)).kind, 'joined');
  assert.equal((await desk.decide(leads.second, proposed.id, yes)).kind, 'already-decided');
});

test('a joined person is found by every id, sub, number and link of both, and has the number of the register', async (context) => {
  const scene = await openScene(context);
  const { walk } = scene;
  const [kept, other] = [await known(scene, 'BIS'), await known(scene)];
  const subject = (await walk.store.persons.find(other.id))?.subject;
  await walk.inTransaction(async ({ links }) => {
    await links.add(linkTo(kept.id, 'DE/BE/one'));
    await links.add(linkTo(other.id, 'DE/BE/two'));
  });
  const { id, kind } = await join(scene, kept, other);
  assert.equal(kind, 'joined');
  assert.equal((await walk.store.persons.find(other.id))?.id, kept.id);
  assert.ok(subject);
  assert.equal((await walk.store.persons.findBySubject(subject))?.id, kept.id);
  for (const { number } of [kept, other]) {
    const person = await walk.inTransaction(({ persons }) => persons.findByNumber(number));
    assert.equal(person?.id, kept.id);
    assert.equal(person?.number?.digits.reveal(), other.number.digits.reveal(), 'RN before BIS');
  }
  assert.equal((await walk.inTransaction(({ links }) => links.liveOf(kept.id))).length, 2);
  assert.equal(await part(scene, id), 'undone');
  for (const each of [kept, other]) {
    const person = await walk.inTransaction(({ persons }) => persons.findByNumber(each.number));
    assert.equal(person?.id, each.id);
    assert.equal(person?.number?.digits.reveal(), each.number.digits.reveal());
    assert.equal((await walk.inTransaction(({ links }) => links.liveOf(each.id))).length, 1);
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
    await walk.inTransaction((stores) =>
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
  await walk.inTransaction(({ links }) => links.add(linkTo(kept.id, 'DE/BE/one')));
  const { id } = await join(scene, kept, other);
  const klip = application('klip').id;
  assert.deepEqual(await has(scene, kept.id, 0), [`${klip} propose`, 'works']);
  assert.deepEqual(await has(scene, kept.id, 1), [`${klip} read`, 'works'], 'what is new alone goes over');
  const told = (await walk.mails()).map(({ to, template }) => `${to} ${template}`);
  assert.deepEqual(
    told.toSorted(),
    [`${boss.id}@example.be rights-wait`, `${kept.id}@example.be persons-joined`].toSorted(),
  );
  const ask = (administrator: PersonId) =>
    inJoining(world, (each) =>
      allowWaiting(each, {
        join: id,
        organisation: organisation.id,
        administrator,
        by: { kind: 'operator', id: 'test' },
      }),
    );
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
  const proposed = await desk.propose(twin, wish);
  assert.ok(proposed.kind === 'proposed');
  await walk.inTransaction(({ persons }) => persons.replaceNumber(twin.person, freshNumber(), walk.now()));
  const number = (await walk.store.persons.find(twin.person))?.number;
  const own = await known(scene);
  assert.ok(number);
  assert.equal((await join(scene, own, { id: twin.person, number })).kind, 'joined');
  const joined = { ...leads.second, person: own.id };
  const yes = { join: true, comment: REASON };
  assert.equal((await desk.decide(joined, proposed.id, yes)).kind, 'own-decision');
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
  assert.equal(
    (await scene.desk.decideUndo(scene.leads.first, inner.id, { undo: false, comment: REASON })).kind,
    'kept',
  );
  assert.equal(await part(scene, outer.id), 'undone');
  assert.equal((await scene.walk.store.persons.find(a.id))?.id, b.id);
  assert.equal((await replace(scene, a.number, b.number)).kind, 'replaced');
  assert.equal(await part(scene, inner.id), 'one-number');
});

const act = fc.oneof(
  fc.record({
    kind: fc.constant('replace' as const),
    from: fc.nat({ max: 2 }),
    to: fc.nat({ max: 2 }),
  }),
  fc.record({ kind: fc.constant('join' as const), from: fc.nat({ max: 2 }), to: fc.nat({ max: 2 }) }),
  fc.record({ kind: fc.constant('part' as const), which: fc.nat({ max: 3 }) }),
);
const employments = fc.array(
  fc.record({
    who: fc.nat({ max: 2 }),
    where: fc.nat({ max: 1 }),
    rights: fc.uniqueArray(fc.constantFrom('read', 'write', 'sign'), { maxLength: 2 }),
  }),
  { maxLength: 5 },
);

test('replacing, joining and parting in any order keep one person per chain of numbers, and give nobody more', async (context) => {
  const scene = await openScene(context);
  const { walk } = scene;
  await fc.assert(
    fc.asyncProperty(employments, fc.array(act, { maxLength: 8 }), async (work, acts) => {
      const people = [await known(scene, 'BIS'), await known(scene), await known(scene)];
      for (const { who, where, rights } of work) {
        const person = people[who];
        assert.ok(person);
        await employ(scene, person, where, ...rights);
      }
      const alone = await Promise.all(
        people.flatMap(({ id }) =>
          [0, 1].map(async (place) => ({ id, place, all: await has(scene, id, place) })),
        ),
      );
      const joins: string[] = [];
      for (const one of acts) {
        walk.pass(60_000);
        if (one.kind === 'part') {
          const id = joins[one.which];
          if (id !== undefined) await part(scene, id);
          continue;
        }
        const [from, to] = [people[one.from], people[one.to]];
        assert.ok(from && to);
        if (one.kind === 'replace') await replace(scene, from.number, to.number);
        else {
          const wish = { kept: from.number, other: to.number, reason: REASON };
          const proposed = await scene.desk.propose(scene.leads.first, wish);
          if (!('id' in proposed)) continue;
          await scene.desk.decide(scene.leads.second, proposed.id, { join: true, comment: REASON });
          joins.push(proposed.id);
        }
      }
      for (const { number } of people) {
        const [person, current] = await walk.inTransaction(async (stores) => [
          await stores.persons.findByNumber(number),
          await stores.register.findByNumber(number),
        ]);
        assert.ok(person && current);
        const same = await walk.inTransaction(({ persons }) => persons.findByNumber(current.number));
        assert.equal(person.id, same?.id, 'a number and the one that replaced it lead to one person');
        for (const place of [0, 1]) {
          const all = await has(scene, person.id, place);
          const isWithin = alone.some(
            (each) => each.place === place && all.every((what) => each.all.includes(what)),
          );
          assert.ok(isWithin, `${all} is more than anybody had`);
        }
      }
      for (const id of joins.toReversed()) await part(scene, id);
      // Without replacements no undoing is refused.
      const isUndone = acts.every(({ kind }) => kind !== 'replace');
      for (const { id, place, all } of alone) {
        if (isUndone) assert.deepEqual(await has(scene, id, place), all, 'who is parted has what they had');
      }
    }),
    { numRuns: 25 },
  );
});
