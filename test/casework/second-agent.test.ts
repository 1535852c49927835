import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import { HOUR } from '../../src/base/time.ts';
import { type Case, type DeskAnswer, findOffices } from '../../src/domain/casework/index.ts';
import type { PersonIdentifier } from '../../src/domain/identity-matching/index.ts';
import {
  newPerson,
  type Person,
  parseNationalNumber,
  type RegisteredPerson,
} from '../../src/domain/person/index.ts';
import type { StaffMember } from '../../src/domain/staff/index.ts';
import { systemRandomness } from '../../src/processes/wiring/randomness.ts';
import { type CaseworkWalk, openCaseworkWalk } from '../support/casework-walk.ts';
import { beekdorp, lindeberg } from '../support/offices.ts';
import { linkTo } from '../support/open-test-store.ts';
import { storedCase } from '../support/stored-case.ts';

const REASON = 'The passport shows the former name.';

function numberOf(walk: CaseworkWalk, digits: string) {
  const parsed = parseNationalNumber(digits, walk.now());
  assert.ok(parsed.kind === 'parsed', digits);
  return parsed.number;
}

/** Somebody of the register who has nothing in common with Anna, and whom Sluis knows. */
async function knownPerson(
  walk: CaseworkWalk,
  changes: Partial<RegisteredPerson> = {},
): Promise<{ readonly registered: RegisteredPerson; readonly person: Person }> {
  const registered: RegisteredPerson = {
    number: numberOf(walk, '85073003328'),
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
  await walk.inTransaction(['register', 'persons'], async ({ register, persons }) => {
    await register.addPerson(registered);
    await persons.add(person);
  });
  return { registered, person };
}

const likeAnna = { familyName: 'Müller', givenNames: 'Anna', birthPlace: 'Köln', sex: 'female' } as const;
const bornLikeAnna = { ...likeAnna, birthDate: { year: 1995, month: 10, day: 17 } } as const;

async function takenBy(walk: CaseworkWalk, agent: StaffMember, identifier = 'DE/BE/anna'): Promise<Case> {
  await walk.send({ identifier: identifier as PersonIdentifier });
  const taken = await walk.desk.takeNext(agent);
  assert.ok(taken.kind === 'taken');
  return taken.case;
}

function done(answer: DeskAnswer | { readonly kind: string }): Case {
  assert.ok(answer.kind === 'done' && 'case' in answer, JSON.stringify(answer));
  return answer.case;
}

async function leadsTo(walk: CaseworkWalk, { applicant }: Case) {
  const { identity } = applicant;
  assert.ok(identity);
  const link = await walk.inTransaction(['links'], ({ links }) =>
    links.findLive(identity.country, identity.identifier),
  );
  return link?.person ?? null;
}

describe('an eID of one person linked to another one', () => {
  test('needs a reason and a second agent, who sees whom and why', async (t) => {
    const walk = await openCaseworkWalk(t);
    const { registered, person } = await knownPerson(walk);
    const [noor, marc] = [await walk.member('Noor'), await walk.member('Marc')];
    const one = await takenBy(walk, noor);
    const bare = { number: registered.number, comment: '', despiteLink: true };
    const unsaid = await walk.desk.link(noor, one.id, one.version, bare);
    assert.deepEqual(unsaid, { kind: 'wrong', errors: [{ field: 'comment', code: 'empty' }] });
    const proposed = done(await walk.desk.link(noor, one.id, one.version, { ...bare, comment: REASON }));
    assert.ok(proposed.state.kind === 'to-confirm' && proposed.state.proposal.kind === 'link');
    assert.deepEqual(proposed.state.proposal.needs, ['data-differ']);
    assert.equal(await leadsTo(walk, one), null, 'nothing is linked yet');
    assert.equal((await walk.desk.confirm(noor, one.id, proposed.version)).kind, 'own-decision');

    const seen = await walk.desk.candidates(marc, one.id);
    assert.ok(seen.kind === 'found');
    assert.equal(seen.candidates[0]?.person.familyName, 'Peeters', 'whoever is proposed comes first');
    const confirmed = done(await walk.desk.confirm(marc, one.id, proposed.version));
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
    const proposed = done(await walk.desk.link(noor, one.id, one.version, wish));
    const back = done(await walk.desk.sendBack(marc, one.id, proposed.version, 'I see nothing that agrees.'));
    assert.deepEqual(back.state, { kind: 'assigned', agent: noor.person });
    assert.equal(await leadsTo(walk, one), null);
  });

  test('is not linked beside an eID that neither of the two agents saw', async (t) => {
    const walk = await openCaseworkWalk(t);
    const { registered, person } = await knownPerson(walk);
    const [noor, marc] = [await walk.member('Noor'), await walk.member('Marc')];
    const one = await takenBy(walk, noor);
    const wish = { number: registered.number, comment: REASON, despiteLink: false };
    const proposed = done(await walk.desk.link(noor, one.id, one.version, wish));
    await walk.inTransaction(['links'], ({ links }) => links.add(linkTo(person.id, 'EE/BE/jan')));
    assert.equal((await walk.desk.confirm(marc, one.id, proposed.version)).kind, 'already-linked');
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
    assert.equal(done(await walk.desk.link(noor, one.id, one.version, wish)).state.kind, 'decided');
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
      const { state } = done(await walk.desk.link(noor, one.id, one.version, wish));
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
    done(await walk.desk.link(noor, first.id, first.version, wish));
    const toldBefore = (await walk.mails()).filter(({ template }) => template === 'eid-linked');
    assert.deepEqual(toldBefore, [], 'nobody is known yet');
    const second = await takenBy(walk, noor, 'EE/BE/anna');
    const proposed = done(await walk.desk.link(noor, second.id, second.version, wish));
    done(await walk.desk.confirm(marc, second.id, proposed.version));
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
    const self: StaffMember = { ...lead, person: person.id };
    const opened = await walk.counter.open(officer, claireAtCounter);
    assert.ok(opened.kind === 'opened', JSON.stringify(opened));
    const { id, version } = opened.case;
    const number = numberOf(walk, '85073003328');
    const acts: readonly (() => Promise<{ readonly kind: string }>)[] = [
      () => walk.desk.view(self, id),
      () => walk.desk.takeNext(self),
      () => walk.desk.candidates(self, id),
      () => walk.desk.search(self, id, { familyName: 'Dupont', givenNames: '', birthDate: '' }, REASON),
      () => walk.desk.revealNumber(self, id, number, REASON),
      () => walk.desk.takeOver(self, id, REASON),
      () => walk.desk.release(self, id, version),
      () => walk.desk.link(self, id, version, { number, comment: REASON, despiteLink: true }),
      () =>
        walk.desk.proposeNumber(self, id, version, { because: REASON, checked: ['identity', 'duplicates'] }),
      () => walk.desk.confirm(self, id, version),
      () => walk.desk.sendBack(self, id, version, REASON),
      () => walk.desk.write(self, id, version, 'Hello'),
      () => walk.desk.handOver(self, id, version, lindeberg.organisation, REASON),
      () => walk.desk.refuse(self, id, version, { reason: 'other', text: 'No.' }),
      () => walk.desk.reopen(self, id, version, REASON),
      () => walk.desk.addNote(self, id, 'Mine'),
      () => walk.desk.keepDraft(self, id, { kind: 'ask', text: 'Mine' }),
      () => walk.desk.draftText(self, id, 'ask-birth-place', '2026-12-20'),
      // What somebody never saw is told to nobody either.
      () => walk.desk.refuse(self, id, version - 1, { reason: 'other', text: 'No.' }),
    ];
    for (const act of acts) assert.ok(['own-case', 'none'].includes((await act()).kind), act.toString());
    const given = await walk.desk.assign(lead, [id], self.person);
    assert.ok('assigned' in given ? given.assigned.length === 0 : given.kind === 'wrong');
    assert.equal(await walk.counter.find({ ...self, rights: ['registration-officer'] }, id), null);
    const noor = await walk.member('Noor');
    assert.equal((await walk.desk.takeNext(noor)).kind, 'taken', 'colleagues handle it');
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
    const taken = await walk.desk.takeNext(own);
    assert.ok(taken.kind === 'taken');
    assert.equal(taken.case.id, stranger.id);
    assert.equal(asked, 1, 'asked once, however many there are');
    assert.equal((await walk.desk.takeNext(own)).kind, 'none');
  });
});

describe('an office', () => {
  test('finds what it opened and what was handed to it, and nothing of other offices', async (t) => {
    const walk = await openCaseworkWalk(t);
    const here = await walk.member('Yasmine', 'registration-officer');
    const there = {
      ...(await walk.member('Geert', 'registration-officer')),
      organisation: beekdorp.organisation,
    };
    const opened = await walk.counter.open(here, claireAtCounter);
    assert.ok(opened.kind === 'opened');
    const noor = await walk.member('Noor');
    assert.equal((await walk.desk.takeNext(noor)).kind, 'taken');
    const one = await takenBy(walk, noor);
    const nowhere = randomUUID() as Case['id'];
    const seenBy = async (officer: StaffMember, { id, reference }: Pick<Case, 'id' | 'reference'>) => [
      (await walk.counter.find(officer, id)) !== null,
      (await walk.counter.findByReference(officer, reference)) !== null,
    ];
    assert.deepEqual(await seenBy(here, opened.case), [true, true]);
    assert.deepEqual(await seenBy(there, opened.case), [false, false]);
    assert.deepEqual(await seenBy(here, one), [false, false], 'not handed over yet');
    const handed = done(await walk.desk.handOver(noor, one.id, one.version, beekdorp.organisation, REASON));
    assert.deepEqual(await seenBy(there, one), [true, true]);
    assert.deepEqual(await seenBy(here, one), [false, false]);
    const recorded = { number: numberOf(walk, '85073003328'), because: REASON };
    const answers = [
      await walk.counter.recordNumber(here, one.id, handed.version, recorded),
      await walk.counter.recordNumber(here, one.id, handed.version - 1, recorded),
      await walk.counter.recordNumber(here, nowhere, handed.version, recorded),
    ];
    for (const answer of answers)
      assert.deepEqual(answer, { kind: 'unknown-case' }, 'not theirs is not there');
    const reopened = done(await walk.desk.reopen(noor, one.id, handed.version, REASON));
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
    assert.equal(await walk.counter.find(officer, one.id), null);
    assert.equal(await findOffices(walk.world), 1);
    assert.equal(await findOffices(walk.world), 0);
    assert.equal((await walk.counter.find(officer, one.id))?.handedTo, lindeberg.organisation);
    assert.equal(await walk.counter.find(officer, other.id), null, 'agents hand it over again');
  });

  test('that is none gets no case', async (t) => {
    const walk = await openCaseworkWalk(t);
    const noor = await walk.member('Noor');
    const one = await takenBy(walk, noor);
    for (const office of ['Stad Lindeberg', '', randomUUID()])
      assert.deepEqual(await walk.desk.handOver(noor, one.id, one.version, office, REASON), {
        kind: 'wrong',
        errors: [{ field: 'office', code: 'choose' }],
      });
  });

  test('records a number alone when it is exact, and with an agent where another eID leads there', async (t) => {
    const walk = await openCaseworkWalk(t);
    const { registered, person } = await knownPerson(walk, bornLikeAnna);
    const officer = await walk.member('Yasmine', 'registration-officer');
    const [noor, marc] = [await walk.member('Noor'), await walk.member('Marc')];
    await walk.inTransaction(['links'], ({ links }) => links.add(linkTo(person.id, 'EE/BE/anna')));
    const one = await takenBy(walk, noor);
    const handed = done(await walk.desk.handOver(noor, one.id, one.version, lindeberg.organisation, REASON));
    const recorded = { number: registered.number, because: '' };
    const asked = await walk.counter.recordNumber(officer, one.id, handed.version, recorded);
    assert.equal(asked.kind, 'second-needed');
    const waits = done(
      await walk.counter.recordNumber(officer, one.id, handed.version, { ...recorded, because: REASON }),
    );
    assert.equal(waits.state.kind, 'to-confirm');
    assert.equal(await leadsTo(walk, one), null);
    const both = { ...officer, rights: ['registration-officer', 'case-agent'] } as const;
    assert.equal((await walk.desk.confirm(both, one.id, waits.version)).kind, 'own-decision');
    const back = done(await walk.desk.sendBack(noor, one.id, waits.version, 'Look at the photo again.'));
    assert.equal(back.state.kind, 'handed-over', 'the counter has it again');
    const again = done(
      await walk.counter.recordNumber(officer, one.id, back.version, { ...recorded, because: REASON }),
    );
    done(await walk.desk.confirm(marc, one.id, again.version));
    assert.equal(await leadsTo(walk, one), person.id);
    assert.ok(await walk.counter.find(officer, one.id), 'the office sees how it ended');
  });
});

describe('a text that an agent began', () => {
  test('is kept once for each form, for this agent alone, until the case goes on', async (t) => {
    const walk = await openCaseworkWalk(t);
    const [noor, marc] = [await walk.member('Noor'), await walk.member('Marc')];
    const one = await takenBy(walk, noor);
    const long = 'a'.repeat(4000);
    done(await walk.desk.keepDraft(noor, one.id, { kind: 'refuse', text: 'First.' }));
    done(await walk.desk.keepDraft(noor, one.id, { kind: 'refuse', text: long }));
    done(await walk.desk.keepDraft(noor, one.id, { kind: 'ask', text: 'Where were you born?' }));
    const draftsOf = async (agent: StaffMember) => {
      const seen = await walk.desk.view(agent, one.id);
      assert.ok(seen.kind === 'view');
      assert.deepEqual(seen.view.notes, []);
      return seen.view.drafts.map(({ kind, text }) => [kind, text]);
    };
    assert.deepEqual(await draftsOf(noor), [
      ['ask', 'Where were you born?'],
      ['refuse', long],
    ]);
    assert.deepEqual(await draftsOf(marc), []);
    done(await walk.desk.handOver(noor, one.id, one.version, lindeberg.organisation, REASON));
    assert.deepEqual(await draftsOf(noor), []);
  });
});

const claireAtCounter = {
  documentType: 'passport',
  documentNumber: '12 AB 34567',
  documentCountry: 'FR',
  'documentExpires-day': '3',
  'documentExpires-month': '5',
  'documentExpires-year': '2031',
  familyName: 'Dupont',
  givenNames: 'Claire',
  'birthDate-year': '1985',
  birthPlace: 'Lille',
  birthCountry: 'FR',
  sex: 'female',
  'nationality-1': 'FR',
  addressLines: 'Rue Haute 1',
  municipality: 'Lille',
  addressCountry: 'FR',
  email: 'claire@example.eu',
  language: 'fr',
  checked: 'yes',
} as const;
