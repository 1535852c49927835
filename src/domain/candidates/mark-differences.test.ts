import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { type MarkedRun, markDifferences } from './mark-differences.ts';

const write = (runs: readonly MarkedRun[]) =>
  runs
    .map(({ text, kind }) => (kind === 'same' ? text : kind === 'folded' ? `(${text})` : `[${text}]`))
    .join('');
const said = (told: string, held: string, by: 'letter' | 'word' = 'letter') => {
  const marked = markDifferences(told, held, by);
  return `${write(marked.told)} ${write(marked.held)}`;
};

describe('what differs between a request and the register', () => {
  test('is marked letter by letter, and what is spelled otherwise by the rules of matching apart from it', () => {
    assert.equal(said('Müller', 'Mueller'), 'M(ü)ller M(ue)ller');
    assert.equal(said('Thomson', 'Thompson'), 'Thomson Thom[p]son');
    assert.equal(said('Schmidt', 'Schmitt'), 'Schmi[d]t Schmi[t]t');
    assert.equal(said("O'Brien", 'OBrien'), "O(')Brien OBrien");
    assert.equal(said('MÜLLER', 'müller'), 'MÜLLER müller');
    assert.equal(said('Anna', 'Katharina'), '[Anna] [Katharina]');
    assert.equal(said('17 October 1995', '17 November 1995', 'word'), '17 [October] 1995 17 [November] 1995');
    assert.equal(said('Weg 12', 'Weg 14', 'word'), 'Weg [12] Weg [14]');
  });

  test('is nothing between a name and itself, in whichever form its letters came', () => {
    const decomposed = '\u1112\u1161\u11ab\u1100\u1173\u11af';
    for (const [one, other] of [
      [decomposed, decomposed],
      [decomposed, decomposed.normalize('NFC')],
    ] as const)
      assert.deepEqual(markDifferences(one, other).differences, []);
  });

  test('is said with the whole words it stands in', () => {
    assert.deepEqual(markDifferences('Anna Maria Schmidt', 'Anna Maria Schmitt').differences, [
      { kind: 'different', told: 'Schmidt', held: 'Schmitt' },
    ]);
    assert.deepEqual(markDifferences('von Müller', 'von Mueller').differences, [
      { kind: 'folded', told: 'Müller', held: 'Mueller' },
    ]);
  });

  test('loses no letter of either side, and finds nothing where both are the same', () => {
    const name = fc.string({ unit: 'grapheme', maxLength: 30 });
    fc.assert(
      fc.property(name, name, fc.constantFrom('letter', 'word'), (told, held, by) => {
        const marked = markDifferences(told, held, by as 'letter' | 'word');
        const joined = (runs: readonly MarkedRun[]) =>
          runs
            .map(({ text }) => text)
            .join('')
            .normalize('NFC');
        assert.equal(joined(marked.told), told.normalize('NFC'));
        assert.equal(joined(marked.held), held.normalize('NFC'));
        assert.deepEqual(markDifferences(told, told, by as 'letter' | 'word').differences, []);
      }),
    );
  });
});
