import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ChangedMeanwhile } from '../../src/base/changed-meanwhile.ts';
import { DAY, MINUTE } from '../../src/base/time.ts';
import type { World } from '../../src/base/unit-of-work.ts';
import {
  type CaseworkSettings,
  type CaseworkStores,
  openDesk,
  runCaseDuties,
} from '../../src/domain/casework/index.ts';
import type { PersonIdentifier } from '../../src/domain/identity-matching/index.ts';
import { openCaseworkWalk } from '../support/casework-walk.ts';

describe('work on cases that meets other work in the database', () => {
  test('is done again, once, when it had to give way', async (t) => {
    const walk = await openCaseworkWalk(t);
    const desk = openDesk(givingWay(walk.world, 1));
    const agent = await walk.member('Noor');
    const { id } = await walk.send();
    const taken = await desk.takeNextCase({ by: agent });
    assert.equal(taken.kind, 'taken');
    const { version } = await walk.find({ id });
    const writing = openDesk(givingWay(walk.world, 1));
    assert.equal(
      (await writing.writeMessage({ by: agent, case: id, version, text: 'We look at it today.' })).kind,
      'done',
    );
    const messages = await walk.inTransaction(['caseMessages'], ({ caseMessages }) => caseMessages.of(id));
    assert.equal(messages.filter(({ text }) => text === 'We look at it today.').length, 1);
  });

  test('tells the agent what the other one changed, when that was the same case', async (t) => {
    const walk = await openCaseworkWalk(t);
    const agent = await walk.member('Noor');
    const { id } = await walk.send();
    const { version } = await walk.find({ id });
    await walk.desk.takeNextCase({ by: agent });
    const desk = openDesk(givingWay(walk.world, 1));
    const answer = await desk.releaseOwnCase({ by: agent, case: id, version });
    assert.equal(answer.kind, 'changed');
    assert.deepEqual(answer.kind === 'changed' && answer.since.map(({ kind }) => kind), ['assigned']);
  });

  test('sets no case aside: its turn comes again', async (t) => {
    const walk = await openCaseworkWalk(t);
    const drafts = [];
    for (const one of ['a', 'b'])
      drafts.push(await walk.open({ identifier: `DE/BE/gave-way-${one}` as PersonIdentifier }));
    walk.pass(31 * DAY);
    // The first transaction looks for what is due, the second acts on the first case.
    const first = await runCaseDuties(givingWay(walk.world, 1, 1));
    assert.deepEqual([first.expired, first.failed], [1, []]);
    assert.equal((await walk.store.duties.troubles()).casesAside, 0);
    walk.pass(MINUTE);
    assert.equal((await runCaseDuties(walk.world)).expired, 1);
    for (const draft of drafts) assert.equal((await walk.find(draft)).state.kind, 'expired');
  });

  test('gives many cases in one order, whatever order they were chosen in', async (t) => {
    const walk = await openCaseworkWalk(t);
    const lead = await walk.member('Ingrid', 'case-agent', 'case-lead');
    const cases = [];
    for (const one of ['a', 'b', 'c', 'd']) {
      cases.push((await walk.send({ identifier: `DE/BE/order-${one}` as PersonIdentifier })).id);
      walk.pass(20 * MINUTE);
    }
    const saved: string[][] = [];
    walk.replaceStores({
      caseLists: (own) => ({ ...own, agents: async () => [{ person: lead.person, name: lead.name }] }),
      cases: (own) => ({
        ...own,
        save: (one) => {
          saved.at(-1)?.push(one.id);
          return own.save(one);
        },
      }),
    });
    for (const chosen of [cases, cases.toReversed()]) {
      saved.push([]);
      const given = await walk.desk.assignCases({ by: lead, cases: chosen, to: lead.person });
      assert.ok('assigned' in given);
      assert.deepEqual(new Set(given.assigned), new Set(cases));
      for (const id of cases) {
        const { version } = await walk.find({ id });
        saved.push([]);
        assert.equal((await walk.desk.releaseOwnCase({ by: lead, case: id, version })).kind, 'done');
      }
    }
    const rounds = saved.filter(({ length }) => length === cases.length);
    assert.equal(rounds.length, 2);
    assert.deepEqual(rounds[0], rounds[1]);
  });
});

/** A world in which so many transactions, after some that pass, do their work and then have to give way to another one. */
function givingWay(
  world: World<CaseworkStores, CaseworkSettings>,
  times: number,
  after = 0,
): World<CaseworkStores, CaseworkSettings> {
  let [passing, left] = [after, times];
  return {
    ...world,
    inTransaction: (names, work) =>
      world.inTransaction(names, async (stores) => {
        const answer = await work(stores);
        if (passing > 0) {
          passing -= 1;
          return answer;
        }
        if (left === 0) return answer;
        left -= 1;
        throw new ChangedMeanwhile();
      }),
  };
}
