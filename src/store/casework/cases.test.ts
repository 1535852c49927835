import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { putOldRequest } from '../../../test/support/old-request.ts';
import { openTestStore } from '../../../test/support/open-test-store.ts';
import { agentAt, identifierOf, nextVersion, storedCase } from '../../../test/support/stored-case.ts';
import { addDays, dayOf, endOfDay, startOfDay } from '../../base/calendar.ts';
import { ChangedMeanwhile } from '../../base/changed-meanwhile.ts';
import { type CalendarDate, DAY, HOUR, later } from '../../base/time.ts';
import type { Case } from '../../domain/casework/index.ts';
import type { PersonIdentifier } from '../../domain/identity-matching/index.ts';
import type { NationalNumberDigits } from '../../domain/person/index.ts';
import { newReference } from '../../domain/registration/index.ts';

const [NOOR, DUBOIS] = [agentAt(1), agentAt(2)];

test('a case comes back as it was kept, by id, by reference and by identity', async (t) => {
  const { store } = await openTestStore(t);
  const one = storedCase();
  await store.inTransaction(['cases'], async ({ cases }) => {
    assert.deepEqual(await cases.add(one), { kind: 'added' });
    assert.deepEqual(await cases.find(one.id), one);
    assert.deepEqual(await cases.findByReference(one.reference), one);
    assert.deepEqual(await cases.findOpenOf(identifierOf(one)), one);
    assert.deepEqual(await cases.findLastOf(identifierOf(one)), one);
    assert.equal(await cases.findOpenOf('DE/BE/other' as PersonIdentifier), null);
  });
});

test('a document without an end date comes back without one, whichever program kept it', async (t) => {
  const { store } = await openTestStore(t);
  const one = storedCase();
  const { document } = one.answers;
  assert.ok(document);
  const endingOn = (expiresOn: CalendarDate | null): Case => ({
    ...storedCase(),
    answers: { ...one.answers, document: { ...document, expiresOn } },
  });
  await store.inTransaction(['cases'], async ({ cases }) => {
    for (const each of [endingOn(null), endingOn('9999-12-31')]) {
      await cases.add(each);
      assert.equal((await cases.find(each.id))?.answers.document?.expiresOn, null);
    }
  });
});

test('a decided case is no longer the open one, and still the last; its number stays sealed in it', async (t) => {
  const { store, now } = await openTestStore(t);
  const one = storedCase();
  const outcome = {
    kind: 'linked',
    number: '85073003328' as NationalNumberDigits,
    person: agentAt(9),
  } as const;
  const decided = nextVersion(one, { kind: 'decided', outcome, by: NOOR, confirmedBy: null, at: now() });
  await store.inTransaction(['cases'], async ({ cases }) => {
    await cases.add(one);
    await cases.save(decided);
    assert.equal(await cases.findOpenOf(identifierOf(one)), null);
    assert.deepEqual(await cases.findLastOf(identifierOf(one)), decided);
  });
});

test('of two who save the same version one is told that the case changed, and nothing of theirs is kept', async (t) => {
  const { store } = await openTestStore(t);
  const one = storedCase();
  await store.inTransaction(['cases'], ({ cases }) => cases.add(one));
  const [noors, dubois] = [NOOR, DUBOIS].map((agent) => nextVersion(one, { kind: 'assigned', agent }));
  assert.ok(noors && dubois);
  const outcomes = await Promise.allSettled(
    [noors, dubois].map((each) => store.inTransaction(['cases'], ({ cases }) => cases.save(each))),
  );
  const [refused] = outcomes.filter((each) => each.status === 'rejected');
  assert.ok(refused?.reason instanceof ChangedMeanwhile);
  assert.equal(refused.reason.what, 'cases.save');
  const winner = outcomes[0]?.status === 'fulfilled' ? noors : dubois;
  assert.deepEqual(await store.inTransaction(['cases'], ({ cases }) => cases.find(one.id)), winner);
});

test('however often somebody asks at once, there is one open case, and everybody gets that one', async (t) => {
  const { store } = await openTestStore(t);
  const first = storedCase();
  const same = Array.from({ length: 6 }, () => storedCase({ applicant: first.applicant }));
  const outcomes = await Promise.all(
    same.map((each) => store.inTransaction(['cases'], ({ cases }) => cases.add(each))),
  );
  assert.equal(outcomes.filter(({ kind }) => kind === 'added').length, 1);
  const open = await store.inTransaction(['cases'], ({ cases }) => cases.findOpenOf(identifierOf(first)));
  for (const outcome of outcomes)
    if (outcome.kind === 'already-open') assert.equal(outcome.case.id, open?.id);
});

test('who was answered may ask again; the earlier case then stays closed', async (t) => {
  const { store, now } = await openTestStore(t);
  const first = storedCase();
  const withdrawn = nextVersion(first, { kind: 'withdrawn', at: now() });
  const again = storedCase({ applicant: first.applicant, openedAt: now() });
  await store.inTransaction(['cases'], async ({ cases }) => {
    await cases.add(first);
    await cases.save(withdrawn);
    assert.deepEqual(await cases.add(again), { kind: 'added' });
  });
  const reopened = nextVersion(withdrawn, { kind: 'reopened', by: NOOR, at: now() });
  const save = (one: Case) => store.inTransaction(['cases'], ({ cases }) => cases.save(one));
  await assert.rejects(save(reopened), ChangedMeanwhile);
  await save(nextVersion(again, { kind: 'withdrawn', at: now() }));
  await save(reopened);
  await store.inTransaction(['cases'], async ({ cases }) =>
    assert.deepEqual(await cases.find(first.id), reopened),
  );
});

