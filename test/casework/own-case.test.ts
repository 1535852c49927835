import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { HOUR } from '../../src/base/time.ts';
import { withReason } from '../../src/domain/acting/index.ts';
import type { PersonIdentifier } from '../../src/domain/identity-matching/index.ts';
import { openCaseworkWalk } from '../support/casework-walk.ts';
import { lindeberg } from '../support/offices.ts';
import {
  bornLikeAnna,
  claireAtCounter,
  knownPerson,
  numberOf,
  REASON,
} from '../support/second-agent-scene.ts';
import { type TestMember, testMember } from '../support/test-member.ts';

describe('nobody handles a case of their own', () => {
  test('whichever way it came in, and whatever they want to do with it', async (t) => {
    const walk = await openCaseworkWalk(t);
    const officer = await walk.member('Yasmine', 'registration-officer');
    const lead = await walk.member('Ingrid', 'case-lead');
    const { person } = await knownPerson(walk, {
      familyName: 'Dupont',
      givenNames: 'Claire',
      birthDate: { year: 1985, month: 10, day: 17 },
    });
    const self: TestMember = { ...lead, person: person.id };
    const opened = await walk.counter.openAtCounter({ by: officer, typed: claireAtCounter });
    assert.ok(opened.kind === 'opened', JSON.stringify(opened));
    const { id, version } = opened.case;
    const number = numberOf(walk, '85073003328');
    const acts: readonly (() => Promise<{ readonly kind: string }>)[] = [
      () => walk.desk.viewCase({ by: self, case: id }),
      () => walk.desk.takeNextCase({ by: self }),
      () => walk.desk.findCandidates({ by: self, case: id }),
      () =>
        walk.desk.searchByHand({
          by: withReason(self, REASON),
          case: id,
          search: { familyName: 'Dupont', givenNames: '', birthDate: '' },
        }),
      () => walk.desk.revealNumber({ by: withReason(self, REASON), case: id, number }),
      () => walk.desk.takeOverCase({ by: withReason(self, REASON), case: id }),
      () => walk.desk.releaseOwnCase({ by: self, case: id, version }),
      () =>
        walk.desk.linkToPerson({ by: self, case: id, version, number, comment: REASON, despiteLink: true }),
      () =>
        walk.desk.proposeNumber({
          by: self,
          case: id,
          version,
          because: REASON,
          checked: ['identity', 'duplicates'],
        }),
      () => walk.desk.confirmProposal({ by: self, case: id, version }),
      () => walk.desk.sendBackProposal({ by: self, case: id, version, comment: REASON }),
      () => walk.desk.writeMessage({ by: self, case: id, version, text: 'Hello' }),
      () =>
        walk.desk.handOverToOffice({
          by: withReason(self, REASON),
          case: id,
          version,
          office: lindeberg.organisation,
        }),
      () => walk.desk.refuseRequest({ by: self, case: id, version, reason: 'other', text: 'No.' }),
      () => walk.desk.reopenRequest({ by: withReason(self, REASON), case: id, version }),
      () => walk.desk.addNote({ by: self, case: id, text: 'Mine' }),
      () => walk.desk.keepDraft({ by: self, case: id, kind: 'ask', text: 'Mine' }),
      () => walk.desk.draftText({ by: self, case: id, template: 'ask-birth-place', dueOn: '2026-12-20' }),
      // What somebody never saw is told to nobody either.
      () =>
        walk.desk.refuseRequest({ by: self, case: id, version: version - 1, reason: 'other', text: 'No.' }),
    ];
    for (const act of acts) assert.ok(['own-case', 'none'].includes((await act()).kind), act.toString());
    const given = await walk.desk.assignCases({ by: lead, cases: [id], to: self.person });
    assert.ok('assigned' in given ? given.assigned.length === 0 : given.kind === 'wrong');
    assert.equal(
      await walk.counter.findAtCounter({
        by: testMember({ ...self, rights: ['registration-officer'] }),
        case: id,
      }),
      null,
    );
    const noor = await walk.member('Noor');
    assert.equal((await walk.desk.takeNextCase({ by: noor })).kind, 'taken', 'colleagues handle it');
  });

  test('and takes the next one that is not theirs, however many of theirs come first', async (t) => {
    const walk = await openCaseworkWalk(t);
    const { person } = await knownPerson(walk, bornLikeAnna);
    const own = { ...(await walk.member('Anna')), person: person.id };
    for (let place = 0; place < 6; place += 1, walk.pass(HOUR))
      await walk.send({ identifier: `DE/BE/own-${place}` as PersonIdentifier });
    const stranger = await walk.send({
      identifier: 'DE/BE/somebody' as PersonIdentifier,
      familyName: { latin: 'Schulz', original: null },
    });
    let asked = 0;
    walk.replaceStores({
      caseLists: (own) => ({
        ...own,
        next: (...given) => {
          asked += 1;
          return own.next(...given);
        },
      }),
    });
    const taken = await walk.desk.takeNextCase({ by: own });
    assert.ok(taken.kind === 'taken');
    assert.equal(taken.case.id, stranger.id);
    assert.equal(asked, 1, 'asked once, however many there are');
    assert.equal((await walk.desk.takeNextCase({ by: own })).kind, 'none');
  });
});
