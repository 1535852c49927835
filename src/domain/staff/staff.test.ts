import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { presentOr } from '../../../test/support/run-clock.ts';
import { later, MINUTE } from '../../base/time.ts';
import { assuranceLevels } from '../assurance/index.ts';
import { isEnough, loginMeansCodes, meansOfApplications, sufficientMeans } from '../login-means/index.ts';
import { caseworkApplication, isFresh, mayOpen, parseStaffPath, staffRightsFrom } from './index.ts';

const now = presentOr(new Date('2026-11-22T12:00:00Z'));

describe('rights of staff', () => {
  test('follow from the user rights in casework, and from no others', () => {
    const granted = [{ right: 'Dossierverantwoordelijke' }, { right: 'KLIPgebruiker' }];
    assert.deepEqual(staffRightsFrom(granted), ['case-lead']);
    assert.deepEqual(staffRightsFrom([]), []);
  });

  test('open the parts that they are for', () => {
    assert.ok(mayOpen('cases', { rights: ['case-agent'] }));
    assert.ok(mayOpen('cases', { rights: ['case-lead'] }), 'a lead handles cases too');
    assert.ok(!mayOpen('case-lead', { rights: ['case-agent'] }));
    assert.ok(!mayOpen('cases', { rights: ['registration-officer'] }));
    assert.ok(mayOpen('office', { rights: ['registration-officer'] }));
    assert.ok(!mayOpen('office', { rights: ['case-agent', 'case-lead'] }));
    assert.ok(mayOpen('platform', { rights: ['platform-administrator'] }));
    assert.ok(!mayOpen('platform', { rights: ['case-agent', 'case-lead', 'registration-officer'] }));
    assert.ok(
      !mayOpen('cases', { rights: ['platform-administrator'] }),
      'who runs the platform handles no cases',
    );
  });

  test('need a strong login and a granted right', () => {
    assert.equal(caseworkApplication.assurance, 'high');
    assert.ok(caseworkApplication.rightRequired);
    assert.ok(!caseworkApplication.openToLegalRepresentatives);
  });

  test('take the key of an invitation, which is enough for no other application, and nothing else below high', () => {
    const means = sufficientMeans(caseworkApplication);
    assert.deepEqual(means, ['eid', 'itsme', 'eidashigh', 'staffkey']);
    const staffkey = { means: 'staffkey', assurance: 'substantial' } as const;
    assert.ok(isEnough(staffkey, means, caseworkApplication.assurance));
    assert.ok(!isEnough({ ...staffkey, assurance: 'low' }, means, caseworkApplication.assurance));
    for (const code of loginMeansCodes.filter((each) => !means.includes(each)))
      for (const assurance of assuranceLevels)
        assert.ok(!isEnough({ means: code, assurance }, means, caseworkApplication.assurance), code);
    // Whatever else lists means lists those of applications, of which it is none.
    for (const assurance of assuranceLevels) {
      const others = sufficientMeans({ assurance, loginMeans: meansOfApplications });
      assert.ok(!isEnough(staffkey, others, assurance), assurance);
    }
    for (const means of ['eid', 'itsme', 'eidashigh'] as const)
      assert.ok(!isEnough({ means, assurance: 'substantial' }, sufficientMeans(caseworkApplication), 'high'));
  });
});

test('a login is fresh for a quarter of an hour', () => {
  const at = (minutes: number) => ({ authenticatedAt: later(now, -minutes * MINUTE) });
  assert.ok(isFresh(at(14), now));
  assert.ok(!isFresh(at(15), now));
});

describe('where a login of staff may lead', () => {
  test('is a page of staff, with its query', () => {
    for (const path of [
      '/cases',
      '/office/new',
      '/platform/organisations?q=gent',
      '/cases/SLU-2M9D-K7PX/decide?kind=link',
      '/cases?page=2&q=M%C3%BC',
    ])
      assert.equal(parseStaffPath(path), path);
  });

  test('is nowhere else', () => {
    const others = [
      '',
      '/',
      '//evil.example',
      '/casesevil',
      '/\\evil',
      'https://evil.example/cases',
      '/cases\n',
      '/cases/../op',
    ];
    for (const path of [
      ...others,
      '/cases//evil.example',
      '/login/x',
      '/cases/x#y',
      `/cases/${'a'.repeat(1000)}`,
    ])
      assert.equal(parseStaffPath(path), null, path);
  });

  test('stays on this site, whatever is asked', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((text) => `/cases/${text}`),
        ),
        (text) => {
          const path = parseStaffPath(text);
          if (path === null) return;
          const { origin, pathname } = new URL(path, 'https://sluis.example');
          assert.equal(origin, 'https://sluis.example');
          assert.match(pathname, /^\/(cases|office|platform)(\/|$)/);
        },
      ),
    );
  });
});
