import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addDays, dayOf, endOfDay } from '../../src/base/calendar.ts';
import { DAY, HOUR, later } from '../../src/base/time.ts';
import { withReason } from '../../src/domain/acting/index.ts';
import {
  type Case,
  casePeriods,
  type RefusalReason,
  refusalReasons,
  runCaseDuties,
} from '../../src/domain/casework/index.ts';
import type { PersonIdentifier } from '../../src/domain/identity-matching/index.ts';
import type { StaffMember } from '../../src/domain/staff/index.ts';
import { type CaseworkWalk, openCaseworkWalk } from '../support/casework-walk.ts';
import { preparedImage } from '../support/prepared-document.ts';

const goTo = (walk: CaseworkWalk, moment: Date) => walk.pass(moment.getTime() - walk.now().getTime());

async function refuse(
  walk: CaseworkWalk,
  reason: RefusalReason = 'not-identified',
  identifier = 'DE/BE/anna',
): Promise<{ readonly one: Case; readonly agent: StaffMember }> {
  const { id } = await walk.send({ identifier: identifier as PersonIdentifier });
  const agent = await walk.member('Noor');
  for (;;) {
    const taken = await walk.desk.takeNextCase({ by: agent });
    assert.ok(taken.kind === 'taken');
    if (taken.case.id === id) break;
  }
  await walk.requests.addDocument({ case: id, document: preparedImage('my card'), kind: 'identity-front' });
  const { version } = await walk.find({ id });
  await walk.deliver();
  const refused = await walk.desk.refuseRequest({
    by: agent,
    case: id,
    version,
    reason,
    text: 'We cannot be sure.',
  });
  assert.ok(refused.kind === 'done', JSON.stringify(refused));
  return { one: refused.case, agent };
}

