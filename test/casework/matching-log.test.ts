import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DAY, later } from '../../src/base/time.ts';
import type { CountryCode } from '../../src/domain/eidas-country/index.ts';
import type { MatchingLogEntry, PersonIdentifier } from '../../src/domain/identity-matching/index.ts';
import { openMatchingLog } from '../../src/domain/matching-log/index.ts';
import { systemRandomness } from '../../src/processes/wiring/randomness.ts';
import { openCaseworkWalk } from '../support/casework-walk.ts';
import { staffMember } from '../support/fake-web.ts';
import {
  linkTo,
  NOON,
  numberOf,
  openTestStore,
  personWith,
  type TestContext,
} from '../support/open-test-store.ts';
import { identifierOf, storedCase } from '../support/stored-case.ts';
import { testMember } from '../support/test-member.ts';

const lead = testMember(staffMember({ rights: ['case-lead'] }));
const about = { reason: 'asked-by-person', format: 'json' } as const;
const NUMBER = '85073003328';

function entry(identifier: PersonIdentifier, changes: Partial<MatchingLogEntry> = {}): MatchingLogEntry {
  return {
    at: NOON,
    country: 'DE' as CountryCode,
    identifier,
    outcome: 'matched',
    comparisons: [{ field: 'birthDate', verdict: 'same' }],
    presented: { familyName: 'Musterfrau', birthDate: '1985-07-30' },
    registered: { familyName: 'Musterfrau', birthDate: '1985-7-30' },
    correlation: 'K7PX-2M9D',
    ...changes,
  };
}

async function open(t: TestContext) {
  const opened = await openTestStore(t);
  const { store, now } = opened;
  const log = openMatchingLog({
    clock: now,
    randomness: systemRandomness,
    inTransaction: store.inTransaction,
  });
  const one = storedCase();
  const anna = identifierOf(one);
  await store.inTransaction(['cases', 'matching'], async (stores) => {
    await stores.cases.add(one);
    await stores.matching.log(entry(anna));
    await stores.matching.log(
      entry(anna, {
        at: later(NOON, -DAY),
        outcome: 'unmatched',
        comparisons: [{ field: 'birthDate', verdict: 'different' }],
        registered: { familyName: 'Somebody Else', birthDate: '1990-1-1' },
      }),
    );
    await stores.matching.log(entry('DE/BE/bert' as PersonIdentifier, { presented: { familyName: 'Bert' } }));
  });
  return { ...opened, log, one, anna };
}

describe('the matching log of one person', () => {
  test('is theirs alone, oldest first, and without what the register says of somebody else', async (t) => {
    const { log, one } = await open(t);
    const exported = await log.exportLog({
      by: lead,
      of: { reference: one.reference.toLowerCase() },
      ...about,
    });
    assert.ok(exported.kind === 'exported');
    assert.deepEqual(
      exported.entries.map(({ outcome }) => outcome),
      ['unmatched', 'matched'],
    );
    const text = JSON.stringify(exported.entries);
    assert.doesNotMatch(text, /Bert|Somebody Else|1990/);
    assert.doesNotMatch(text, /different/, 'which detail differed would tell of the register as well');
    assert.match(text, /"registered":"1985-7-30"/);
  });

  test('is found by a number as well, under all that leads or led to the person', async (t) => {
    const { log, store, anna } = await open(t);
    const person = personWith({ number: numberOf(NUMBER) });
    await store.inTransaction(['persons', 'links'], async (stores) => {
      await stores.persons.add(person);
      const link = linkTo(person.id, anna);
      await stores.links.add(link);
      await stores.links.end(link.id, NOON, 'test');
    });
    const exported = await log.exportLog({
      by: lead,
      of: { number: numberOf(NUMBER) },
      ...about,
      format: 'csv',
    });
    assert.ok(exported.kind === 'exported');
    assert.equal(exported.entries.length, 2);
    const [event] = await store.audit.list({ kind: 'matching-log.exported' });
    assert.deepEqual(event?.subject, { kind: 'person', id: person.id });
    assert.deepEqual(event?.details, { entries: 2, by: 'number', reason: 'asked-by-person', format: 'csv' });
    assert.doesNotMatch(JSON.stringify(event), new RegExp(NUMBER));
  });

  test('is for leads alone, and nobody else leaves a trace of an export', async (t) => {
    const { log, store, one } = await open(t);
    const agent = testMember(staffMember({ rights: ['case-agent', 'registration-officer'] }));
    assert.equal(
      (await log.exportLog({ by: agent, of: { reference: one.reference }, ...about })).kind,
      'not-allowed',
    );
    assert.equal(
      (await log.exportLog({ by: lead, of: { reference: 'SLU-2222-2222' }, ...about })).kind,
      'unknown',
    );
    assert.equal(
      (await log.exportLog({ by: lead, of: { number: numberOf(NUMBER) }, ...about })).kind,
      'unknown',
    );
    assert.equal((await store.audit.list({ kind: 'matching-log.exported' })).length, 0);
  });

  for (const day of ['2026-01-01', '2026-01-31', '2026-02-28', '2026-08-31', '2026-12-31']) {
    test(`of ${day} is there after six months and gone after twelve`, async (t) => {
      const { log, store, one, anna, moveTo } = await open(t);
      const at = new Date(`${day}T23:30:00Z`);
      await store.inTransaction(['matching'], (stores) =>
        stores.matching.log(entry(anna, { at, correlation: '2222-2222' })),
      );
      const isThere = async (moment: Date) => {
        await store.upkeep.run(moment);
        moveTo(moment);
        const exported = await log.exportLog({ by: lead, of: { reference: one.reference }, ...about });
        return (
          exported.kind === 'exported' && exported.entries.some(({ reference }) => reference === '2222-2222')
        );
      };
      assert.equal(await isThere(later(at, 184 * DAY)), true);
      assert.equal(await isThere(later(at, 365 * DAY)), false);
    });
  }
});

test('a request that is refused leaves a row that says that nobody matched, with what was handed in', async (t) => {
  const walk = await openCaseworkWalk(t);
  const one = await walk.send();
  const agent = await walk.member('Noor');
  const taken = await walk.desk.takeNextCase({ by: agent });
  assert.ok(taken.kind === 'taken');
  const refusal = { reason: 'other', text: 'Nobody could say who this is.' } as const;
  assert.equal(
    (await walk.desk.refuseRequest({ by: agent, case: one.id, version: taken.case.version, ...refusal }))
      .kind,
    'done',
  );
  const { identity } = one.applicant;
  assert.ok(identity);
  const rows = await walk.inTransaction(['matchingLog'], ({ matchingLog }) =>
    matchingLog.of([identity.identifier], walk.now()),
  );
  assert.deepEqual(
    rows.map(({ outcome, registered, presented }) => [outcome, registered, presented.case]),
    [['unmatched', null, one.id]],
  );
});
