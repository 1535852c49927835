import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import {
  enterprise,
  NOON,
  openTestStore,
  personWith,
  type TestContext,
  type TestStore,
} from '../../../test/support/open-test-store.ts';
import { agentAt, caseOf, namesIn, nextVersion, storedCase } from '../../../test/support/stored-case.ts';
import { addDays, dayOf } from '../../base/calendar.ts';
import { DAY, later } from '../../base/time.ts';
import {
  type Case,
  type CaseCounts,
  type CaseFilter,
  type CasePage,
  type CaseState,
  caseSortings,
} from '../../domain/casework/index.ts';
import type { PersonId } from '../../domain/person/index.ts';
import { byImport } from '../../domain/rights/index.ts';
import { caseworkApplication } from '../../domain/staff/index.ts';

const [NOOR, DUBOIS] = [agentAt(1), agentAt(2)];

type Listing = TestStore & { list(filter: Partial<CaseFilter>): Promise<CasePage> };

async function open(t: TestContext, cases: readonly Case[]): Promise<Listing> {
  const opened = await openTestStore(t);
  await opened.store.inTransaction(['cases'], async (stores) => {
    for (const one of cases) await stores.cases.add(one);
  });
  const usual = { list: 'all', agent: NOOR, sort: 'name', descending: false, page: 1, pageSize: 25 } as const;
  return {
    ...opened,
    list: (filter) =>
      opened.store.inTransaction(['caseLists'], ({ caseLists }) =>
        caseLists.list({ ...usual, at: opened.now(), ...filter }),
      ),
  };
}

const question = {
  ...{ agent: NOOR, question: 'q', askedAt: NOON, remindedAt: null },
  dueOn: addDays(dayOf(NOON), 9),
};
const refused = (by = NOOR, at = NOON): CaseState => ({
  kind: 'decided',
  outcome: { kind: 'refused', reason: 'other', text: 'No.' },
  by,
  confirmedBy: null,
  at,
});
const proposal = { kind: 'new-number', because: 'none is this person' } as const;

/** One case in every state that a list shows, named after it. */
const oneOfEach: readonly Case[] = [
  caseOf('Case', 'Draft', { state: { kind: 'draft' }, submittedAt: null }),
  caseOf('Case', 'New'),
  caseOf('Case', 'Mine', { state: { kind: 'assigned', agent: NOOR } }),
  caseOf('Case', 'Other', { state: { kind: 'assigned', agent: DUBOIS } }),
  caseOf('Case', 'Waiting', { state: { kind: 'waiting', ...question } }),
  caseOf('Case', 'Proposed', {
    state: { kind: 'to-confirm', agent: DUBOIS, proposal, proposedAt: NOON },
  }),
  caseOf('Case', 'Reopened', { state: { kind: 'reopened', by: NOOR, at: NOON } }),
  caseOf('Case', 'Office', { state: { kind: 'handed-over', office: 'Gent', by: NOOR, at: NOON } }),
  caseOf('Case', 'Decided', { state: refused() }),
  caseOf('Case', 'Withdrawn', { state: { kind: 'withdrawn', at: NOON } }),
  caseOf('Case', 'Never', { state: { kind: 'expired', at: NOON }, submittedAt: null }),
];

