import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import { withReason } from '../../src/domain/acting/index.ts';
import { type Case, findOffices } from '../../src/domain/casework/index.ts';
import { asSeen, openCaseworkWalk } from '../support/casework-walk.ts';
import { beekdorp, lindeberg } from '../support/offices.ts';
import { linkTo } from '../support/open-test-store.ts';
import {
  bornLikeAnna,
  claireAtCounter,
  done,
  knownPerson,
  leadsTo,
  numberOf,
  REASON,
  takenBy,
} from '../support/second-agent-scene.ts';
import { storedCase } from '../support/stored-case.ts';
import { type TestMember, testMember } from '../support/test-member.ts';

describe('an eID of one person linked to another one', () => {
  test('needs a reason and a second agent, who sees whom and why', async (t) => {
    const walk = await openCaseworkWalk(t);
    const { registered, person } = await knownPerson(walk);
    const [noor, marc] = [await walk.member('Noor'), await walk.member('Marc')];
    const one = await takenBy(walk, noor);
    const bare = { number: registered.number, comment: '', despiteLink: true };
    const unsaid = await walk.desk.linkToPerson({ by: noor, ...asSeen(one), ...bare });
    assert.deepEqual(unsaid, { kind: 'wrong', errors: [{ field: 'comment', code: 'empty' }] });
    const proposed = done(
      await walk.desk.linkToPerson({ by: noor, ...asSeen(one), ...bare, comment: REASON }),
    );
    assert.ok(proposed.state.kind === 'to-confirm' && proposed.state.proposal.kind === 'link');
    assert.deepEqual(proposed.state.proposal.needs, ['data-differ']);
    assert.equal(await leadsTo(walk, one), null, 'nothing is linked yet');
    assert.equal(
      (await walk.desk.confirmProposal({ by: noor, case: one.id, version: proposed.version })).kind,
      'own-decision',
    );

    const seen = await walk.desk.findCandidates({ by: marc, case: one.id });
    assert.ok(seen.kind === 'found');
    assert.equal(seen.candidates[0]?.person.familyName, 'Peeters', 'whoever is proposed comes first');
    const confirmed = done(
      await walk.desk.confirmProposal({ by: marc, case: one.id, version: proposed.version }),
    );
    assert.ok(confirmed.state.kind === 'decided');
    assert.deepEqual([confirmed.state.by, confirmed.state.confirmedBy], [noor.person, marc.person]);
    assert.equal(await leadsTo(walk, one), person.id);
  });

  test('goes back to who proposed it when the second agent does not agree', async (t) => {
    const walk = await openCaseworkWalk(t);
    const { registered } = await knownPerson(walk);
    const [noor, marc] = [await walk.member('Noor'), await walk.member('Marc')];
    const one = await takenBy(walk, noor);
    const wish = { number: registered.number, comment: REASON, despiteLink: false };
    const proposed = done(await walk.desk.linkToPerson({ by: noor, ...asSeen(one), ...wish }));
    const back = done(
      await walk.desk.sendBackProposal({
        by: marc,
        case: one.id,
        version: proposed.version,
        comment: 'I see nothing that agrees.',
      }),
    );
    assert.deepEqual(back.state, { kind: 'assigned', agent: noor.person });
    assert.equal(await leadsTo(walk, one), null);
  });

  test('is not linked beside an eID that neither of the two agents saw', async (t) => {
    const walk = await openCaseworkWalk(t);
    const { registered, person } = await knownPerson(walk);
    const [noor, marc] = [await walk.member('Noor'), await walk.member('Marc')];
    const one = await takenBy(walk, noor);
    const wish = { number: registered.number, comment: REASON, despiteLink: false };
    const proposed = done(await walk.desk.linkToPerson({ by: noor, ...asSeen(one), ...wish }));
    await walk.inTransaction(['links'], ({ links }) => links.add(linkTo(person.id, 'EE/BE/jan')));
    assert.equal(
      (await walk.desk.confirmProposal({ by: marc, case: one.id, version: proposed.version })).kind,
      'already-linked',
    );
    assert.equal(await leadsTo(walk, one), null);
  });
});

