/** Letters that do not decompose; German, Nordic, ICAO 9303 part 3. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'SS',
  ẞ: 'SS',
  æ: 'AE',
  Æ: 'AE',
  œ: 'OE',
  Œ: 'OE',
  þ: 'TH',
  Þ: 'TH',
  ø: 'O',
  Ø: 'O',
  đ: 'D',
  Đ: 'D',
  ð: 'D',
  Ð: 'D',
  ł: 'L',
  Ł: 'L',
  ı: 'I',
  ħ: 'H',
  Ħ: 'H',
  ŧ: 'T',
  Ŧ: 'T',
  ŋ: 'N',
  Ŋ: 'N',
};

/** Two ways to write one sound, made one: `Müller` and `Mueller`, `Åse` and `Aase`, `Dijk` and `Dyk`. */
const PAIRS = [
  ['AE', 'A'],
  ['OE', 'O'],
  ['UE', 'U'],
  ['AA', 'A'],
  ['IJ', 'Y'],
] as const;

/** What comes behind finds nobody, and an index holds no longer ones. */
const LONGEST = 200;

const SEPARATORS = /[\t-\r \-,./_\u1680\u2010-\u2015\u2212]+/g;

/**
 * A name as the register keeps it for searching: Latin capitals, words apart by one space, coarser than what matching compares, so
 * that spellings meet. The SQL function `fold_name` does the same; a test compares the two. A name in another script folds to nothing.
 */
export function foldName(name: string): string {
  const letters = [...name.normalize('NFKD')].map((letter) => LETTERS[letter] ?? letter).join('');
  const plain = letters
    .replace(SEPARATORS, ' ')
    .replace(/[^A-Za-z ]+/g, '')
    .toUpperCase();
  const folded = PAIRS.reduce((text, [pair, one]) => text.replaceAll(pair, one), plain);
  return folded.replace(/ {2,}/g, ' ').replace(/^ | $/g, '').slice(0, LONGEST);
}

/** The words of a folded name. */
export function foldedWords(name: string): readonly string[] {
  return foldName(name)
    .split(' ')
    .filter((word) => word !== '');
}
