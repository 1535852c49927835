import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { withReason } from '../../src/domain/acting/index.ts';
import type { PersonId } from '../../src/domain/person/index.ts';
import {
  allow,
  employIn,
  empower,
  has,
  known,
  openScene,
  part,
  REASON,
  replace,
  type Scene,
  type Somebody,
  validityOf,
} from '../support/joining-scene.ts';
import { tries } from '../support/tries.ts';

const who = fc.nat({ max: 2 });
const act = fc.oneof(
  fc.record({ kind: fc.constant('replace' as const), from: who, to: who }),
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('join' as const), from: who, to: who }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('part' as const), which: fc.nat({ max: 3 }) }) },
  fc.record({ kind: fc.constant('allow' as const), which: fc.nat({ max: 3 }), where: fc.nat({ max: 1 }) }),
);
const term = { since: fc.nat({ max: 2 }), lasts: fc.boolean() };
const where = fc.nat({ max: 1 });
const employments = fc.array(
  fc.record({
    who,
    where,
    ...term,
    rights: fc.uniqueArray(fc.constantFrom('read', 'write', 'sign'), { maxLength: 2 }),
  }),
  { maxLength: 5 },
);
const powers = fc.uniqueArray(
  fc.record({ who, where, ...term, kind: fc.constantFrom('local-administrator', 'represents') }),
  { maxLength: 3, selector: (each) => `${each.who} ${each.where} ${each.kind}` },
);

/** Who is who now: the person that each one stands for. */
const standingFor = ({ walk }: Scene, people: readonly Somebody[]) =>
  walk.inTransaction(['joins'], async ({ joins }) => {
    const all: PersonId[] = [];
    for (const { id } of people) all.push((await joins.standsFor(id)) ?? id);
    return all;
  });

test('replacing, joining, allowing and parting in any order keep one person per chain of numbers, give nobody more, and take nothing', async (context) => {
  const scene = await openScene(context);
  const { walk } = scene;
  const boss = await known(scene);
  for (const place of [0, 1]) await empower(scene, boss, place, 'head-local-administrator');
  await fc.assert(
    fc.asyncProperty(employments, powers, fc.array(act, { maxLength: 8 }), async (work, held, acts) => {
      const people = [await known(scene, 'BIS'), await known(scene), await known(scene)];
      const nth = (index: number) => {
        const person = people[index];
        assert.ok(person);
        return person;
      };
      for (const { who, where, rights, ...term } of work)
        await employIn(scene, nth(who), where, { rights, validity: validityOf(term) });
      for (const { who, where, kind, ...term } of held)
        await empower(scene, nth(who), where, kind, validityOf(term));
      const haveNow = () =>
        Promise.all(
          people.map(async ({ id }) => [await has(scene, id, 0), await has(scene, id, 1)] as const),
        );
      const alone = await haveNow();
      const joins: string[] = [];
      let isAllowed = false;
      const step = async (one: typeof act extends fc.Arbitrary<infer Of> ? Of : never) => {
        const id = 'which' in one ? joins[one.which] : undefined;
        switch (one.kind) {
          case 'part':
            if (id !== undefined) await part(scene, id);
            return;
          case 'allow': {
            if (id === undefined) return;
            const answer = await allow(scene, id, one.where, boss.id);
            isAllowed ||= answer.kind === 'allowed';
            return;
          }
          case 'replace':
            await replace(scene, nth(one.from).number, nth(one.to).number);
            return;
          case 'join': {
            const wish = { kept: nth(one.from).number, other: nth(one.to).number, reason: REASON };
            const proposed = await scene.desk.proposeJoin({
              by: withReason(scene.leads.first, wish.reason),
              ...wish,
            });
            if (!('id' in proposed)) return;
            await scene.desk.decideJoin({
              by: scene.leads.second,
              id: proposed.id,
              join: true,
              comment: REASON,
            });
            joins.push(proposed.id);
          }
        }
      };
      /** Nobody has more than one of those whom they are had alone, nor less than they had themselves. */
      const check = async () => {
        const [roots, now] = [await standingFor(scene, people), await haveNow()];
        for (const [index, { id }] of people.entries())
          for (const place of [0, 1] as const) {
            if (roots[index] !== id) continue;
            const all = now[index]?.[place] ?? [];
            const own = alone[index]?.[place] ?? [];
            assert.ok(
              own.every((what) => all.includes(what)),
              `${own} became ${all}`,
            );
            const members = alone.filter((_, at) => roots[at] === id);
            const most = isAllowed
              ? [members.flatMap((each) => each[place])]
              : members.map((each) => each[place]);
            assert.ok(
              most.some((each) => all.every((what) => each.includes(what))),
              `${all} is more than ${most.join(' or ')}`,
            );
          }
      };
      for (const one of acts) {
        walk.pass(60_000);
        await step(one);
        await check();
      }
      for (const { number } of people) {
        const [person, current] = await walk.inTransaction(['persons', 'register'], async (stores) => [
          await stores.persons.findByNumber(number),
          await stores.register.findByNumber(number),
        ]);
        assert.ok(person && current);
        const same = await walk.inTransaction(['persons'], ({ persons }) =>
          persons.findByNumber(current.number),
        );
        assert.equal(person.id, same?.id, 'a number and the one that replaced it lead to one person');
      }
      // The newest comes apart first; without replacements no undoing is refused then.
      for (const id of joins.toReversed()) await part(scene, id);
      await check();
      if (acts.every(({ kind }) => kind !== 'replace'))
        assert.deepEqual(await haveNow(), alone, 'who is parted has what they had');
    }),
    { numRuns: tries(25) },
  );
});
