import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import pg from 'pg';
import { linkTo, NOON, openTestStore, personWith } from '../../../test/support/open-test-store.ts';
import { agentAt, storedCase } from '../../../test/support/stored-case.ts';
import { addDays, dayOf } from '../../base/calendar.ts';
import { DAY, later, MINUTE } from '../../base/time.ts';
import type { CaseEvent, CaseMessage, LinkRemoval } from '../../domain/casework/index.ts';

const [NOOR, DUBOIS] = [agentAt(1), agentAt(2)];

test('a timeline tells everything that happened, in its order', async (t) => {
  const { store, now } = await openTestStore(t);
  const one = storedCase();
  const events: readonly Omit<CaseEvent, 'id'>[] = [
    { case: one.id, at: now(), kind: 'opened', by: { kind: 'applicant' }, text: null, details: {} },
    {
      case: one.id,
      at: now(),
      kind: 'taken-over',
      by: { kind: 'agent', person: NOOR },
      text: 'My colleague is ill.',
      details: { from: DUBOIS, version: 3, urgent: true, office: null },
    },
    { case: one.id, at: now(), kind: 'reminded', by: { kind: 'system' }, text: null, details: {} },
  ];
  await store.inTransaction(['cases', 'caseEvents'], async ({ cases, caseEvents }) => {
    await cases.add(one);
    for (const event of events) await caseEvents.add(event);
    const kept = await caseEvents.of(one.id);
    assert.deepEqual(
      kept.map(({ id: _, ...event }) => event),
      events,
    );
    assert.equal(new Set(kept.map(({ id }) => id)).size, events.length);
    assert.deepEqual(await caseEvents.of(storedCase().id), []);
  });
});

test('what stands in a timeline can be neither changed nor removed, not even in the database', async (t) => {
  const { store, url, now } = await openTestStore(t);
  const one = storedCase();
  await store.inTransaction(['cases', 'caseEvents'], async ({ cases, caseEvents }) => {
    await cases.add(one);
    const by = { kind: 'applicant' } as const;
    await caseEvents.add({ case: one.id, at: now(), kind: 'opened', by, text: null, details: {} });
  });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const change of [
    "update case_events set kind = 'refused'",
    'delete from case_events',
    'truncate case_events',
  ])
    await assert.rejects(client.query(change), change);
  await client.end();
});

test('messages go both ways, oldest first; a question is answered once', async (t) => {
  const { store, now } = await openTestStore(t);
  const one = storedCase();
  const question: CaseMessage = {
    id: randomUUID(),
    case: one.id,
    from: { kind: 'agent', agent: NOOR },
    text: 'Which name stands on your identity card?',
    at: now(),
    question: {
      template: 'document',
      documents: ['identity-document'],
      dueOn: addDays(dayOf(now()), 14),
      answeredAt: null,
    },
  };
  const answer: CaseMessage = {
    ...question,
    id: randomUUID(),
    from: { kind: 'applicant' },
    text: 'Müller.',
    at: later(now(), MINUTE),
    question: null,
  };
  await store.inTransaction(['cases', 'caseMessages'], async ({ cases, caseMessages }) => {
    await cases.add(one);
    await caseMessages.add(answer);
    await caseMessages.add(question);
    assert.deepEqual(await caseMessages.of(one.id), [question, answer]);
    await caseMessages.markAnswered(question.id, answer.at);
    await caseMessages.markAnswered(question.id, later(answer.at, DAY));
    await caseMessages.markAnswered(answer.id, answer.at);
    const answered = question.question && { ...question.question, answeredAt: answer.at };
    assert.deepEqual(await caseMessages.of(one.id), [{ ...question, question: answered }, answer]);
  });
});

test('notes stay with their case', async (t) => {
  const { store, now } = await openTestStore(t);
  const one = storedCase();
  const note = { id: randomUUID(), by: NOOR, at: now(), text: 'Called the embassy.' };
  await store.inTransaction(['cases', 'caseNotes'], async ({ cases, caseNotes }) => {
    await cases.add(one);
    await caseNotes.add(one.id, note);
    assert.deepEqual(await caseNotes.of(one.id), [note]);
    assert.deepEqual(await caseNotes.of(storedCase().id), []);
  });
});

describe('the lock of a case', () => {
  const stale = later(NOON, -15 * MINUTE);

  test('is held by one agent, until it is released, stale or taken over', async (t) => {
    const { store } = await openTestStore(t);
    const one = storedCase();
    await store.inTransaction(['cases', 'caseLocks'], async ({ cases, caseLocks }) => {
      await cases.add(one);
      assert.equal(await caseLocks.holder(one.id, stale), null);
      const held = { case: one.id, agent: NOOR, seenAt: NOON };
      assert.deepEqual(await caseLocks.take(one.id, NOOR, NOON, stale), held);
      assert.deepEqual(await caseLocks.take(one.id, DUBOIS, later(NOON, 1), stale), held);
      const renewed = later(NOON, 10 * MINUTE);
      assert.deepEqual((await caseLocks.take(one.id, NOOR, renewed, stale)).seenAt, renewed);
      await caseLocks.release(one.id, DUBOIS);
      assert.equal((await caseLocks.holder(one.id, stale))?.agent, NOOR, 'only the holder lets go');
      assert.equal(await caseLocks.holder(one.id, later(renewed, 1)), null);
      assert.equal((await caseLocks.take(one.id, DUBOIS, NOON, later(renewed, 1))).agent, DUBOIS);
      assert.equal((await caseLocks.force(one.id, NOOR, NOON)).agent, NOOR);
      await caseLocks.release(one.id, NOOR);
      assert.equal(await caseLocks.holder(one.id, stale), null);
    });
  });

  test('goes to one of all who open the case at once, and everybody is told to whom', async (t) => {
    const { store } = await openTestStore(t);
    const one = storedCase();
    await store.inTransaction(['cases'], ({ cases }) => cases.add(one));
    const told = await Promise.all(
      Array.from({ length: 8 }, (_, place) =>
        store.inTransaction(['caseLocks'], ({ caseLocks }) =>
          caseLocks.take(one.id, agentAt(place), NOON, stale),
        ),
      ),
    );
    assert.equal(new Set(told.map(({ agent }) => agent)).size, 1);
  });
});