describe('lists of cases', () => {
  test('hold what their name says; what was never sent is in none of them', async (t) => {
    const { list } = await open(t, oneOfEach);
    const families = async (filter: Partial<CaseFilter>) =>
      namesIn((await list(filter)).rows).map((name) => name.replace('Case ', ''));
    assert.deepEqual(await families({ list: 'mine' }), ['Mine', 'Waiting']);
    assert.deepEqual(await families({ list: 'unassigned' }), ['New', 'Reopened']);
    assert.deepEqual(await families({ list: 'waiting' }), ['Waiting']);
    assert.deepEqual(await families({ list: 'to-confirm' }), ['Proposed']);
    assert.deepEqual(await families({ list: 'decided' }), ['Decided']);
    assert.equal((await list({ list: 'all' })).total, oneOfEach.length - 2);
  });

  test('show a case without opening anything that is sealed', async (t) => {
    const waiting = caseOf('Anna', 'Müller', { state: { kind: 'waiting', ...question } });
    const { list } = await open(t, [waiting]);
    const { rows } = await list({});
    const expected = {
      id: waiting.id,
      reference: waiting.reference,
      name: 'Anna Müller',
      country: 'DE',
      origin: 'eidas',
      state: 'waiting',
      outcome: null,
      language: 'en',
      assignee: NOOR,
      submittedAt: waiting.submittedAt,
      targetAt: waiting.targetAt,
      dueOn: question.dueOn,
      repliedAfter: null,
      changedAt: waiting.changedAt,
    };
    assert.deepEqual(rows, [expected]);
  });

  test('are narrowed by every filter, and by all of them together', async (t) => {
    const abroad = caseOf('Abroad', 'Case');
    const late = caseOf('Late', 'Case', { targetAt: later(NOON, -DAY) });
    const done = caseOf('Done', 'Case', { targetAt: later(NOON, -DAY), state: refused(DUBOIS) });
    const dutch = caseOf('Dutch', 'Case', { origin: 'office' });
    const { list } = await open(t, [
      { ...abroad, applicant: { ...abroad.applicant, country: 'FR' } },
      late,
      done,
      { ...dutch, answers: { ...dutch.answers, language: 'nl' } },
    ]);
    const given = async (filter: Partial<CaseFilter>) =>
      namesIn((await list(filter)).rows).map((name) => name.replace(' Case', ''));
    assert.deepEqual(await given({ country: 'FR' }), ['Abroad']);
    assert.deepEqual(await given({ late: true }), ['Late'], 'a decided case is not late');
    assert.deepEqual(await given({ assignee: DUBOIS }), ['Done']);
    assert.deepEqual(await given({ language: 'nl' }), ['Dutch']);
    assert.deepEqual(await given({ origin: 'office' }), ['Dutch']);
    assert.deepEqual(await given({ states: ['new'], country: 'DE' }), ['Dutch', 'Late']);
    assert.deepEqual(await given({ list: 'decided', states: ['new'] }), []);
    assert.deepEqual(await given({ list: 'mine', assignee: DUBOIS }), []);
    const all = { country: 'DE', language: 'nl', origin: 'office', states: ['new'], search: 'dut' } as const;
    assert.deepEqual(await given(all), ['Dutch']);
    assert.deepEqual(await given({ ...all, late: true }), []);
  });

  test('find a case by its reference, as people type it', async (t) => {
    const [wanted, other] = [storedCase(), storedCase()];
    const { list } = await open(t, [wanted, other]);
    const typed = wanted.reference.toLowerCase().replaceAll('-', ' ');
    for (const search of [wanted.reference, ` ${typed} `]) {
      const { rows } = await list({ search });
      assert.deepEqual(
        rows.map(({ id }) => id),
        [wanted.id],
      );
    }
  });

  test('find a case by parts of the name in any order, with or without accents, in its own script too', async (t) => {
    const greek = caseOf('Eleni', 'Papadopoulou');
    const familyName = { latin: 'Papadopoulou', original: 'Παπαδοπούλου' };
    const { list } = await open(t, [
      caseOf('João', 'Hartmann'),
      caseOf('Zofia', 'Żółkiewska'),
      caseOf('Bo', 'Ng'),
      { ...greek, applicant: { ...greek.applicant, familyName } },
    ]);
    const found = async (search: string) => namesIn((await list({ search })).rows);
    assert.deepEqual(await found('joao'), ['João Hartmann']);
    assert.deepEqual(await found('HARTMANN jo'), ['João Hartmann']);
    assert.deepEqual(await found('artman'), ['João Hartmann']);
    assert.deepEqual(await found('Żółk'), ['Zofia Żółkiewska']);
    assert.deepEqual(await found('παπαδο'), ['Eleni Papadopoulou']);
    assert.deepEqual(await found('ng'), ['Bo Ng'], 'one or two letters begin a word');
    assert.deepEqual(await found('a%'), [], 'signs of a pattern mean nothing');
    assert.deepEqual(await found('%'), []);
    assert.deepEqual(await found('joao żółk'), []);
  });

  test('keep a name of three hundred letters, and find it', async (t) => {
    const long = `${'Παπαδοπουλοσ'.repeat(25)}`;
    const one = caseOf('Eleni', 'Papadopoulou');
    const name = { latin: long, original: long };
    const { list } = await open(t, [
      { ...one, applicant: { ...one.applicant, familyName: name, givenNames: name } },
    ]);
    assert.equal((await list({ search: 'παπα' })).total, 1);
  });

  test('can be sorted by every column, both ways, page after page without a gap or a repetition', async (t) => {
    const cases = Array.from({ length: 23 }, (_, place) =>
      caseOf(`Given${place % 3}`, `Family${place % 5}`, {
        targetAt: later(NOON, (place % 4) * DAY),
        submittedAt: later(NOON, -(place % 6) * DAY),
        changedAt: later(NOON, -(place % 2) * DAY),
      }),
    );
    const { list } = await open(t, cases);
    for (const sort of caseSortings) {
      const pages = async (descending: boolean) => {
        const ids = [];
        for (let page = 1; page <= 4; page += 1) {
          const { rows, total } = await list({ sort, descending, page, pageSize: 7 });
          assert.equal(total, cases.length);
          ids.push(...rows.map(({ id }) => id));
        }
        return ids;
      };
      const up = await pages(false);
      assert.equal(new Set(up).size, cases.length, sort);
      assert.deepEqual((await pages(true)).reverse(), up, sort);
    }
    const { rows } = await list({ sort: 'target', descending: true, pageSize: 3 });
    assert.deepEqual(
      rows.map(({ targetAt }) => targetAt),
      Array(3).fill(later(NOON, 3 * DAY)),
    );
    for (const page of [9, Number.MAX_SAFE_INTEGER]) {
      const beyond = await list({ page });
      assert.deepEqual([beyond.rows, beyond.total], [[], cases.length], 'a page beyond the last');
    }
  });
});