test('cases of a registration office have no identity, and do not stand in the way of each other', async (t) => {
  const { store } = await openTestStore(t);
  const office = () => {
    const one = storedCase({ origin: 'office', application: null });
    return { ...one, applicant: { ...one.applicant, identity: null } };
  };
  await store.inTransaction(['cases'], async ({ cases }) => {
    assert.deepEqual(await cases.add(office()), { kind: 'added' });
    assert.deepEqual(await cases.add(office()), { kind: 'added' });
  });
});

test('the same e-mail address or identity document, however written, relates cases', async (t) => {
  const { store } = await openTestStore(t);
  const answering = (answers: Partial<Case['answers']>) => {
    const one = storedCase();
    const nothing = { ...one.answers, email: null, document: null };
    return { ...one, answers: { ...nothing, ...answers } };
  };
  const card = { type: 'identity-card', issuedBy: 'DE', expiresOn: '2031-05-01' } as const;
  const one = answering({ email: 'Anna@Example.eu', document: { ...card, number: 'L01X 00T-47' } });
  const sameMail = answering({ email: 'anna@example.eu' });
  const sameCard = answering({ document: { ...card, number: 'l01x00t47' } });
  const others = [
    answering({}),
    answering({ email: 'bert@example.eu', document: { ...card, issuedBy: 'FR', number: 'L01X00T47' } }),
  ];
  await store.inTransaction(['cases'], async ({ cases }) => {
    for (const each of [one, sameMail, sameCard, ...others]) await cases.add(each);
    const related = (await cases.relatedTo(one)).map(({ id }) => id).sort();
    assert.deepEqual(related, [sameMail.id, sameCard.id].sort());
    assert.deepEqual(await cases.relatedTo(answering({})), []);
  });
});

test('a question is due three days before its end, then at its end; a draft after thirty days', async (t) => {
  const { store, now } = await openTestStore(t);
  const dueOn = addDays(dayOf(now()), 10);
  const question = {
    kind: 'waiting' as const,
    ...{ agent: NOOR, question: 'q', askedAt: now(), dueOn, remindedAt: null },
  };
  const waiting = storedCase({ state: question });
  const draft = storedCase({
    state: { kind: 'draft' },
    submittedAt: null,
    openedAt: later(now(), -10 * DAY),
  });
  const dueAt = (moment: Date) => store.inTransaction(['cases'], ({ cases }) => cases.due(moment, 10));
  await store.inTransaction(['cases'], async ({ cases }) => {
    for (const each of [waiting, draft, storedCase()]) await cases.add(each);
  });
  const threeDaysLeft = startOfDay(addDays(dueOn, -2));
  assert.deepEqual(await dueAt(later(threeDaysLeft, -1)), []);
  assert.deepEqual(await dueAt(threeDaysLeft), [waiting.id]);
  const reminded = nextVersion(waiting, { ...question, remindedAt: threeDaysLeft });
  await store.inTransaction(['cases'], ({ cases }) => cases.save(reminded));
  const over = endOfDay(dueOn);
  assert.deepEqual(await dueAt(later(over, -1)), []);
  assert.deepEqual(await dueAt(over), [waiting.id]);
  assert.deepEqual(await dueAt(endOfDay(addDays(dayOf(now()), 20))), [waiting.id, draft.id]);
  await store.inTransaction(['cases'], ({ cases }) => cases.lookAgain(waiting.id, later(over, HOUR)));
  assert.deepEqual(await dueAt(over), [], 'it is looked at again when it was said');
  assert.deepEqual(await dueAt(later(over, HOUR)), [waiting.id]);
});

test('two workers never get the same case that is due', async (t) => {
  const { store, now } = await openTestStore(t);
  const drafts = Array.from({ length: 8 }, () => storedCase({ state: { kind: 'draft' }, submittedAt: null }));
  await store.inTransaction(['cases'], async ({ cases }) => {
    for (const each of drafts) await cases.add(each);
  });
  const end = later(now(), 40 * DAY);
  const expired = await Promise.all(
    [1, 2, 3].map(() =>
      store.inTransaction(['cases'], async ({ cases }) => {
        const taken = [];
        for (const id of await cases.due(end, 3)) taken.push(await cases.takeDue(id, end));
        const mine = taken.filter((each) => each !== null);
        for (const each of mine) await cases.save(nextVersion(each, { kind: 'expired', at: end }));
        return mine.map(({ id }) => id);
      }),
    ),
  );
  const all = expired.flat();
  assert.equal(new Set(all).size, all.length);
  const left = await store.inTransaction(['cases'], ({ cases }) => cases.due(end, 10));
  assert.equal(left.length + all.length, drafts.length);
});

test('who asked before there were cases keeps the reference, once', async (t) => {
  const opened = await openTestStore(t);
  const { identity } = storedCase().applicant;
  assert.ok(identity);
  const reference = newReference(randomBytes(8));
  await putOldRequest(opened, identity, reference);
  await opened.store.inTransaction(['cases'], async ({ cases }) => {
    assert.equal(await cases.oldReferenceOf(identity.identifier), reference);
    assert.equal(await cases.oldReferenceOf(identity.identifier), null);
  });
});