test('agents keep lists under names of their own; the same name again replaces', async (t) => {
  const { store } = await openTestStore(t);
  const view = { id: randomUUID(), name: 'Late in Germany', query: 'country=DE&late=1' };
  await store.inTransaction(['savedLists'], async ({ savedLists }) => {
    await savedLists.add(NOOR, view);
    await savedLists.add(NOOR, { ...view, id: randomUUID(), query: 'country=DE' });
    await savedLists.add(DUBOIS, { ...view, id: randomUUID() });
    assert.deepEqual(await savedLists.of(NOOR), [{ ...view, query: 'country=DE' }]);
    await savedLists.remove(DUBOIS, view.id);
    assert.equal((await savedLists.of(NOOR)).length, 1, 'nobody removes the list of another');
    await savedLists.remove(NOOR, view.id);
    assert.deepEqual(await savedLists.of(NOOR), []);
    assert.equal((await savedLists.of(DUBOIS)).length, 1);
  });
});

describe('a wish to end a link', () => {
  async function open(t: Parameters<typeof openTestStore>[0]) {
    const opened = await openTestStore(t);
    const person = personWith();
    const link = linkTo(person.id, 'DE/BE/abc');
    await opened.store.inTransaction(['persons', 'links'], async ({ persons, links }) => {
      await persons.add(person);
      await links.add(link);
    });
    const wish = (): LinkRemoval => ({
      id: randomUUID(),
      link: link.id,
      case: null,
      person: person.id,
      country: 'DE',
      reason: 'It is her sister.',
      proposedBy: NOOR,
      proposedAt: NOON,
      decided: null,
    });
    return { ...opened, person, link, wish };
  }
  const decided = { kind: 'removed', by: DUBOIS, at: later(NOON, MINUTE), comment: 'Seen.' } as const;

  test('waits for a decision, one per link, and is decided once', async (t) => {
    const { store, wish } = await open(t);
    const [first, second] = [wish(), wish()];
    await store.inTransaction(['linkRemovals'], async ({ linkRemovals }) => {
      assert.deepEqual(await linkRemovals.add(first), { kind: 'added' });
      assert.deepEqual(await linkRemovals.add(second), { kind: 'already-proposed' });
      assert.deepEqual(await linkRemovals.waiting(), [first]);
    });
    const outcomes = await Promise.all(
      [1, 2, 3].map(() =>
        store.inTransaction(['linkRemovals'], ({ linkRemovals }) => linkRemovals.decide(first.id, decided)),
      ),
    );
    assert.deepEqual(outcomes.toSorted(), [false, false, true]);
    await store.inTransaction(['linkRemovals'], async ({ linkRemovals }) => {
      assert.deepEqual(await linkRemovals.find(first.id), { ...first, decided });
      assert.deepEqual(await linkRemovals.waiting(), []);
      assert.deepEqual(await linkRemovals.add(second), { kind: 'added' });
      assert.equal(await linkRemovals.find(randomUUID()), null);
    });
  });

  test('is never decided by whoever had it: the database refuses', async (t) => {
    const { store, wish } = await open(t);
    const one = wish();
    await store.inTransaction(['linkRemovals'], ({ linkRemovals }) => linkRemovals.add(one));
    await assert.rejects(
      store.inTransaction(['linkRemovals'], ({ linkRemovals }) =>
        linkRemovals.decide(one.id, { ...decided, by: NOOR }),
      ),
    );
  });

  test('finds the link, and the live links of a person', async (t) => {
    const { store, person, link } = await open(t);
    const second = { ...linkTo(person.id, 'DE/BE/def'), linkedAt: later(NOON, MINUTE) };
    await store.inTransaction(['links'], async ({ links }) => {
      await links.add(second);
      assert.equal((await links.find(link.id))?.person, person.id);
      assert.equal(await links.find(randomUUID()), null);
      assert.deepEqual(
        (await links.liveOf(person.id)).map(({ id }) => id),
        [link.id, second.id],
      );
      await links.end(link.id, later(NOON, DAY), 'removed');
      assert.deepEqual(
        (await links.liveOf(person.id)).map(({ id }) => id),
        [second.id],
      );
      assert.notEqual((await links.find(link.id))?.ended, null);
    });
  });
});
