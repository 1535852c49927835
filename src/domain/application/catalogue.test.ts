import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { makeApplication } from '../../../test/support/capacity-examples.ts';
import { tries } from '../../../test/support/tries.ts';
import type { CalendarDuration } from '../../base/calendar.ts';
import type { OrganisationCode } from '../organisation/index.ts';
import { caseworkApplication } from '../staff/index.ts';
import {
  type Application,
  type Catalogue,
  compareCatalogues,
  effectOn,
  excludesEachOther,
  findRight,
  isOffered,
  latestDayOf,
  nameOfContext,
  type OfferedOrganisation,
  offeredRights,
  packagesOf,
  type RightDefinition,
} from './index.ts';

const klip = makeApplication({
  openTo: [
    { targetGroup: 'EA', level: 'organisation' },
    { targetGroup: 'LB', level: 'organisation' },
  ],
});
const [user] = klip.rights as [RightDefinition];
const code = (text: string) => text as OrganisationCode;
const contractor: OfferedOrganisation = { targetGroup: 'EA', code: code('0403019261'), within: [] };
const foreigner: OfferedOrganisation = { targetGroup: 'EA', code: code('DE:HRB 99001'), within: [] };
const town: OfferedOrganisation = { targetGroup: 'LB', code: code('0206731645'), within: [] };
const roads: OfferedOrganisation = { targetGroup: 'LB', code: code('44021'), within: [town.code] };

describe('a right is offered', () => {
  const to = (offeredTo: NonNullable<RightDefinition['offeredTo']>) =>
    [contractor, foreigner, town, roads].map((each) => isOffered({ ...user, offeredTo }, klip, each));

  test('to all organisations to which the application is open, when it says nothing', () => {
    for (const each of [contractor, foreigner, town]) assert.ok(isOffered(user, klip, each));
    assert.ok(!isOffered(user, klip, { ...contractor, targetGroup: 'OV' }));
  });

  test('to those of a target group, of a kind, or by name with the units within', () => {
    assert.deepEqual(to([{ targetGroup: 'EA' }]), [true, true, false, false]);
    assert.deepEqual(to([{ targetGroup: 'EA', kinds: ['belgian'] }]), [true, false, false, false]);
    assert.deepEqual(to([{ targetGroup: 'LB', kinds: ['unit'] }]), [false, false, false, true]);
    assert.deepEqual(to([{ targetGroup: 'LB', organisations: [town.code] }]), [false, false, true, true]);
    assert.deepEqual(to([{ targetGroup: 'LB', organisations: [roads.code] }]), [false, false, false, true]);
    assert.deepEqual(to([]), [false, false, false, false]);
  });

  test('never to a target group to which the application is not open, nor on the pages of Sluis itself', () => {
    assert.ok(
      !isOffered({ ...user, offeredTo: [{ targetGroup: 'OV' }] }, klip, { ...town, targetGroup: 'OV' }),
    );
    assert.ok(caseworkApplication.openTo.some(({ targetGroup }) => targetGroup === 'LB'));
    assert.deepEqual(offeredRights(caseworkApplication, town), []);
  });
});

describe('the catalogue', () => {
  test('bounds how long a right is given for, from the day on which it begins', () => {
    assert.equal(latestDayOf(user, '2026-11-30'), null);
    assert.equal(latestDayOf({ maxDuration: 'P1Y' as CalendarDuration }, '2026-11-30'), '2027-11-30');
  });

  test('has names for contexts, or else their codes', () => {
    const named = { contextNames: { Planaanvrager: { en: 'Plan requester' } } };
    assert.equal(nameOfContext(named, 'Planaanvrager', 'en'), 'Plan requester');
    assert.equal(nameOfContext(named, 'Raadpleger', 'en'), 'Raadpleger');
  });

  test('has packages of the rights that are offered, and none that would be empty', () => {
    const packed: Application = {
      ...klip,
      rights: [{ ...user, packages: ['digging', 'planning'] }],
      packages: [{ code: 'digging', name: { en: 'Digging' }, description: null }],
    };
    assert.deepEqual(
      packagesOf(packed, packed.rights).map(({ name, rights }) => [name, rights.length]),
      [
        [{ en: 'Digging' }, 1],
        [{ nl: 'planning' }, 1],
      ],
    );
    assert.deepEqual(packagesOf(packed, []), []);
  });

  test('keeps two rights apart, whichever of the two says so and in which application it stands', () => {
    const name = (application: string, right: string) => ({
      application: application as Application['id'],
      right,
    });
    const says = (own: string, excludes: readonly string[]) => (each: { right: string }) =>
      each.right === own ? { excludes } : null;
    const [approver, requester, elsewhere] = [name('klip', 'A'), name('klip', 'R'), name('gipod', 'R')];
    assert.ok(excludesEachOther(approver, requester, says('A', ['R'])));
    assert.ok(excludesEachOther(requester, approver, says('A', ['R'])));
    assert.ok(excludesEachOther(approver, requester, says('A', ['klip/R'])));
    assert.ok(excludesEachOther(approver, elsewhere, says('A', ['gipod/R'])));
    assert.ok(!excludesEachOther(approver, elsewhere, says('A', ['R'])));
    assert.ok(!excludesEachOther(approver, requester, says('A', ['gipod/R'])));
  });
});

