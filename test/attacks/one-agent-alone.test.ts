import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { withReason } from '../../src/domain/acting/index.ts';
import type { Case } from '../../src/domain/casework/index.ts';
import type { PersonIdentifier } from '../../src/domain/identity-matching/index.ts';
import { newPerson, parseNationalNumber, type RegisteredPerson } from '../../src/domain/person/index.ts';
import { systemRandomness } from '../../src/processes/wiring/randomness.ts';
import { asSeen, type CaseworkWalk, openCaseworkWalk } from '../support/casework-walk.ts';
import { openDeskWeb } from '../support/desk-web.ts';
import { beekdorp, lindeberg } from '../support/offices.ts';
import { linkTo } from '../support/open-test-store.ts';
import { storedCase } from '../support/stored-case.ts';
import type { TestMember } from '../support/test-member.ts';

const REASON = 'I am quite sure of this one.';

/** A person whom Sluis knows, with an eID of their own. */
async function victimOf(walk: CaseworkWalk, changes: Partial<RegisteredPerson> = {}) {
  const parsed = parseNationalNumber('85073003328', walk.now());
  assert.ok(parsed.kind === 'parsed');
  const registered: RegisteredPerson = {
    number: parsed.number,
    familyName: 'Peeters',
    givenNames: 'Jan',
    birthDate: { year: 1985, month: 7, day: 30 },
    birthPlace: 'Aalst',
    sex: 'male',
    nationality: 'BE',
    address: { street: null, postcode: null, municipality: null, country: 'BE' },
    ...changes,
  };
  const person = newPerson(registered, systemRandomness, walk.now());
  await walk.inTransaction(['register', 'persons', 'links'], async ({ register, persons, links }) => {
    await register.addPerson(registered);
    await persons.add(person);
    await links.add(linkTo(person.id, 'NL/BE/jan'));
  });
  return { registered, person };
}

type Act = (walk: CaseworkWalk, who: TestMember, one: Case, victim: RegisteredPerson) => Promise<unknown>;

/** Whatever one member of staff with every right there is can do with a case. */
const acts: Readonly<Record<string, Act>> = {
  take: ({ desk }, who) => desk.takeNextCase({ by: who }),
  takeOver: ({ desk }, who, { id }) => desk.takeOverCase({ by: withReason(who, REASON), case: id }),
  release: ({ desk }, who, { id, version }) => desk.releaseOwnCase({ by: who, case: id, version }),
  link: ({ desk }, who, { id, version }, { number }) =>
    desk.linkToPerson({ by: who, case: id, version, number, comment: REASON, despiteLink: true }),
  confirm: ({ desk }, who, { id, version }) => desk.confirmProposal({ by: who, case: id, version }),
  sendBack: ({ desk }, who, { id, version }) =>
    desk.sendBackProposal({ by: who, case: id, version, comment: REASON }),
  handOver: ({ desk }, who, { id, version }) =>
    desk.handOverToOffice({ by: withReason(who, REASON), case: id, version, office: lindeberg.organisation }),
  record: ({ counter }, who, { id, version }, { number }) =>
    counter.recordNumber({ by: who, case: id, version, number, because: REASON }),
  refuse: ({ desk }, who, { id, version }) =>
    desk.refuseRequest({ by: who, case: id, version, reason: 'other', text: 'No.' }),
  reopen: ({ desk }, who, { id, version }) =>
    desk.reopenRequest({ by: withReason(who, REASON), case: id, version }),
  write: ({ desk }, who, { id, version }) => desk.writeMessage({ by: who, case: id, version, text: 'Hello' }),
  linkTwice: async ({ desk }, who, { id, version }, { number }) => {
    const decision = { number, comment: REASON, despiteLink: true };
    await Promise.all([
      desk.linkToPerson({ by: who, case: id, version, ...decision }),
      desk.confirmProposal({ by: who, case: id, version: version + 1 }),
    ]);
  },
};

