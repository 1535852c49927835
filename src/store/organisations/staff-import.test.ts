import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import {
  enterprise,
  numberOf,
  openTestStore,
  type TestStore,
} from '../../../test/support/open-test-store.ts';
import { correlationCode } from '../../base/correlation.ts';
import { DAY, later } from '../../base/time.ts';
import type { OrganisationCode } from '../../domain/organisation/index.ts';
import type { ImportedStaffRight, StaffRightChange } from '../../domain/staff/index.ts';
import { caseworkApplication, caseworkApplicationId } from '../../domain/staff/index.ts';

const CODE = 'OVO000001';
const anna = '85073003328';

const row = (changes: Partial<ImportedStaffRight> = {}): ImportedStaffRight => ({
  number: numberOf(anna),
  targetGroup: 'GID',
  code: CODE as OrganisationCode,
  right: 'Dossierbehandelaar',
  from: '2026-01-01',
  until: null,
  ...changes,
});

async function begin(t: Parameters<typeof openTestStore>[0]) {
  const test = await openTestStore(t);
  await test.store.inTransaction(
    ['applications', 'organisations'],
    async ({ applications, organisations }) => {
      await applications.put(caseworkApplication);
      await organisations.put(enterprise(CODE, { targetGroup: 'GID' }));
    },
  );
  return test;
}

async function bring({ store }: TestStore, ...rows: readonly ImportedStaffRight[]) {
  const told: StaffRightChange[] = [];
  const session = await store.staffImport.begin((change) => {
    told.push(change);
    return {
      kind: `staff.right-${change.kind}`,
      actor: { kind: 'operator', id: 'test' },
      subject: { kind: 'person', id: change.person },
      purpose: 'operation',
      details: { rightId: change.id },
      correlation: correlationCode(Buffer.from(randomUUID().slice(0, 8))),
    };
  });
  await session.addBatch(rows);
  const { given, ended, unchanged, repeated, persons, workRelations } = await session.commit();
  assert.equal(told.length, given + ended);
  return [given, ended, unchanged, repeated, persons, workRelations].join(' ');
}

async function rights({ store }: TestStore) {
  return store.inTransaction(['persons', 'rights'], async ({ persons, rights }) => {
    const person = await persons.findByNumber(numberOf(anna));
    const ties = person && (await rights.tiesOf(person.id, caseworkApplicationId));
    return (ties?.rights ?? []).map(({ validity }) =>
      [validity.from, validity.until].map((each) => each?.toISOString().slice(0, 16) ?? ''),
    );
  });
}

test('a right comes with the person, the work relation and an event; the same file twice changes nothing', async (t) => {
  const test = await begin(t);
  assert.equal(await bring(test, row()), '1 0 0 0 1 1');
  assert.deepEqual(await rights(test), [['2025-12-31T23:00', '']]);
  assert.equal(await bring(test, row()), '0 0 1 0 0 0');
  assert.equal(await bring(test, row({ right: 'Dossierverantwoordelijke' })), '1 0 0 0 0 0');
  const events = await test.store.audit.list({ kind: 'staff.right-given' });
  assert.equal(events.length, 2);
  const ties = await test.store.inTransaction(['persons', 'rights'], async ({ persons, rights }) => {
    const person = await persons.findByNumber(numberOf(anna));
    return person && rights.tiesOf(person.id, caseworkApplicationId);
  });
  assert.deepEqual(
    ties?.workRelations.map(({ userType }) => userType),
    ['civil-servant'],
  );
  assert.deepEqual(Object.keys(ties?.voIds ?? {}), ['GID']);
});

test('a row with an end ends the right, never before now, and a file without the right leaves it', async (t) => {
  const test = await begin(t);
  await bring(test, row());
  assert.equal(await bring(test, row({ until: '2026-12-24' })), '0 1 0 0 0 0');
  assert.deepEqual(await rights(test), [['2025-12-31T23:00', '2026-12-23T23:00']]);
  assert.equal(await bring(test, row()), '1 0 0 0 0 0');
  assert.equal(await bring(test), '0 0 0 0 0 0');
  assert.equal(await bring(test, row({ until: '2026-06-01' })), '0 1 0 0 0 0');
  assert.deepEqual(await rights(test), [['2025-12-31T23:00', '2026-11-22T12:00']]);
  test.moveTo(later(test.now(), DAY));
  assert.equal(await bring(test, row({ until: '2026-06-01' })), '0 0 1 0 0 0');
  assert.equal(await bring(test, row({ from: '2026-12-01' })), '1 0 0 0 0 0');
  assert.equal((await rights(test)).length, 2);
});

test('what has not begun may still move, and what has begun keeps its beginning', async (t) => {
  const test = await begin(t);
  await bring(test, row({ from: '2027-01-01' }));
  assert.equal(await bring(test, row({ from: '2027-02-01' })), '1 0 0 0 0 0');
  assert.deepEqual(await rights(test), [['2027-01-31T23:00', '']]);
  test.moveTo(new Date('2027-03-01T00:00:00Z'));
  assert.equal(await bring(test, row({ from: '2027-04-01' })), '0 0 1 0 0 0');
});

test('of several rows about one right the last counts, and a row of the past makes nobody', async (t) => {
  const test = await begin(t);
  assert.equal(await bring(test, row({ until: '2026-02-01' })), '0 0 1 0 0 0');
  assert.equal(await bring(test, row(), row({ until: '2026-12-01' })), '1 0 0 1 1 1');
  assert.deepEqual(await rights(test), [['2025-12-31T23:00', '2026-11-30T23:00']]);
});

test('who has a right since an earlier day works there since that day, and not only since the first file', async (t) => {
  const test = await begin(t);
  const begins = async () => {
    const ties = await test.store.inTransaction(['persons', 'rights'], async ({ persons, rights }) => {
      const person = await persons.findByNumber(numberOf(anna));
      return person && rights.tiesOf(person.id, caseworkApplicationId);
    });
    return ties?.workRelations.map(({ validity }) => validity.from.toISOString().slice(0, 10));
  };
  await bring(test, row({ from: '2027-02-01' }));
  assert.equal(await bring(test, row({ from: '2027-01-01' })), '1 0 0 0 0 0');
  assert.deepEqual(await begins(), ['2026-12-31']);
  assert.equal(await bring(test, row({ right: 'Dossierverantwoordelijke' })), '1 0 0 0 0 0');
  assert.deepEqual(await begins(), ['2025-12-31']);
  assert.equal(await bring(test, row({ from: '2027-01-01' })), '0 0 1 0 0 0');
  assert.deepEqual(await begins(), ['2025-12-31']);
});
