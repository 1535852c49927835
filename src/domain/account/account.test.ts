import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { presentOr } from '../../../test/support/run-clock.ts';
import { HOUR, later, MINUTE } from '../../base/time.ts';
import { type AssuranceLevel, assuranceLevels, isAtLeast } from '../assurance/index.ts';
import { type LoginMeansCode, loginMeans, loginMeansCodes, reaches } from '../login-means/index.ts';
import type { PersonId } from '../person/index.ts';
import {
  browserFamilyOf,
  browserNames,
  type DeviceId,
  isBlockedMeans,
  isFreshOwner,
  isNoted,
  type KnownLogins,
  noveltyOf,
  parseAccountPath,
  readBrowserFamily,
  suspicionOf,
  systemNames,
  writeBrowserFamily,
} from './index.ts';

const now = presentOr(new Date('2026-11-22T12:00:00Z'));
const [known, strange] = ['known', 'strange'] as DeviceId[] as [DeviceId, DeviceId];
const person = 'somebody' as PersonId;
const family = { browser: 'firefox', system: 'linux' } as const;
const nothing: KnownLogins = { devices: [], means: [] };
const before: KnownLogins = {
  devices: [{ id: known, lastUsedAt: now }],
  means: [
    { code: 'emailcode', lastUsedAt: now, isBlocked: false },
    { code: 'itsme', lastUsedAt: now, isBlocked: false },
  ],
};
const on = (id: DeviceId | null) => ({ device: id && { id, family } });

describe('what is new about a login', () => {
  test('is nothing the first time, a browser or a means afterwards', () => {
    const said = (logins: KnownLogins, id: DeviceId | null, means: LoginMeansCode) => {
      const { isNewDevice, isNewMeans } = noveltyOf(logins, { ...on(id), means });
      return [isNewDevice, isNewMeans];
    };
    assert.deepEqual(said(nothing, strange, 'itsme'), [false, false]);
    assert.deepEqual(said(before, known, 'itsme'), [false, false]);
    assert.deepEqual(said(before, strange, 'itsme'), [true, false]);
    assert.deepEqual(said(before, known, 'eid'), [false, true]);
    assert.deepEqual(said(before, null, 'eid'), [true, true]);
  });

  test('a means that was blocked before it was ever used is new, and no login of its own', () => {
    const blocked: KnownLogins = {
      devices: [],
      means: [{ code: 'csamsms', lastUsedAt: null, isBlocked: true }],
    };
    assert.deepEqual(noveltyOf(blocked, { ...on(strange), means: 'itsme' }), {
      isNewDevice: false,
      isNewMeans: false,
    });
    assert.ok(isBlockedMeans(blocked, 'csamsms'));
    assert.ok(!isBlockedMeans(blocked, 'itsme'));
  });

  test('is written down once an hour', () => {
    const login = { person, ...on(known), means: 'itsme', at: later(now, 59 * MINUTE) } as const;
    assert.ok(isNoted(before, login));
    assert.ok(!isNoted(before, { ...login, at: later(now, HOUR) }));
    assert.ok(!isNoted(before, { ...login, ...on(strange) }));
    assert.ok(!isNoted(before, { ...login, means: 'eid' }));
  });
});

describe('a suspicious login', () => {
  const policy = { newDeviceBelow: 'substantial' } as const;
  const login = {
    ...on(strange),
    means: 'emailcode',
    assurance: 'low',
    offered: ['itsme', 'emailcode'],
  } as const;

  test('in a new browser with a weak means asks for the stronger one that was used before', () => {
    assert.deepEqual(suspicionOf(policy, before, login), {
      kind: 'stronger-means',
      below: 'substantial',
      means: ['itsme'],
    });
  });

  test('is none in a known browser, with a means that is strong enough, the first time, and where the policy asks nothing', () => {
    const none = { kind: 'none' };
    assert.deepEqual(suspicionOf(policy, before, { ...login, ...on(known) }), none);
    assert.deepEqual(suspicionOf(policy, before, { ...login, assurance: 'substantial' }), none);
    assert.deepEqual(suspicionOf(policy, nothing, login), none);
    assert.deepEqual(suspicionOf({ newDeviceBelow: null }, before, login), none);
  });

  test('never asks for what somebody does not have, has blocked, or cannot use here', () => {
    const some = fc.subarray([...loginMeansCodes]);
    fc.assert(
      fc.property(
        some,
        some,
        some,
        fc.constantFrom(...assuranceLevels),
        (used, blocked, offered, below: AssuranceLevel) => {
          const logins: KnownLogins = {
            devices: [],
            means: used.map((code) => ({ code, lastUsedAt: now, isBlocked: blocked.includes(code) })),
          };
          const found = suspicionOf({ newDeviceBelow: below }, logins, { ...login, offered });
          if (found.kind === 'none') return;
          assert.ok(found.means.length > 0);
          for (const code of found.means) {
            assert.ok(used.includes(code) && offered.includes(code) && !blocked.includes(code));
            assert.ok(reaches(code, below) && isAtLeast(loginMeans[code].assurance, below));
          }
        },
      ),
    );
  });
});

describe('the family of a browser', () => {
  test('is read from what browsers call themselves', () => {
    const said = (text: string) => writeBrowserFamily(browserFamilyOf(text));
    const mozilla = 'Mozilla/5.0';
    assert.equal(
      said(`${mozilla} (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0`),
      'firefox linux',
    );
    const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0';
    assert.equal(said(`${mozilla} (Windows NT 10.0; Win64; x64) ${chrome} Safari/537.36`), 'chrome windows');
    assert.equal(
      said(`${mozilla} (Windows NT 10.0; Win64; x64) ${chrome} Safari/537.36 Edg/150.0.0.0`),
      'edge windows',
    );
    assert.equal(said(`${mozilla} (Linux; Android 16) ${chrome} Mobile Safari/537.36`), 'chrome android');
    assert.equal(
      said(`${mozilla} (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile/15E148 Safari/604.1`),
      'safari ios',
    );
    assert.equal(
      said(`${mozilla} (Macintosh; Intel Mac OS X 15_0) Version/19.0 Safari/605.1.15`),
      'safari macos',
    );
    assert.equal(writeBrowserFamily(browserFamilyOf(undefined)), 'other other');
  });

  test('is one of those that have words, whatever is said or kept', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => {
        for (const { browser, system } of [browserFamilyOf(text), readBrowserFamily(text)]) {
          assert.ok(browserNames.includes(browser) && systemNames.includes(system));
          assert.deepEqual(readBrowserFamily(writeBrowserFamily({ browser, system })), { browser, system });
        }
      }),
    );
  });
});

test('a login counts as fresh for fifteen minutes', () => {
  const authentication = { means: 'itsme', assurance: 'high', at: now, country: null } as const;
  assert.ok(isFreshOwner({ authentication }, later(now, 15 * MINUTE - 1)));
  assert.ok(!isFreshOwner({ authentication }, later(now, 15 * MINUTE)));
});

test('a login to an account leads to a page of it, and never elsewhere', () => {
  for (const path of ['/account', '/account/keys', '/account/keys/0a-1_b?again=abc', '/account?lang=nl'])
    assert.equal(parseAccountPath(path), path);
  for (const path of [
    '',
    '/',
    '/accounts',
    '//account',
    '/account//evil',
    '/account/../cases',
    '/account#x',
    '/cases',
  ])
    assert.equal(parseAccountPath(path), null, path);
});