describe('one member of staff with every right', () => {
  const alone = async (walk: CaseworkWalk) =>
    walk.member('Iago', 'case-agent', 'case-lead', 'registration-officer');
  const linksOf = (walk: CaseworkWalk, person: RegisteredPerson) =>
    walk.inTransaction(['persons', 'links'], async ({ persons, links }) => {
      const known = await persons.findByNumber(person.number);
      return known === null ? 0 : (await links.liveOf(known.id)).length;
    });

  test('makes nobody be somebody else, in whatever order they do whatever they may', async (t) => {
    const walk = await openCaseworkWalk(t);
    const { registered } = await victimOf(walk);
    const who = await alone(walk);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...Object.keys(acts)), { minLength: 6, maxLength: 20 }),
        async (names) => {
          const one = storedCase({ state: { kind: 'assigned', agent: who.person } });
          await walk.inTransaction(['cases'], ({ cases }) => cases.add(one));
          for (const name of names) await acts[name]?.(walk, who, await walk.find(one), registered);
          assert.equal(await linksOf(walk, registered), 1, names.join(' '));
        },
      ),
      { numRuns: 20, endOnFailure: true },
    );
  });

  test('still links whom the eID itself names, alone; and nobody more than once', async (t) => {
    const walk = await openCaseworkWalk(t);
    const who = await alone(walk);
    const sent = await walk.send();
    const { familyName, givenNames, birthDate } = sent.applicant;
    const parsed = parseNationalNumber('95501799861', walk.now());
    assert.ok(parsed.kind === 'parsed');
    const registered = {
      number: parsed.number,
      familyName: familyName.latin,
      givenNames: givenNames.latin,
      birthDate,
      birthPlace: null,
      sex: null,
      nationality: null,
      address: { street: null, postcode: null, municipality: null, country: null },
    };
    await walk.inTransaction(['register'], ({ register }) => register.addPerson(registered));
    const decision = { number: parsed.number, comment: '', despiteLink: false };
    const taken = await walk.desk.takeNextCase({ by: who });
    assert.ok(taken.kind === 'taken');
    const linked = await walk.desk.linkToPerson({
      by: who,
      case: sent.id,
      version: taken.case.version,
      ...decision,
    });
    assert.ok(linked.kind === 'done' && linked.case.state.kind === 'decided');

    await walk.send({ identifier: 'EE/BE/other' as PersonIdentifier });
    const next = await walk.desk.takeNextCase({ by: who });
    assert.ok(next.kind === 'taken');
    const despite = { ...decision, comment: REASON, despiteLink: true };
    const second = await walk.desk.linkToPerson({ by: who, ...asSeen(next.case), ...despite });
    assert.ok(second.kind === 'done' && second.case.state.kind === 'to-confirm');
    assert.equal(await linksOf(walk, registered), 1);
  });
});

describe('the case of another office', () => {
  test('is not there, whatever an officer asks of it and however they name it', async (t) => {
    const walk = await openCaseworkWalk(t);
    const here = await walk.member('Yasmine', 'registration-officer');
    const there = {
      ...(await walk.member('Geert', 'registration-officer')),
      organisation: beekdorp.organisation,
    };
    const one = storedCase({
      state: { kind: 'handed-over', office: lindeberg.name, by: here.person, at: walk.now() },
      handedTo: lindeberg.organisation,
    });
    await walk.inTransaction(['cases'], ({ cases }) => cases.add(one));
    const own = openDeskWeb({ counter: walk.counter }, here);
    const other = openDeskWeb({ counter: walk.counter }, there);
    const found = await own.post('/office/find', { reference: one.reference });
    assert.equal(found.location, `/office/case/${one.id}`);
    assert.equal((await own.get(`/office/case/${one.id}`)).status, 200);

    const nowhere = `/office/case/${randomUUID()}`;
    const number = { number: '85.07.30-033.28', version: '1' };
    for (const path of [`/office/case/${one.id}`, nowhere]) {
      assert.equal((await other.get(path)).status, 404);
      assert.equal((await other.post(path, number)).status, 404);
    }
    const [theirs, none] = [
      await other.post('/office/find', { reference: one.reference }),
      await other.post('/office/find', { reference: 'SLU-2222-2222' }),
    ];
    const bare = (text: string) =>
      text
        .replaceAll(one.reference, 'X')
        .replaceAll('SLU-2222-2222', 'X')
        .replaceAll(/again=[\w-]+/g, 'again=X');
    assert.deepEqual([theirs.status, bare(theirs.text)], [none.status, bare(none.text)]);
    assert.equal((await walk.find(one)).version, one.version, 'and nothing happened to it');
  });
});
