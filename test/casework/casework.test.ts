import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addDays, dayOf, endOfDay, startOfDay } from '../../src/base/calendar.ts';
import { DAY, HOUR, later } from '../../src/base/time.ts';
import { withReason } from '../../src/domain/acting/index.ts';
import { runCaseDuties } from '../../src/domain/casework/index.ts';
import type { PersonIdentifier } from '../../src/domain/identity-matching/index.ts';
import { asSeen, openCaseworkWalk, typedAnswers } from '../support/casework-walk.ts';
import { NUMBER, numberOf, register, take } from '../support/taken-case.ts';

const why = 'Nobody in the register fits these data.';

describe('a request for a number', { concurrency: 2 }, () => {
  test('becomes a new number when two agents agree, with one mail, one link and one person', async (context) => {
    const walk = await openCaseworkWalk(context);
    const { one, agent, other } = await take(walk);
    const decision = { because: '', checked: ['identity', 'duplicates'] };
    const proposed = await walk.desk.proposeNumber({ by: agent, ...asSeen(one), ...decision });
    assert.ok(proposed.kind === 'done', JSON.stringify(proposed));
    const { version } = proposed.case;
    assert.equal(
      (await walk.desk.confirmProposal({ by: agent, case: one.id, version })).kind,
      'own-decision',
    );
    const confirmed = await walk.desk.confirmProposal({ by: other, case: one.id, version });
    assert.ok(confirmed.kind === 'done', JSON.stringify(confirmed));
    const { state } = confirmed.case;
    assert.ok(state.kind === 'decided' && state.outcome.kind === 'new-number');
    assert.equal(state.by, agent.person);
    assert.equal(state.confirmedBy, other.person);
    const number = numberOf(state.outcome.number, walk.now());
    assert.equal(number.kind, 'BIS');
    assert.deepEqual([number.year, number.month, number.day, number.sex], [1995, 10, 17, 'female']);
    const { identity } = one.applicant;
    assert.ok(identity);
    const found = await walk.inTransaction(['links', 'register'], async (stores) => ({
      link: await stores.links.findLive(identity.country, identity.identifier),
      registered: await stores.register.findByNumber(number),
    }));
    assert.equal(found.link?.person, state.outcome.person);
    assert.equal(found.registered?.familyName, 'Müller');
    const told = (await walk.mails()).filter(({ template }) => template?.startsWith('number-'));
    assert.equal(told.length, 1);
    assert.doesNotMatch(told[0]?.subject ?? '', /\d{6}/);
    assert.equal((await walk.desk.confirmProposal({ by: other, case: one.id, version })).kind, 'changed');
  });

  test('is linked to the candidate when the register knows the person, and no number is given', async (context) => {
    const walk = await openCaseworkWalk(context);
    await register(walk);
    const { one, agent } = await take(walk);
    const found = await walk.desk.findCandidates({ by: agent, case: one.id });
    assert.ok(found.kind === 'found');
    assert.equal(found.candidates.length, 1);
    const [candidate] = found.candidates;
    assert.ok(candidate && candidate.reasons.length > 0 && candidate.linked.length === 0);
    const decision = { number: candidate.person.number, comment: '', despiteLink: false };
    const linked = await walk.desk.linkToPerson({ by: agent, ...asSeen(one), ...decision });
    assert.ok(linked.kind === 'done', JSON.stringify(linked));
    const { state } = linked.case;
    assert.ok(state.kind === 'decided' && state.outcome.kind === 'linked');
    assert.equal(state.outcome.number, NUMBER);
  });

  test('of two applicants who race for one person leads to one link', async (context) => {
    const walk = await openCaseworkWalk(context);
    const person = await register(walk);
    const one = await walk.send();
    const two = await walk.send({ identifier: 'EE/BE/anna' as PersonIdentifier });
    const agents = [await walk.member('Noor'), await walk.member('Marc')] as const;
    const taken = [
      await walk.desk.takeNextCase({ by: agents[0] }),
      await walk.desk.takeNextCase({ by: agents[1] }),
    ] as const;
    assert.ok(taken[0].kind === 'taken' && taken[1].kind === 'taken');
    assert.deepEqual(new Set([taken[0].case.id, taken[1].case.id]), new Set([one.id, two.id]));
    const decision = { number: person.number, comment: '', despiteLink: false };
    const answers = await Promise.all([
      walk.desk.linkToPerson({ by: agents[0], ...asSeen(taken[0].case), ...decision }),
      walk.desk.linkToPerson({ by: agents[1], ...asSeen(taken[1].case), ...decision }),
    ]);
    assert.deepEqual(answers.map(({ kind }) => kind).sort(), ['already-linked', 'done']);
    const links = await walk.inTransaction(['persons', 'links'], async ({ persons, links }) => {
      const known = await persons.findByNumber(person.number);
      return known ? links.liveOf(known.id) : [];
    });
    assert.equal(links.length, 1);
    const isFirst = answers[0].kind === 'done';
    const again = isFirst ? taken[1].case : taken[0].case;
    const despite = { ...decision, comment: 'The same face and the same parents.', despiteLink: true };
    const [confirming, proposing] = isFirst ? agents : [agents[1], agents[0]];
    const both = await walk.desk.linkToPerson({ by: proposing, ...asSeen(again), ...despite });
    assert.ok(both.kind === 'done');
    assert.equal(both.case.state.kind, 'to-confirm', 'a second eID of the same person is for two agents');
    assert.equal(
      (await walk.desk.confirmProposal({ by: confirming, case: again.id, version: both.case.version })).kind,
      'done',
    );
  });

  test('that waits for an answer is reminded once, answered, or ends', async (context) => {
    const walk = await openCaseworkWalk(context);
    const { one, agent } = await take(walk);
    const dueOn = addDays(dayOf(walk.now()), 14);
    const question = {
      template: 'ask-document-both-sides',
      text: 'Send both sides.',
      documents: ['identity-front'],
      dueOn,
    };
    const asked = await walk.desk.askQuestion({ by: agent, ...asSeen(one), ...question });
    assert.ok(asked.kind === 'done', JSON.stringify(asked));
    const view = await walk.requests.viewRequest({ case: one.id, proof: 'link' });
    assert.equal(view?.stage.kind, 'action-needed');
    const goTo = (moment: Date) => walk.pass(moment.getTime() - walk.now().getTime());
    await walk.deliver();
    assert.deepEqual(await runCaseDuties(walk.world), { reminded: 0, expired: 0, failed: [] });
    goTo(startOfDay(addDays(dueOn, -2)));
    assert.deepEqual(await runCaseDuties(walk.world), { reminded: 1, expired: 0, failed: [] });
    const [reminder] = await walk.deliver();
    assert.equal(reminder?.template, 'answer-reminder');
    assert.deepEqual(await runCaseDuties(walk.world), { reminded: 0, expired: 0, failed: [] });
    goTo(later(endOfDay(dueOn), -1));
    assert.deepEqual(await runCaseDuties(walk.world), { reminded: 0, expired: 0, failed: [] });
    goTo(endOfDay(dueOn));
    assert.deepEqual(await runCaseDuties(walk.world), { reminded: 0, expired: 1, failed: [] });
    assert.equal((await walk.find(one)).state.kind, 'expired');
    const expired = await walk.find(one);
    const reopened = await walk.desk.reopenRequest({
      by: withReason(agent, 'The person called and has it now.'),
      case: one.id,
      version: expired.version,
    });
    assert.equal(reopened.kind, 'done', JSON.stringify(reopened));
    const templates = (await walk.mails()).map(({ template }) => template);
    assert.deepEqual(templates, ['request-expired', 'request-reopened']);
  });

  test('whose question or reminder came back does not end: it is with its agent again, who sees why', async (context) => {
    const walk = await openCaseworkWalk(context);
    for (const lost of ['question', 'reminder'] as const) {
      const { id } = await walk.send({ identifier: `EE/BE/${lost}` as PersonIdentifier });
      const agent = await walk.member('Noor');
      const taken = await walk.desk.takeNextCase({ by: agent });
      assert.ok(taken.kind === 'taken' && taken.case.id === id);
      const one = taken.case;
      const dueOn = addDays(dayOf(walk.now()), 14);
      const question = { template: 'ask-birth-place', text: 'Where were you born?', documents: [], dueOn };
      assert.equal((await walk.desk.askQuestion({ by: agent, ...asSeen(one), ...question })).kind, 'done');
      await walk.deliver(lost === 'question' ? 'bounced' : 'sent');
      walk.pass(13 * DAY);
      await runCaseDuties(walk.world);
      await walk.deliver(lost === 'reminder' ? 'bounced' : 'sent');
      walk.pass(30 * DAY);
      assert.equal((await runCaseDuties(walk.world)).expired, 0);
      const { state } = await walk.find(one);
      assert.ok(state.kind === 'assigned' && state.agent === agent.person, lost);
      const seen = await walk.desk.viewCase({ by: agent, case: one.id });
      assert.ok(seen.kind === 'view' && seen.view.events.some(({ kind }) => kind === 'not-reached'));
      assert.equal(
        (await walk.requests.replyToAgent({ case: one.id, typed: { text: 'In Köln.' } })).kind,
        'kept',
        'and may still answer',
      );
    }
  });

  test('that was never sent ends after thirty days, and its answers are gone', async (context) => {
    const walk = await openCaseworkWalk(context);
    const draft = await walk.open();
    const typed = typedAnswers.address;
    assert.equal(
      (await walk.requests.answerPage({ case: draft.id, page: 'address', typed, version: draft.version }))
        .kind,
      'kept',
    );
    const view = await walk.requests.viewRequest({ case: draft.id, proof: 'link' });
    assert.ok(view?.stage.kind === 'draft');
    const over = endOfDay(view.stage.keptUntil);
    walk.pass(over.getTime() - walk.now().getTime() - 1);
    assert.deepEqual(await runCaseDuties(walk.world), { reminded: 0, expired: 0, failed: [] });
    walk.pass(1);
    assert.deepEqual(await runCaseDuties(walk.world), { reminded: 0, expired: 1, failed: [] });
    const { state, answers } = await walk.find(draft);
    assert.equal(state.kind, 'expired');
    assert.equal(answers.address, null);
    const again = await walk.open();
    assert.notEqual(again.id, draft.id, 'one may begin again');
  });

  test('takes the same answer twice, and refuses another one from an old window', async (context) => {
    const walk = await openCaseworkWalk(context);
    const { id, version } = await walk.open();
    const typed = typedAnswers.address;
    assert.equal(
      (await walk.requests.answerPage({ case: id, page: 'address', typed, version })).kind,
      'kept',
    );
    assert.equal(
      (await walk.requests.answerPage({ case: id, page: 'address', typed, version })).kind,
      'kept',
    );
    const other = { ...typed, municipality: 'Bonn' };
    assert.equal(
      (await walk.requests.answerPage({ case: id, page: 'address', typed: other, version })).kind,
      'changed',
    );
    assert.equal((await walk.find({ id })).answers.address?.municipality, 'Köln');
  });

  test('answered in words goes on with the agent who asked', async (context) => {
    const walk = await openCaseworkWalk(context);
    const { one, agent } = await take(walk);
    const dueOn = addDays(dayOf(walk.now()), 14);
    const question = { template: 'ask-birth-place', text: 'Where were you born?', documents: [], dueOn };
    assert.equal((await walk.desk.askQuestion({ by: agent, ...asSeen(one), ...question })).kind, 'done');
    walk.pass(HOUR);
    assert.equal((await walk.requests.replyToAgent({ case: one.id, typed: { text: '' } })).kind, 'wrong');
    assert.equal(
      (await walk.requests.replyToAgent({ case: one.id, typed: { text: 'In Köln.' } })).kind,
      'kept',
    );
    const answered = await walk.find(one);
    assert.equal(answered.state.kind, 'answered');
    const seen = await walk.desk.viewCase({ by: agent, case: one.id });
    assert.ok(seen.kind === 'view' && seen.view.mine);
    assert.deepEqual(
      seen.view.messages.map(({ text }) => text),
      ['Where were you born?', 'In Köln.'],
    );
  });

  test('shows the applicant nothing of the register, of notes, or of who works on it', async (context) => {
    const walk = await openCaseworkWalk(context);
    const person = await register(walk);
    const { one, agent } = await take(walk);
    await walk.desk.findCandidates({ by: agent, case: one.id });
    await walk.desk.addNote({ by: agent, case: one.id, text: 'Looks like somebody of the register.' });
    for (const proof of ['eid', 'link'] as const) {
      const view = await walk.requests.viewRequest({ case: one.id, proof });
      const shown = JSON.stringify(view);
      assert.doesNotMatch(shown, /Keulen|Mueller|Looks like/);
      assert.ok(!shown.includes(person.number.digits.reveal()));
    }
    const proposed = await walk.desk.proposeNumber({
      by: agent,
      ...asSeen(one),
      because: why,
      checked: ['identity', 'duplicates'],
    });
    assert.ok(proposed.kind === 'done');
    const before = await walk.requests.viewRequest({ case: one.id, proof: 'link' });
    assert.equal(before?.stage.kind, 'in-progress');
    const other = await walk.member('Marc');
    assert.equal(
      (await walk.desk.confirmProposal({ by: other, case: one.id, version: proposed.case.version })).kind,
      'done',
    );
    assert.equal(
      (await walk.requests.viewRequest({ case: one.id, proof: 'link' }))?.number,
      null,
      'a link from a mail never shows the number',
    );
    assert.match((await walk.requests.viewRequest({ case: one.id, proof: 'eid' }))?.number ?? '', /^\d{11}$/);
  });

  test('that changed since an agent saw it is decided by nobody, and says what happened', async (context) => {
    const walk = await openCaseworkWalk(context);
    const { one, agent } = await take(walk);
    assert.equal((await walk.requests.withdrawRequest({ case: one.id })).kind, 'withdrawn');
    const refusal = { reason: 'other', text: 'We cannot help you.' } as const;
    const answer = await walk.desk.refuseRequest({ by: agent, ...asSeen(one), ...refusal });
    assert.ok(answer.kind === 'changed');
    assert.deepEqual(
      answer.since.map(({ kind }) => kind),
      ['withdrawn'],
    );
    const now = await walk.desk.refuseRequest({
      by: agent,
      case: one.id,
      version: one.version + 1,
      ...refusal,
    });
    assert.equal(now.kind, 'not-now');
  });

  test('belongs to the agent who took it; a colleague takes over with a reason', async (context) => {
    const walk = await openCaseworkWalk(context);
    const { one, agent, other } = await take(walk);
    assert.ok((await walk.desk.viewCase({ by: agent, case: one.id })).kind === 'view');
    const seen = await walk.desk.viewCase({ by: other, case: one.id });
    assert.ok(seen.kind === 'view' && !seen.view.mine && seen.view.lock?.agent === agent.person);
    const refusal = { reason: 'other', text: 'No.' } as const;
    assert.equal((await walk.desk.refuseRequest({ by: other, ...asSeen(one), ...refusal })).kind, 'locked');
    assert.equal(
      (await walk.desk.takeOverCase({ by: withReason(other, 'ill'), case: one.id })).kind,
      'wrong',
    );
    const taken = await walk.desk.takeOverCase({
      by: withReason(other, 'Noor is ill this week.'),
      case: one.id,
    });
    assert.ok(taken.kind === 'done');
    assert.equal(
      (await walk.desk.refuseRequest({ by: agent, case: one.id, version: taken.case.version, ...refusal }))
        .kind,
      'locked',
    );
    assert.equal(
      (await walk.desk.refuseRequest({ by: other, case: one.id, version: taken.case.version, ...refusal }))
        .kind,
      'done',
    );
  });

  test('of an agent in person is handled by colleagues', async (context) => {
    const walk = await openCaseworkWalk(context);
    const person = await register(walk, { familyName: 'Müller', birthPlace: 'Köln' });
    const one = await walk.send();
    const self = await walk.member('Anna');
    await walk.inTransaction(['persons'], ({ persons }) =>
      persons.replaceNumber(self.person, person.number, walk.now()),
    );
    assert.equal((await walk.desk.takeNextCase({ by: self })).kind, 'none');
    assert.equal((await walk.desk.viewCase({ by: self, case: one.id })).kind, 'own-case');
    assert.equal((await walk.desk.findCandidates({ by: self, case: one.id })).kind, 'own-case');
  });

  test('keeps the e-mail address until the new one is proven, by the eID alone, and tells the old one', async (context) => {
    const walk = await openCaseworkWalk(context);
    const one = await walk.send();
    const typed = { ...typedAnswers.contact, email: 'new@example.eu' };
    const byLink = await walk.requests.changeContact({ case: one.id, typed, proof: 'link' });
    assert.deepEqual(byLink, { kind: 'wrong', errors: [{ field: 'email', code: 'needs-eid' }] });
    assert.equal((await walk.requests.changeContact({ case: one.id, typed, proof: 'eid' })).kind, 'kept');
    assert.equal((await walk.find(one)).answers.email, 'anna@example.eu');
    walk.pass(HOUR);
    assert.equal((await walk.requests.sendCode({ case: one.id })).kind, 'sent');

    const code = (await walk.mails()).at(-1);
    assert.equal(code?.to, 'new@example.eu');
    const digits = /\b\d{6}\b/.exec(code?.text ?? '')?.[0] ?? '';
    assert.equal((await walk.requests.confirmEmail({ case: one.id, code: digits })).kind, 'confirmed');
    assert.equal((await walk.find(one)).answers.email, 'new@example.eu');
    const last = (await walk.mails()).at(-1);
    assert.deepEqual([last?.to, last?.template], ['anna@example.eu', 'address-changed']);
  });

  test('loses its link only when a second agent agrees, and the person is told', async (context) => {
    const walk = await openCaseworkWalk(context);
    const person = await register(walk);
    const { one, agent, other } = await take(walk);
    const decision = { number: person.number, comment: '', despiteLink: false };
    assert.equal((await walk.desk.linkToPerson({ by: agent, ...asSeen(one), ...decision })).kind, 'done');
    const found = await walk.desk.listLinks({ by: agent, case: one.id });
    assert.ok(found.kind === 'found' && found.person && found.links[0]);
    const wish = {
      link: found.links[0].link,
      person: found.person,
      case: one.id,
    };
    const [first, second] = [agent, other].map((by) => withReason(by, 'The wrong person was linked.'));
    assert.ok(first && second);
    const stranger = await walk.send({ identifier: 'DE/BE/somebody-else' as PersonIdentifier });
    const aboutStranger = await walk.desk.proposeLinkRemoval({ by: first, ...wish, case: stranger.id });
    assert.equal(aboutStranger.kind, 'unknown-case', 'the reason would be mailed to somebody else');
    const proposed = await walk.desk.proposeLinkRemoval({ by: first, ...wish });
    assert.ok(proposed.kind === 'proposed' && proposed.id);
    assert.equal((await walk.desk.proposeLinkRemoval({ by: second, ...wish })).kind, 'already-proposed');
    const agree = { remove: true, comment: 'Indeed, it was somebody else.' };
    assert.equal(
      (await walk.desk.decideLinkRemoval({ by: agent, id: proposed.id, ...agree })).kind,
      'own-decision',
    );
    assert.equal(
      (await walk.desk.decideLinkRemoval({ by: other, id: proposed.id, ...agree })).kind,
      'removed',
    );
    assert.equal(
      (await walk.desk.decideLinkRemoval({ by: other, id: proposed.id, ...agree })).kind,
      'already-decided',
    );
    assert.equal((await walk.mails()).at(-1)?.template, 'link-removed');
    const after = await walk.desk.listLinks({ by: agent, case: one.id });
    assert.ok(after.kind === 'found' && after.links.length === 0);
  });
});
