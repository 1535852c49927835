/**
 * Keys of a name: two spellings of one name have a key in common. They undo what spelling rules change, transliteration, spaces,
 * hyphens and the like (Implementing Regulation (EU) 2025/846 article 2(6)), and nothing else: there is no likeness here.
 */
export type NameKeys = ReadonlySet<string>;

/** No more keys than this for one name; past it, the spellings are those of one hand: all letters written one way, or all the other. */
const MOST_KEYS = 64;

/** A name longer than this is no name; it has no keys and matches nothing. */
const LONGEST_NAME = 500;

/** Letters that do not decompose or that have two accepted spellings: German, Nordic and ICAO 9303 part 3. */
const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  ä: ['a', 'ae'],
  ö: ['o', 'oe'],
  ü: ['u', 'ue'],
  å: ['a', 'aa'],
  ø: ['o', 'oe'],
  ß: ['ss'],
  æ: ['ae'],
  œ: ['oe'],
  þ: ['th'],
  ð: ['d'],
  đ: ['d'],
  ł: ['l'],
  ı: ['i'],
  ħ: ['h'],
  ŧ: ['t'],
  ŋ: ['n'],
};

/** Spaces, hyphens, apostrophes, dots and commas in all their Unicode forms, and characters that do not show. */
const IGNORED = /[\p{Z}\s\p{Pd}\p{Cf}'’‘‛ʼʻʽʹ′´`＇.․·‧•,]/gu;

/** The keys of a name in Latin script, upper case; the empty set when nothing of it remains. */
export function nameKeys(name: string): NameKeys {
  if (name.length > LONGEST_NAME) return new Set();
  const letters = [...name.toLowerCase().normalize('NFC').replace(IGNORED, '')].map(spellingsOf);
  const keys = allSpellings(letters) ?? consistentSpellings(letters);
  return new Set(keys.map((key) => key.toUpperCase()).filter((key) => key !== ''));
}

/** Whether two names have a key in common. */
export function haveCommonKey(one: NameKeys, other: NameKeys): boolean {
  return [...one].some((key) => other.has(key));
}

function spellingsOf(letter: string): readonly string[] {
  return SPELLINGS[letter] ?? [letter.normalize('NFKD').replace(/\p{M}/gu, '').replace(IGNORED, '')];
}

function allSpellings(letters: readonly (readonly string[])[]): readonly string[] | null {
  const count = letters.reduce((product, each) => product * each.length, 1);
  if (count > MOST_KEYS) return null;
  return letters.reduce<readonly string[]>(
    (keys, spellings) => keys.flatMap((key) => spellings.map((spelling) => key + spelling)),
    [''],
  );
}

function consistentSpellings(letters: readonly (readonly string[])[]): readonly string[] {
  return [0, 1].map((way) => letters.map((spellings) => spellings[way] ?? spellings[0] ?? '').join(''));
}