describe('an eID that agrees with the register', () => {
  test('is linked by one agent, without a word', async (t) => {
    const walk = await openCaseworkWalk(t);
    const { registered, person } = await knownPerson(walk, bornLikeAnna);
    const noor = await walk.member('Noor');
    const one = await takenBy(walk, noor);
    const wish = { number: registered.number, comment: '', despiteLink: false };
    assert.equal(
      done(await walk.desk.linkToPerson({ by: noor, ...asSeen(one), ...wish })).state.kind,
      'decided',
    );
    assert.equal(await leadsTo(walk, one), person.id);
  });

  test('needs a second agent beside another eID, and when the person is staff or manages an organisation', async (t) => {
    const walk = await openCaseworkWalk(t);
    const { registered, person } = await knownPerson(walk, bornLikeAnna);
    const noor = await walk.member('Noor');
    const entrusted = { among: async () => new Set([person.id]) };
    const needsNow = async () => {
      const one = await takenBy(walk, noor, `DE/BE/${randomUUID()}`);
      const wish = { number: registered.number, comment: REASON, despiteLink: true };
      const { state } = done(await walk.desk.linkToPerson({ by: noor, ...asSeen(one), ...wish }));
      return state.kind === 'to-confirm' && state.proposal.kind === 'link' ? state.proposal.needs : [];
    };
    walk.replaceStores({ entrusted: () => entrusted });
    assert.deepEqual(await needsNow(), ['staff']);
    walk.replaceStores({});
    await walk.inTransaction(['links'], ({ links }) => links.add(linkTo(person.id, 'EE/BE/anna')));
    assert.deepEqual(await needsNow(), ['linked-already']);
    walk.replaceStores({ entrusted: () => entrusted });
    assert.deepEqual(await needsNow(), ['linked-already', 'staff']);
  });

  test('is told to the person at every address that we know, each time', async (t) => {
    const walk = await openCaseworkWalk(t);
    const { registered } = await knownPerson(walk, bornLikeAnna);
    const [noor, marc] = [await walk.member('Noor'), await walk.member('Marc')];
    const first = await takenBy(walk, noor);
    const wish = { number: registered.number, comment: REASON, despiteLink: true };
    done(await walk.desk.linkToPerson({ by: noor, ...asSeen(first), ...wish }));
    const toldBefore = (await walk.mails()).filter(({ template }) => template === 'eid-linked');
    assert.deepEqual(toldBefore, [], 'nobody is known yet');
    const second = await takenBy(walk, noor, 'EE/BE/anna');
    const proposed = done(await walk.desk.linkToPerson({ by: noor, ...asSeen(second), ...wish }));
    done(await walk.desk.confirmProposal({ by: marc, case: second.id, version: proposed.version }));
    const told = (await walk.mails()).filter(({ template }) => template === 'eid-linked');
    assert.deepEqual(
      told.map(({ to }) => to),
      ['anna@example.eu'],
    );
    assert.ok(!told[0]?.text.includes(registered.number.digits.reveal()));
    assert.ok(!told[0]?.text.includes('/request/open/'), 'the request is not theirs to open');
    const events = await walk.inTransaction(['caseEvents'], ({ caseEvents }) => caseEvents.of(second.id));
    assert.equal(events.findLast(({ kind }) => kind === 'linked')?.details.told, 1);
  });
});

