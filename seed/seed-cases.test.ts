import assert from 'node:assert/strict';
import test, { before, describe } from 'node:test';
import { DAY, later } from '../src/base/time.ts';
import type { UnitOfWork } from '../src/base/unit-of-work.ts';
import type { Candidate } from '../src/domain/candidates/index.ts';
import { type Case, type CaseId, candidatesOf, caseStateKinds } from '../src/domain/casework/index.ts';
import { parsePersonIdentifier } from '../src/domain/identity-matching/index.ts';
import type { PersonId } from '../src/domain/person/index.ts';
import type { Store, Stores } from '../src/store/index.ts';
import { seededDemo } from '../test/support/seeded-demo.ts';

describe('the cases of the demo', () => {
  let store: Store;
  let now: Date;
  const all: Case[] = [];
  before(async () => {
    ({ store, now } = await seededDemo());
    await inside(['cases'], async ({ cases }) => {
      for (const id of await listed()) all.push((await cases.find(id)) as Case);
    });
  });

  const inside: UnitOfWork<Stores> = (names, work) => store.inTransaction(names, work);
  const listed = () =>
    inside(['caseLists'], async ({ caseLists }) => {
      const filter = { list: 'all', sort: 'submitted', descending: false, page: 1, pageSize: 500 } as const;
      const { rows } = await caseLists.list({ ...filter, agent: '' as PersonId, at: now });
      return rows.map(({ id }): CaseId => id);
    });
  const openCaseOf = (text: string) => {
    const identifier = parsePersonIdentifier(text);
    assert.ok(identifier);
    return inside(['cases'], ({ cases }) => cases.findLastOf(identifier));
  };

  test('are some hundred and fifty, in every state that agents see, from a dozen countries and from the counter', () => {
    assert.ok(all.length >= 110 && all.length <= 170, `${all.length}`);
    const states = new Set(all.map(({ state }) => state.kind));
    assert.deepEqual(
      caseStateKinds.filter((kind) => !states.has(kind)),
      ['draft'],
    );
    assert.ok(new Set(all.map(({ applicant }) => applicant.country)).size >= 12);
    assert.ok(all.some(({ origin }) => origin === 'office'));
  });

  test('ended in every way, and leave agents something to do', () => {
    const outcomes = all.flatMap(({ state }) => (state.kind === 'decided' ? [state.outcome.kind] : []));
    assert.deepEqual(new Set(outcomes), new Set(['linked', 'new-number', 'refused']));
    assert.ok(all.filter(({ state }) => state.kind === 'new').length >= 5);
    assert.ok(all.filter(({ state }) => state.kind === 'to-confirm').length >= 2);
  });

  test('give most agents somebody of the register to compare with: exactly the same, alike, several, and nobody', async () => {
    const open = all.filter(({ state }) =>
      ['new', 'assigned', 'answered', 'reopened', 'to-confirm'].includes(state.kind),
    );
    const found = await inside(['candidates'], (stores) =>
      Promise.all(open.map((one) => candidatesOf({ stores }, one))),
    );
    const some = found.filter((each) => each.length > 0);
    assert.ok(some.length * 2 > open.length, `${some.length} of ${open.length}`);
    assert.ok(found.some((each) => each.length === 0));
    assert.ok(found.some((each) => each.length > 1));
    const isExact = ({ comparisons }: Candidate) =>
      comparisons.every(({ field, verdict }) => verdict === 'same' || field === 'previousNames');
    assert.ok(some.some((each) => each.some(isExact)));
    assert.ok(some.some((each) => each.every((candidate) => !isExact(candidate))));
  });

  test('gave nobody a number that somebody real may have, and every counter is explained', async () => {
    for (const { state } of all) {
      if (state.kind !== 'decided' || state.outcome.kind !== 'new-number') continue;
      assert.ok(Number(state.outcome.number.slice(6, 9)) > 900);
    }
    const { assigned, holes, beyond } = await inside(['numbers'], ({ numbers }) => numbers.explain());
    assert.ok(assigned > 30);
    assert.deepEqual({ holes, beyond }, { holes: 0, beyond: 0 });
  });

  test('wait for whoever plays Luca, Javier or Thomas', async () => {
    const states = [];
    for (const identifier of [
      'IT/BE/SIM-19700113-0137',
      'ES/BE/SIM-19740402-0123',
      'AT/BE/SIM-19691130-0109',
    ])
      states.push((await openCaseOf(identifier))?.state.kind);
    assert.deepEqual(states, ['waiting', 'assigned', 'decided']);
  });

  test('sent their mail in the past, but for that of the last two days and one that was refused', async () => {
    const { waiting, sent, stuck, bounced } = await store.outbox.countsByState(later(now, -100 * DAY));
    assert.deepEqual({ stuck, bounced }, { stuck: 0, bounced: 1 });
    assert.ok(sent > 150, `${sent}`);
    assert.ok(waiting < 40, `${waiting}`);
    const items = await store.outbox.take(['mail'], 1000, later(now, -2 * DAY));
    assert.equal(items.length, 0);
  });

  test('tell in their history what happened in the order of time, and never in the future', async () => {
    for (const { id } of all) {
      const times = (await inside(['caseEvents'], ({ caseEvents }) => caseEvents.of(id))).map(({ at }) =>
        at.getTime(),
      );
      assert.deepEqual(
        times,
        times.toSorted((one, other) => one - other),
      );
      assert.ok((times.at(-1) ?? 0) <= now.getTime());
    }
  });

  test('hold documents that an agent can look at', async () => {
    const documents = [];
    for (const { id } of all)
      documents.push(...(await inside(['documents'], ({ documents: kept }) => kept.list(id))));
    assert.ok(documents.length > 5, `${documents.length}`);
    assert.ok(documents.every(({ type }) => type === 'png'));
  });
});
