import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { presentOr } from '../../../test/support/run-clock.ts';
import type { OrganisationId } from '../organisation/index.ts';
import type { PersonId } from '../person/index.ts';
import { mayOpen, type StaffArea, type StaffRight, staffRights } from '../staff/index.ts';
import {
  actingStaff,
  actorOf,
  actsIn,
  declaringActs,
  isOneself,
  isSecondPerson,
  mayActIn,
  officeOf,
  timelineNameOf,
  withReason,
} from './index.ts';

const now = presentOr(new Date('2026-11-22T12:00:00Z'));
const areas: readonly StaffArea[] = ['cases', 'case-lead', 'office'];
const person = fc.uuid().map((id) => id as PersonId);
const member = fc.record({
  person,
  name: fc.string(),
  organisation: fc.uuid().map((id) => id as OrganisationId),
  rights: fc.subarray<StaffRight>([...staffRights]),
});

describe('whoever acts', () => {
  test('may do what the rights of the session open, and nothing besides', () => {
    fc.assert(
      fc.property(member, fc.constantFrom(...areas), (one, area) => {
        assert.equal(mayActIn(area, actingStaff(one)), mayOpen(area, one));
      }),
    );
  });

  test('stands at the counter of the own organisation as an officer, and at none otherwise', () => {
    fc.assert(
      fc.property(member, (one) => {
        const expected = one.rights.includes('registration-officer') ? one.organisation : null;
        assert.equal(officeOf(actingStaff(one)), expected);
      }),
    );
  });

  test('is one human, whatever their rights, name and organisation: never a second person beside themselves', () => {
    fc.assert(
      fc.property(member, member, (one, other) => {
        const [by, again] = [actingStaff(one), actingStaff({ ...other, person: one.person })];
        assert.ok(isOneself(by, again.person));
        assert.ok(!isSecondPerson(by, again.person));
        assert.equal(isSecondPerson(by, other.person), !isOneself(by, other.person));
      }),
    );
  });

  test('is named by the audit trail as that person, and by the timeline after the place where they act', () => {
    fc.assert(
      fc.property(member, fc.string(), (one, reason) => {
        const by = withReason(actingStaff(one), reason);
        assert.deepEqual(actorOf(by), { kind: 'person', id: one.person });
        assert.deepEqual(timelineNameOf(by, 'desk'), { kind: 'agent', person: one.person });
        assert.deepEqual(timelineNameOf(by, 'counter'), { kind: 'officer', person: one.person });
        assert.equal(by.reason, reason);
      }),
    );
  });

  test('gives no reason where nobody asked for one', () => {
    fc.assert(fc.property(member, (one) => assert.equal(actingStaff(one).reason, null)));
  });
});

test('an act is handed the stores that it names, and no other, at one moment', async () => {
  type Stores = { readonly one: string; readonly two: string; readonly three: string };
  const act = declaringActs<object, Stores>();
  const read = act(['one', 'three'], async ({ stores, now: at }, asked: string) => ({ stores, at, asked }));
  const all: Stores = { one: '1', two: '2', three: '3' };
  const run = actsIn<object, Stores>({
    clock: () => now,
    inTransaction: (names, work) =>
      work(
        Object.fromEntries(names.map((name) => [name, all[name]])) as Pick<Stores, (typeof names)[number]>,
      ),
  });
  assert.deepEqual(read.needs, ['one', 'three']);
  assert.deepEqual(await run(read)('asked'), { stores: { one: '1', three: '3' }, at: now, asked: 'asked' });
  // @ts-expect-error a store that is not named is not there
  act(['one'], async ({ stores }) => stores.two);
});
