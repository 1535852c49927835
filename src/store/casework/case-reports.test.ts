import assert from 'node:assert/strict';
import test, { describe } from 'node:test';
import { NOON, openTestStore, personWith, type TestContext } from '../../../test/support/open-test-store.ts';
import { storedCase } from '../../../test/support/stored-case.ts';
import { DAY, later } from '../../base/time.ts';
import type { Case } from '../../domain/casework/index.ts';
import type { NationalNumberDigits } from '../../domain/person/index.ts';

const ago = (days: number) => later(NOON, -days * DAY);
const number = '95501799861' as NationalNumberDigits;

/** NOON is a Sunday: the working days of the week before are all over. */
async function openWithCases(t: TestContext) {
  const { store } = await openTestStore(t);
  const { id: person } = personWith();
  const decided = (submitted: number, at: number, country: string, kind: 'linked' | 'new-number'): Case =>
    ofCountry(country, {
      submittedAt: ago(submitted),
      state: {
        kind: 'decided',
        outcome: { kind, number, person },
        by: person,
        confirmedBy: null,
        at: ago(at),
      },
    });
  const cases: readonly Case[] = [
    storedCase({ submittedAt: ago(1), targetAt: later(NOON, DAY) }),
    storedCase({ submittedAt: ago(7), targetAt: ago(1) }),
    storedCase({ submittedAt: ago(30), targetAt: ago(20) }),
    storedCase({ state: { kind: 'draft' }, submittedAt: null, targetAt: null }),
    decided(9, 5, 'DE', 'linked'),
    decided(5, 4, 'DE', 'new-number'),
    decided(12, 2, 'NL', 'linked'),
    decided(200, 190, 'NL', 'linked'),
  ];
  await store.inTransaction(['cases'], async (stores) => {
    for (const one of cases) await stores.cases.add(one);
  });
  return store;
}

function ofCountry(country: string, changes: Partial<Case>): Case {
  const one = storedCase(changes);
  return { ...one, applicant: { ...one.applicant, country } };
}

describe('a report', () => {
  test('counts open cases by their age in working days, never drafts', async (t) => {
    const { caseReports } = await openWithCases(t);
    const { backlog, late } = await caseReports.of('30d', NOON);
    assert.deepEqual(
      backlog.map(({ cases }) => cases),
      [1, 1, 0, 1],
    );
    assert.equal(late, 2);
  });

  test('counts what came in and what was decided in each week, with weeks of nothing', async (t) => {
    const { caseReports } = await openWithCases(t);
    const { weeks, medianDays } = await caseReports.of('30d', NOON);
    assert.equal(weeks[0]?.monday, '2026-10-19');
    assert.equal(weeks.at(-1)?.monday, '2026-11-16');
    assert.deepEqual(
      weeks.map(({ decided }) => decided),
      [0, 0, 0, 0, 3],
    );
    assert.deepEqual(weeks.at(-1), { monday: '2026-11-16', received: 2, decided: 3, medianDays: 2 });
    assert.equal(medianDays, 2);
  });

  test('tells how cases of the period ended, per country', async (t) => {
    const { caseReports } = await openWithCases(t);
    assert.deepEqual((await caseReports.of('90d', NOON)).outcomes, [
      { country: 'DE', linked: 1, newNumber: 1, refused: 0 },
      { country: 'NL', linked: 1, newNumber: 0, refused: 0 },
    ]);
    assert.equal((await caseReports.of('365d', NOON)).outcomes.at(1)?.linked, 2);
  });
});