describe('an office', () => {
  test('finds what it opened and what was handed to it, and nothing of other offices', async (t) => {
    const walk = await openCaseworkWalk(t);
    const here = await walk.member('Yasmine', 'registration-officer');
    const there = testMember({
      ...(await walk.member('Geert', 'registration-officer')),
      organisation: beekdorp.organisation,
    });
    const opened = await walk.counter.openAtCounter({ by: here, typed: claireAtCounter });
    assert.ok(opened.kind === 'opened');
    const noor = await walk.member('Noor');
    assert.equal((await walk.desk.takeNextCase({ by: noor })).kind, 'taken');
    const one = await takenBy(walk, noor);
    const nowhere = randomUUID() as Case['id'];
    const seenBy = async (officer: TestMember, { id, reference }: Pick<Case, 'id' | 'reference'>) => [
      (await walk.counter.findAtCounter({ by: officer, case: id })) !== null,
      (await walk.counter.findByReference({ by: officer, reference })) !== null,
    ];
    assert.deepEqual(await seenBy(here, opened.case), [true, true]);
    assert.deepEqual(await seenBy(there, opened.case), [false, false]);
    assert.deepEqual(await seenBy(here, one), [false, false], 'not handed over yet');
    const handed = done(
      await walk.desk.handOverToOffice({
        by: withReason(noor, REASON),
        ...asSeen(one),
        office: beekdorp.organisation,
      }),
    );
    assert.deepEqual(await seenBy(there, one), [true, true]);
    assert.deepEqual(await seenBy(here, one), [false, false]);
    const recorded = { number: numberOf(walk, '85073003328'), because: REASON };
    const answers = [
      await walk.counter.recordNumber({ by: here, case: one.id, version: handed.version, ...recorded }),
      await walk.counter.recordNumber({ by: here, case: one.id, version: handed.version - 1, ...recorded }),
      await walk.counter.recordNumber({ by: here, case: nowhere, version: handed.version, ...recorded }),
    ];
    for (const answer of answers)
      assert.deepEqual(answer, { kind: 'unknown-case' }, 'not theirs is not there');
    const reopened = done(
      await walk.desk.reopenRequest({ by: withReason(noor, REASON), case: one.id, version: handed.version }),
    );
    assert.equal(reopened.handedTo, null);
    assert.deepEqual(await seenBy(there, one), [false, false], 'agents have it again');
  });

  test('gets the cases that were handed to it by name, before offices were organisations', async (t) => {
    const walk = await openCaseworkWalk(t);
    const officer = await walk.member('Yasmine', 'registration-officer');
    const handed = (office: string) =>
      storedCase({ state: { kind: 'handed-over', office, by: officer.person, at: walk.now() } });
    const [one, other] = [handed(lindeberg.name), handed('Some other office')];
    await walk.inTransaction(['cases'], async ({ cases }) => {
      await cases.add(one);
      await cases.add(other);
    });
    assert.equal(await walk.counter.findAtCounter({ by: officer, case: one.id }), null);
    assert.equal(await findOffices(walk.world), 1);
    assert.equal(await findOffices(walk.world), 0);
    assert.equal(
      (await walk.counter.findAtCounter({ by: officer, case: one.id }))?.handedTo,
      lindeberg.organisation,
    );
    assert.equal(
      await walk.counter.findAtCounter({ by: officer, case: other.id }),
      null,
      'agents hand it over again',
    );
  });

  test('that is none gets no case', async (t) => {
    const walk = await openCaseworkWalk(t);
    const noor = await walk.member('Noor');
    const one = await takenBy(walk, noor);
    for (const office of ['Stad Lindeberg', '', randomUUID()])
      assert.deepEqual(
        await walk.desk.handOverToOffice({ by: withReason(noor, REASON), ...asSeen(one), office }),
        {
          kind: 'wrong',
          errors: [{ field: 'office', code: 'choose' }],
        },
      );
  });

  test('records a number alone when it is exact, and with an agent where another eID leads there', async (t) => {
    const walk = await openCaseworkWalk(t);
    const { registered, person } = await knownPerson(walk, bornLikeAnna);
    const officer = await walk.member('Yasmine', 'registration-officer');
    const [noor, marc] = [await walk.member('Noor'), await walk.member('Marc')];
    await walk.inTransaction(['links'], ({ links }) => links.add(linkTo(person.id, 'EE/BE/anna')));
    const one = await takenBy(walk, noor);
    const handed = done(
      await walk.desk.handOverToOffice({
        by: withReason(noor, REASON),
        ...asSeen(one),
        office: lindeberg.organisation,
      }),
    );
    const recorded = { number: registered.number, because: '' };
    const asked = await walk.counter.recordNumber({
      by: officer,
      case: one.id,
      version: handed.version,
      ...recorded,
    });
    assert.equal(asked.kind, 'second-needed');
    const waits = done(
      await walk.counter.recordNumber({
        by: officer,
        case: one.id,
        version: handed.version,
        ...recorded,
        because: REASON,
      }),
    );
    assert.equal(waits.state.kind, 'to-confirm');
    assert.equal(await leadsTo(walk, one), null);
    const both = testMember({ ...officer, rights: ['registration-officer', 'case-agent'] });
    assert.equal(
      (await walk.desk.confirmProposal({ by: both, case: one.id, version: waits.version })).kind,
      'own-decision',
    );
    const back = done(
      await walk.desk.sendBackProposal({
        by: noor,
        case: one.id,
        version: waits.version,
        comment: 'Look at the photo again.',
      }),
    );
    assert.equal(back.state.kind, 'handed-over', 'the counter has it again');
    const again = done(
      await walk.counter.recordNumber({
        by: officer,
        case: one.id,
        version: back.version,
        ...recorded,
        because: REASON,
      }),
    );
    done(await walk.desk.confirmProposal({ by: marc, case: one.id, version: again.version }));
    assert.equal(await leadsTo(walk, one), person.id);
    assert.ok(
      await walk.counter.findAtCounter({ by: officer, case: one.id }),
      'the office sees how it ended',
    );
  });
});

describe('a text that an agent began', () => {
  test('is kept once for each form, for this agent alone, until the case goes on', async (t) => {
    const walk = await openCaseworkWalk(t);
    const [noor, marc] = [await walk.member('Noor'), await walk.member('Marc')];
    const one = await takenBy(walk, noor);
    const long = 'a'.repeat(4000);
    done(await walk.desk.keepDraft({ by: noor, case: one.id, kind: 'refuse', text: 'First.' }));
    done(await walk.desk.keepDraft({ by: noor, case: one.id, kind: 'refuse', text: long }));
    done(await walk.desk.keepDraft({ by: noor, case: one.id, kind: 'ask', text: 'Where were you born?' }));
    const draftsOf = async (agent: TestMember) => {
      const seen = await walk.desk.viewCase({ by: agent, case: one.id });
      assert.ok(seen.kind === 'view');
      assert.deepEqual(seen.view.notes, []);
      return seen.view.drafts.map(({ kind, text }) => [kind, text]);
    };
    assert.deepEqual(await draftsOf(noor), [
      ['ask', 'Where were you born?'],
      ['refuse', long],
    ]);
    assert.deepEqual(await draftsOf(marc), []);
    done(
      await walk.desk.handOverToOffice({
        by: withReason(noor, REASON),
        ...asSeen(one),
        office: lindeberg.organisation,
      }),
    );
    assert.deepEqual(await draftsOf(noor), []);
  });
});