test('counts tell agents what there is to do', async (t) => {
  const monday = new Date('2026-11-16T09:00:00Z');
  const { store, now } = await open(t, [
    ...oneOfEach,
    caseOf('Late', 'Case', { targetAt: later(NOON, -DAY) }),
    caseOf('Monday', 'Case', { state: refused(NOOR, monday) }),
    caseOf('Sunday', 'Case', { state: refused(NOOR, later(monday, -DAY)) }),
  ]);
  const expected: CaseCounts = {
    open: 8,
    mine: 2,
    unassigned: 3,
    late: 1,
    waiting: 1,
    toConfirm: 1,
    decidedThisWeek: 2,
  };
  assert.deepEqual(
    await store.inTransaction(['caseLists'], ({ caseLists }) => caseLists.counts(NOOR, now())),
    expected,
  );
});

test('a list longer than a thousand is not counted to its end', async (t) => {
  const { store, list } = await open(t, []);
  await store.inTransaction(['cases'], async ({ cases }) => {
    for (let place = 0; place < 1001; place += 1) await cases.add(storedCase());
  });
  const page = await list({ sort: 'target' });
  assert.deepEqual([page.total, page.atLeast, page.rows.length], [1000, true, 25]);
  const beyond = await list({ sort: 'target', page: 21, pageSize: 50 });
  assert.equal(beyond.rows.length, 1);
});

const forAgent = (person: PersonId) => ({ person, about: [], barred: [] });

