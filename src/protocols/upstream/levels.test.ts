import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { assuranceLevels, isAtLeast } from '../../domain/assurance/index.ts';
import type { ProviderLevel } from '../../domain/login-means/index.ts';
import { levelsToAsk, levelTold } from './levels.ts';

const level = (
  acr: string,
  means: ProviderLevel['means'],
  over: Partial<ProviderLevel> = {},
): ProviderLevel => ({
  acr,
  means,
  alsoTold: [],
  amr: [],
  assurance: 'high',
  ...over,
});
const levels = [
  level('500', 'eid'),
  level('450', 'itsme', { amr: ['itsme'] }),
  level('450', 'eidashigh', { amr: ['other'] }),
  level('400', 'csamtotp', { assurance: 'substantial' }),
  level('400', 'csamsms', { assurance: 'substantial', amr: ['sms'] }),
];
const told = (acr: unknown, amr: unknown, asked: ProviderLevel['means'] = 'eid') =>
  levelTold(levels, { acr, amr, asked })?.means ?? null;

describe('the level that a provider tells', () => {
  test('is asked for by what was agreed for the means, as far as it is enough', () => {
    assert.deepEqual(levelsToAsk(levels, 'eid', 'substantial'), ['500']);
    assert.deepEqual(levelsToAsk(levels, 'csamtotp', 'high'), []);
  });

  test('is told apart by amr where one level stands for several means', () => {
    assert.equal(told('450', ['itsme']), 'itsme');
    assert.equal(told('450', ['other'], 'itsme'), 'eidashigh');
    assert.equal(told('450', []), null, 'none of the two');
    assert.equal(told('400', ['sms'], 'csamtotp'), 'csamsms');
    assert.equal(told('400', [], 'csamsms'), 'csamtotp');
  });

  test('is none of what has another form', () => {
    for (const acr of [500, null, ['500'], { acr: '500' }]) assert.equal(told(acr, 'eid'), null);
    assert.equal(told(undefined, [500, { '500': 1 }]), null);
    assert.equal(told(undefined, [...Array.from({ length: 20 }, () => 'x'), '500']), null);
  });

  test('is never above one that was agreed for what the answer names, whatever else it names', () => {
    const anyLevel = fc.record({
      acr: fc.constantFrom('a', 'b', 'c'),
      means: fc.constantFrom('eid' as const, 'itsme' as const, 'csamtotp' as const),
      assurance: fc.constantFrom(...assuranceLevels),
      amr: fc.subarray(['m', 'n']),
      alsoTold: fc.subarray(['d', 'e']),
    });
    const answer = fc.record({
      acr: fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'x')),
      amr: fc.subarray(['a', 'b', 'd', 'e', 'm', 'n', 'x']),
      asked: fc.constantFrom('eid' as const, 'itsme' as const, 'csamtotp' as const),
    });
    fc.assert(
      fc.property(fc.array(anyLevel, { maxLength: 6 }), answer, (agreed, said) => {
        const found = levelTold(agreed, said);
        const names = [said.acr, ...said.amr];
        const named = agreed.filter(
          (each) =>
            [each.acr, ...each.alsoTold].some((name) => names.includes(name)) &&
            each.amr.every((method) => said.amr.includes(method)),
        );
        if (found === null) return named.length === 0;
        return (
          (named as readonly ProviderLevel[]).includes(found) &&
          named.every(({ assurance }) => isAtLeast(assurance, found.assurance))
        );
      }),
    );
  });
});