describe('a request that ended without a number', () => {
  test('is looked at again when its applicant replies on its page, whatever it was refused for', async (context) => {
    const walk = await openCaseworkWalk(context);
    for (const reason of refusalReasons) {
      const { one } = await refuse(walk, reason, `DE/BE/${reason}`);
      const view = await walk.requests.viewRequest({ case: one.id, proof: 'link' });
      assert.deepEqual(view?.reply, {
        until: addDays(dayOf(walk.now()), casePeriods.replyDays),
        isOpen: true,
      });
      const [mail] = await walk.deliver();
      assert.match(mail?.text ?? '', new RegExp(`on ${wordsOf(view.reply?.until ?? '')} at the latest`));
      walk.pass(DAY);
      assert.equal(
        (await walk.requests.replyToAgent({ case: one.id, typed: { text: 'It is me all the same.' } })).kind,
        'kept',
      );
      const { state, repliedAfter, answers } = await walk.find(one);
      assert.deepEqual([state.kind, repliedAfter, answers], ['reopened', 'refused', one.answers]);
      assert.equal((await walk.requests.viewRequest({ case: one.id, proof: 'link' }))?.stage.kind, 'replied');
      assert.deepEqual(
        (await walk.deliver()).map(({ template }) => template),
        ['answer-received'],
      );
    }
  });

  test('shows agents that it was replied to, in lists and in its history, with the decision before', async (context) => {
    const walk = await openCaseworkWalk(context);
    const { one } = await refuse(walk);
    await walk.requests.replyToAgent({ case: one.id, typed: { text: 'It is me all the same.' } });
    const agent = await walk.member('Marc');
    const filter = { list: 'unassigned', agent: agent.person, sort: 'target', descending: false } as const;
    const rows = await walk.inTransaction(['caseLists'], ({ caseLists }) =>
      caseLists.list({ ...filter, page: 1, pageSize: 10, at: walk.now() }),
    );
    assert.deepEqual(
      rows.rows.map(({ id, repliedAfter }) => [id, repliedAfter]),
      [[one.id, 'refused']],
    );
    const taken = await walk.desk.takeNextCase({ by: agent });
    assert.ok(taken.kind === 'taken' && taken.case.id === one.id);
    const seen = await walk.desk.viewCase({ by: agent, case: one.id });
    assert.ok(seen.kind === 'view');
    const kinds = seen.view.events.map(({ kind }) => kind);
    assert.ok(kinds.indexOf('refused') < kinds.indexOf('reopened'));
    assert.equal(seen.view.events.find(({ kind }) => kind === 'refused')?.text, 'We cannot be sure.');
    const decision = { reason: 'other', text: 'Still not.' } as const;
    assert.equal(
      (await walk.desk.refuseRequest({ by: agent, case: one.id, version: taken.case.version, ...decision }))
        .kind,
      'done',
    );
    assert.equal(
      (await walk.requests.viewRequest({ case: one.id, proof: 'link' }))?.reply?.isOpen,
      true,
      'and may be replied to again',
    );
  });

  test('is opened by a document as well, and keeps its documents as long as it is open', async (context) => {
    const walk = await openCaseworkWalk(context);
    const { one } = await refuse(walk);
    walk.pass(29 * DAY);
    assert.equal(
      (
        await walk.requests.addDocument({
          case: one.id,
          document: preparedImage('a sharp one'),
          kind: 'passport',
        })
      ).kind,
      'added',
    );
    assert.equal((await walk.find(one)).state.kind, 'reopened');
    const documents = await walk.inTransaction(['documents'], (stores) => stores.documents.list(one.id));
    assert.deepEqual(
      documents.map(({ removeAfter }) => removeAfter),
      [null, null],
    );
  });

  test('takes a reply until the day that was said is over, and then a new request that begins with what was told', async (context) => {
    const walk = await openCaseworkWalk(context);
    const { one } = await refuse(walk);
    const until = addDays(dayOf(walk.now()), casePeriods.replyDays);
    goTo(walk, later(endOfDay(until), -1));
    const arrival = await walk.requests.beginUpload({ case: one.id });
    assert.equal((await walk.requests.viewRequest({ case: one.id, proof: 'link' }))?.reply?.isOpen, true);
    walk.pass(1);
    const view = await walk.requests.viewRequest({ case: one.id, proof: 'link' });
    assert.deepEqual([view?.reply, view?.mayAskAgain], [{ until, isOpen: false }, true]);
    assert.equal(
      (await walk.requests.replyToAgent({ case: one.id, typed: { text: 'Too late.' } })).kind,
      'not-now',
    );
    assert.equal(
      (await walk.requests.addDocument({ case: one.id, document: preparedImage('b'), kind: 'passport' }))
        .kind,
      'not-now',
    );
    assert.equal((await walk.requests.askAgain({ case: one.id, proof: 'link' })).kind, 'needs-eid');
    const asked = await walk.requests.askAgain({ case: one.id, proof: 'eid' });
    assert.ok(asked.kind === 'opened');
    const { state, answers } = await walk.find({ id: asked.case });
    assert.equal(state.kind, 'draft');
    assert.deepEqual(answers, { ...one.answers, emailConfirmedAt: null });
    assert.deepEqual(
      await walk.requests.askAgain({ case: one.id, proof: 'eid' }),
      asked,
      'once, however often it is pressed',
    );
    const late = await walk.requests.addDocument({
      case: one.id,
      document: preparedImage('c'),
      kind: 'passport',
      arrival,
    });
    assert.equal(late.kind, 'not-now', 'another request is under way by now');
    assert.equal((await walk.requests.viewRequest({ case: one.id, proof: 'eid' }))?.other?.case, asked.case);
  });

  test('counts a reply that came in time, however long it is looked at', async (context) => {
    const walk = await openCaseworkWalk(context);
    const { one } = await refuse(walk);
    goTo(walk, later(endOfDay(addDays(dayOf(walk.now()), casePeriods.replyDays)), -1));
    const arrival = await walk.requests.beginUpload({ case: one.id });
    walk.pass(HOUR);
    const added = await walk.requests.addDocument({
      case: one.id,
      document: preparedImage('b'),
      kind: 'passport',
      arrival,
    });
    assert.equal(added.kind, 'added');
    assert.equal((await walk.find(one)).state.kind, 'reopened');
  });

  test('goes on after a question that was not answered in time, and after it was withdrawn', async (context) => {
    const walk = await openCaseworkWalk(context);
    const { id } = await walk.send();
    assert.equal((await walk.requests.withdrawRequest({ case: id })).kind, 'withdrawn');
    const withdrawn = await walk.requests.viewRequest({ case: id, proof: 'link' });
    assert.equal(withdrawn?.stage.kind, 'withdrawn');
    const confirmation = (await walk.deliver()).at(-1)?.text ?? '';
    const day = wordsOf(withdrawn?.reply?.until ?? '');
    assert.match(
      confirmation,
      new RegExp(`on ${day} at the latest\\. An agent then looks at your request again`),
    );
    assert.equal(
      (await walk.requests.replyToAgent({ case: id, typed: { text: 'I do need it.' } })).kind,
      'kept',
    );
    assert.equal((await walk.find({ id })).repliedAfter, 'withdrawn');
    walk.pass(HOUR);
    const agent = await walk.member('Noor');
    const taken = await walk.desk.takeNextCase({ by: agent });
    assert.ok(taken.kind === 'taken');
    const dueOn = addDays(dayOf(walk.now()), 14);
    const question = { template: 'ask-other', text: 'Where were you born?', documents: [], dueOn };
    await walk.desk.askQuestion({ by: agent, case: id, version: taken.case.version, ...question });
    await walk.deliver();
    goTo(walk, later(endOfDay(dueOn), -2 * DAY));
    await runCaseDuties(walk.world);
    await walk.deliver();
    goTo(walk, endOfDay(dueOn));
    assert.equal((await runCaseDuties(walk.world)).expired, 1);
    const [told] = await walk.deliver();
    const view = await walk.requests.viewRequest({ case: id, proof: 'link' });
    assert.match(told?.text ?? '', new RegExp(`on ${wordsOf(view?.reply?.until ?? '')} at the latest`));
    assert.equal((await walk.requests.replyToAgent({ case: id, typed: { text: 'In Köln.' } })).kind, 'kept');
    assert.equal((await walk.find({ id })).repliedAfter, 'expired');
  });

  test('that was never sent is gone, and leads to a new one', async (context) => {
    const walk = await openCaseworkWalk(context);
    const draft = await walk.open();
    const typed = { addressLines: 'Musterweg 1', municipality: 'Köln', addressCountry: 'DE' };
    await walk.requests.answerPage({ case: draft.id, page: 'address', typed, version: draft.version });
    await walk.requests.withdrawRequest({ case: draft.id });
    assert.equal((await walk.find(draft)).answers.address, null, 'what was deleted is not kept');
    for (const { text } of await walk.deliver()) assert.doesNotMatch(text, /at the latest|change your mind/);
    const view = await walk.requests.viewRequest({ case: draft.id, proof: 'eid' });
    assert.deepEqual([view?.reply, view?.mayAskAgain], [null, true]);
    assert.equal(
      (await walk.requests.replyToAgent({ case: draft.id, typed: { text: 'Hello?' } })).kind,
      'not-now',
    );
    assert.equal((await walk.requests.askAgain({ case: draft.id, proof: 'eid' })).kind, 'opened');
  });
});

