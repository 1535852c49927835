import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { nameKeys, transliterate } from './index.ts';
import { isNoName } from './no-name.ts';

function agree(one: string, other: string): boolean {
  const keys = nameKeys(other);
  return [...nameKeys(one)].some((key) => keys.has(key));
}

describe('two spellings of one name have a key in common', () => {
  for (const [one, other] of [
    ['Müller', 'MUELLER'],
    ['Müller', 'Muller'],
    ['Mu\u0308ller', 'Müller'],
    ['Weiß', 'WEISS'],
    ['Ångström', 'AANGSTROEM'],
    ['Ångström', 'Angstrom'],
    ['Sørensen', 'Soerensen'],
    ['Sørensen', 'SORENSEN'],
    ['Kjær', 'KJAER'],
    ['Þórðardóttir', 'Thordardottir'],
    ['Łukaszewski', 'LUKASZEWSKI'],
    ['Đorđević', 'Dordevic'],
    ['Işık', 'ISIK'],
    ['İnan', 'Inan'],
    ['Għarb Ħaż', 'GHARB HAZ'],
    ["O'Neill", 'O’NEILL'],
    ['d’Hondt', 'D HONDT'],
    ['van der Meer', 'VANDERMEER'],
    ['Jean-Pierre', 'Jean Pierre'],
    ['Jean‑Pierre', 'JEANPIERRE'],
    ['St. John', 'ST JOHN'],
    ['Núñez', 'nunez'],
    ['Dvořák', 'DVORAK'],
    ['Ĳsbrand', 'IJSBRAND'],
  ] as const) {
    test(`${one} and ${other}`, () => assert.ok(agree(one, other)));
  }
});

describe('two names have none', () => {
  for (const [one, other] of [
    ['Muller', 'Mueller'],
    ['Jansen', 'Janssen'],
    ['Anna', 'Anne'],
    ['Peeters', 'Peters'],
    ['Ivanov', 'Ivanova'],
    ['Anna', 'Аnnа'],
    ['', ''],
    ["-'.", ' '],
  ] as const) {
    test(`${one} and ${other}`, () => assert.ok(!agree(one, other)));
  }

  test('and a name of absurd length has no keys at all', () =>
    assert.equal(nameKeys('ä'.repeat(100_000)).size, 0));
});

describe('the keys of any name', () => {
  const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzäöüåøßæœþðłđıéèñçšžőż');
  /** Letters that say that there is no name, as they are or with dots or a stroke between them: `NLN`, `N.N.`, `N/A`. */
  const saysNone = (letters: readonly string[]) =>
    [letters.join(''), `${letters.join('.')}.`, letters.join('/')].some(isNoName);
  const name = fc
    .array(letter, { minLength: 1, maxLength: 40 })
    .filter((letters) => !saysNone(letters))
    .map((letters) => letters.join(''));

  test('are none where a field says that there is no name', () => {
    for (const none of ['NLN', 'nfn', 'FNU', 'L.N.U.', 'N.N.', 'XXX', 'N/A', 'SNP', '-'])
      assert.equal(nameKeys(none).size, 0, none);
  });

  test('are at least one and at most 64, and are their own keys', () => {
    fc.assert(
      fc.property(name, (text) => {
        const keys = nameKeys(text);
        assert.ok(keys.size >= 1 && keys.size <= 64);
        for (const key of keys) assert.deepEqual([...nameKeys(key)], [key]);
      }),
    );
  });

  test('do not change with capitals, spaces, hyphens, apostrophes or the way diacritics are coded', () => {
    const separator = fc.constantFrom('', ' ', '-', '‐', '’', "'", '.', '\u00a0', '\u00ad');
    fc.assert(
      fc.property(name, fc.array(separator, { minLength: 40, maxLength: 40 }), (text, separators) => {
        const spread = [...text].map((each, place) => each + (separators[place] ?? '')).join('');
        const keys = nameKeys(text);
        assert.deepEqual(nameKeys(spread), keys);
        assert.deepEqual(nameKeys(spread.normalize('NFD')), keys);
        // Capital ẞ aside, upper case of ß is SS and of ı is I: the same keys again.
        assert.deepEqual(nameKeys(text.toUpperCase()), keys);
      }),
    );
  });

  test('are upper-case letters without diacritics', () => {
    fc.assert(fc.property(name, (text) => [...nameKeys(text)].every((key) => /^[A-Z]+$/.test(key))));
  });
});

describe('transliteration', () => {
  for (const [original, latin] of [
    ['Παπαδόπουλος', 'papadopoulos'],
    ['ΠΑΠΑΔΟΠΟΥΛΟΥ', 'papadopoulou'],
    ['Ευαγγελία', 'evangelia'],
    ['Ελευθερία', 'eleftheria'],
    ['Αυγερινού', 'avgerinou'],
    ['Μπουμπουλίνα', 'boumpoulina'],
    ['Γεώργιος', 'georgios'],
    ['Χριστίνα', 'christina'],
    ['Ψαράς', 'psaras'],
    ['Βαΐτσης', 'vaitsis'],
    ['Ταΰγετος', 'taygetos'],
    ['Άγγελος', 'angelos'],
    ['Σφίγξ', 'sfinx'],
    ['Георги', 'georgi'],
    ['Щерев', 'shterev'],
    ['Мария', 'maria'],
    ['Ямболска', 'yambolska'],
    ['Жельо Цветков', 'zhelyo tsvetkov'],
    ['Ъгъл', 'agal'],
  ] as const) {
    test(`${original} is ${latin}`, () => assert.equal(transliterate(original), latin));
  }

  test('knows no rule for other scripts, other alphabets or mixtures', () => {
    assert.equal(transliterate('Παπά'), 'papa');
    for (const text of ['Müller', 'Ђорђе', 'Паpа', 'Παpά', '', '李'])
      assert.equal(transliterate(text), null, text);
  });
});