describe('another version of a catalogue', () => {
  const held = { targetGroup: 'EA', right: user.code, contexts: ['Planaanvrager', 'Raadpleger'] } as const;
  const with_ = (changes: Partial<RightDefinition>): Catalogue => ({
    ...klip,
    rights: [{ ...user, ...changes }],
  });

  test('is one when it says something else, in whatever order its fields stand', () => {
    const { code, name, ...rest } = user;
    assert.equal(compareCatalogues(klip, { ...klip, rights: [{ ...rest, name, code }] }), null);
    assert.deepEqual(compareCatalogues(klip, with_({ maxDuration: 'P1Y' as CalendarDuration }))?.changed, [
      user.code,
    ]);
    assert.deepEqual(compareCatalogues(klip, { ...klip, rights: [] })?.removed, [user.code]);
    assert.deepEqual(compareCatalogues(null, klip)?.added, [user.code]);
    assert.ok(compareCatalogues(klip, { ...klip, openTo: [] })?.isOtherwise);
  });

  test('takes a right or a context from people, or gives it back', () => {
    assert.deepEqual(effectOn(held, klip, { ...klip, rights: [] }), { kind: 'loses' });
    assert.deepEqual(effectOn(held, { ...klip, rights: [] }, klip), { kind: 'gains' });
    assert.deepEqual(effectOn(held, klip, { ...klip, openTo: [] }), { kind: 'loses' });
    const less = with_({ contexts: ['Raadpleger'] });
    assert.deepEqual(effectOn(held, klip, less), { kind: 'loses-contexts', contexts: ['Planaanvrager'] });
    assert.deepEqual(effectOn(held, less, klip), { kind: 'gains-contexts', contexts: ['Planaanvrager'] });
    assert.deepEqual(effectOn({ ...held, contexts: ['Planaanvrager'] }, klip, less), { kind: 'loses' });
    assert.equal(effectOn(held, klip, with_({ offeredTo: [] })), null);
  });

  test('takes from people exactly what going back to the one before gives them', () => {
    const contexts = ['Planaanvrager', 'Raadpleger', 'Beheerder'];
    const version = fc
      .record({ contexts: fc.subarray(contexts), contextRequired: fc.boolean(), isThere: fc.boolean() })
      .map(({ isThere, ...changes }): Catalogue => (isThere ? with_(changes) : { ...klip, rights: [] }));
    const opposite = {
      loses: 'gains',
      gains: 'loses',
      'loses-contexts': 'gains-contexts',
      'gains-contexts': 'loses-contexts',
    };
    fc.assert(
      fc.property(version, version, fc.subarray(contexts), (before, after, had) => {
        const one = effectOn({ ...held, contexts: had }, before, after);
        const back = effectOn({ ...held, contexts: had }, after, before);
        if (one === null || back === null) assert.equal(one, back);
        // Where contexts go and others come, what people lose is told.
        else if (one.kind !== 'loses-contexts' || back.kind !== 'loses-contexts')
          assert.equal(back.kind, opposite[one.kind]);
      }),
      { numRuns: tries(500) },
    );
  });

  test('knows no right that is not in it', () => assert.equal(findRight(klip, 'KLIPbeheerder'), null));
});