test('a number that an eID was linked to is not shown to it any more once agents ended the link', async (context) => {
  const walk = await openCaseworkWalk(context);
  const { id } = await walk.send();
  const [agent, second] = [await walk.member('Noor'), await walk.member('Marc')];
  const taken = await walk.desk.takeNextCase({ by: agent });
  assert.ok(taken.kind === 'taken');
  const decision = { because: '', checked: ['identity', 'duplicates'] };
  const proposed = await walk.desk.proposeNumber({
    by: agent,
    case: id,
    version: taken.case.version,
    ...decision,
  });
  assert.ok(proposed.kind === 'done');
  assert.equal(
    (await walk.desk.confirmProposal({ by: second, case: id, version: proposed.case.version })).kind,
    'done',
  );
  assert.match((await walk.requests.viewRequest({ case: id, proof: 'eid' }))?.number ?? '', /^\d{11}$/);
  const { identity } = taken.case.applicant;
  const link =
    identity &&
    (await walk.inTransaction(['links'], ({ links }) =>
      links.findLive(identity.country, identity.identifier),
    ));
  assert.ok(link);
  const wish = { link: link.id, person: link.person, case: id, reason: 'It was another person after all.' };
  const removal = await walk.desk.proposeLinkRemoval({ by: withReason(agent, wish.reason), ...wish });
  assert.ok(removal.kind === 'proposed');
  const agreed = { remove: true, comment: 'I agree with my colleague.' };
  assert.equal(
    (await walk.desk.decideLinkRemoval({ by: second, id: removal.id ?? '', ...agreed })).kind,
    'removed',
  );
  const view = await walk.requests.viewRequest({ case: id, proof: 'eid' });
  assert.deepEqual([view?.stage.kind, view?.number], ['unlinked', null]);
});

function wordsOf(day: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}