describe('the next case', () => {
  test('is the one most past its target, then the one whose target comes first', async (t) => {
    const sent = (days: number, targetIn: number) =>
      storedCase({ submittedAt: later(NOON, -days * DAY), targetAt: later(NOON, targetIn * DAY) });
    const [oldest, late, latest, newest] = [sent(9, 1), sent(5, -1), sent(4, -2), sent(1, 6)];
    const { store, now } = await open(t, [newest, latest, oldest, late, ...oneOfEach.slice(2, 6)]);
    const taken = [];
    for (let time = 0; time < 5; time += 1) {
      taken.push(
        await store.inTransaction(['cases', 'caseLists'], async ({ cases, caseLists }) => {
          const one = await caseLists.next(forAgent(NOOR), now());
          if (one !== null) await cases.save(nextVersion(one, { kind: 'assigned', agent: NOOR }));
          return one?.id ?? null;
        }),
      );
    }
    assert.deepEqual(taken, [latest.id, late.id, oldest.id, newest.id, null]);
  });

  test('is another one for each of eight agents who ask at once', async (t) => {
    const cases = Array.from({ length: 10 }, () => storedCase());
    const { store, now } = await open(t, cases);
    const taken = await Promise.all(
      Array.from({ length: 8 }, (_, place) =>
        store.inTransaction(['cases', 'caseLists'], async ({ cases, caseLists }) => {
          const agent = agentAt(place);
          const one = await caseLists.next(forAgent(agent), now());
          assert.ok(one);
          await cases.save(nextVersion(one, { kind: 'assigned', agent }));
          return one.id;
        }),
      ),
    );
    assert.equal(new Set(taken).size, 8);
  });

  test('is not one that a colleague is looking at', async (t) => {
    const one = storedCase();
    const { store, now } = await open(t, [one]);
    const nextFor = (agent: typeof NOOR) =>
      store.inTransaction(['caseLists'], ({ caseLists }) => caseLists.next(forAgent(agent), now()));
    await store.inTransaction(['caseLocks'], ({ caseLocks }) => caseLocks.force(one.id, DUBOIS, now()));
    assert.equal(await nextFor(NOOR), null);
    assert.equal((await nextFor(DUBOIS))?.id, one.id);
  });
});

test('the usual time is the median of the working days of the last thirty, once there are five', async (t) => {
  const friday = new Date('2026-11-13T10:00:00Z');
  const decidedAfter = (days: number) =>
    storedCase({ submittedAt: friday, state: refused(NOOR, later(friday, days * DAY)) });
  const { store, now } = await open(t, [0, 3, 4, 5].map(decidedAfter));
  const usual = () => store.inTransaction(['caseLists'], ({ caseLists }) => caseLists.usualDays(now()));
  assert.equal(await usual(), null);
  await store.inTransaction(['cases'], async ({ cases }) => {
    await cases.add(decidedAfter(7));
    await cases.add(
      storedCase({ submittedAt: later(NOON, -90 * DAY), state: refused(NOOR, later(NOON, -31 * DAY)) }),
    );
  });
  assert.equal(await usual(), 2, 'from Friday to Tuesday; the day itself counts as one');
});

test('agents are those who hold the right now, by name; everybody has a name', async (t) => {
  const { store, now } = await open(t, [storedCase()]);
  const organisation = enterprise('0403019261');
  const [noor, dubois, former] = ['Claes', 'Dubois', 'Aerts'].map((familyName) =>
    personWith({ familyName, givenNames: 'Noor' }),
  );
  assert.ok(noor && dubois && former);
  const names = await store.inTransaction(
    ['applications', 'organisations', 'persons', 'rights', 'caseLists'],
    async (stores) => {
      await stores.applications.put(caseworkApplication);
      await stores.organisations.put(organisation);
      for (const person of [dubois, noor, former]) {
        await stores.persons.add(person);
        const validity = { from: later(NOON, -9 * DAY), until: person === former ? later(NOON, -DAY) : null };
        const relation = await stores.organisations.addWorkRelation({
          id: randomUUID(),
          person: person.id,
          organisation: organisation.id,
          userType: 'civil-servant',
          email: null,
          validity,
        });
        await stores.rights.add({
          id: randomUUID(),
          workRelation: relation.id,
          organisation: organisation.id,
          application: caseworkApplication.id,
          right: 'Dossierbehandelaar',
          contexts: [],
          validity: { ...validity, until: null },
          given: byImport,
        });
      }
      const { agents } = stores.caseLists;
      assert.deepEqual(await agents(caseworkApplication.id, 'Dossierverantwoordelijke', now()), []);
      const able = await agents(caseworkApplication.id, 'Dossierbehandelaar', now());
      assert.deepEqual(able, [
        { person: noor.id, name: 'Noor Claes' },
        { person: dubois.id, name: 'Noor Dubois' },
      ]);
      assert.deepEqual(await stores.caseLists.countries(), ['DE']);
      return stores.caseLists.namesOf([former.id, former.id, agentAt(1)]);
    },
  );
  assert.deepEqual([...names], [[former.id, 'Noor Aerts']]);
});
