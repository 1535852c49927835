import { isNoName } from './no-name.ts';

/**
 * Keys of a name: two spellings of one name have a key in common. They undo what spelling rules change, transliteration, spaces,
 * hyphens and the like (Implementing Regulation (EU) 2025/846 article 2(6)), and nothing else: there is no likeness here.
 */
export type NameKeys = ReadonlySet<string>;

/** No more keys than this for one name; past it, the spellings are those of one hand: all letters written one way, or all the other. */
const MOST_KEYS = 64;

/** A name longer than this is no name; it has no keys and matches nothing. */
const LONGEST_NAME = 500;

/** Letters that do not decompose or that have two accepted spellings: German, Nordic, ICAO 9303 part 3, and the practice of passports. */
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
  // Croatian, Bosnian and Serbian have both.
  đ: ['d', 'dj'],
  ł: ['l'],
  ı: ['i'],
  ȷ: ['j'],
  ħ: ['h'],
  ŧ: ['t'],
  ŋ: ['n'],
  ĸ: ['q', 'k'],
  ə: ['e'],
  ɛ: ['e'],
  ɔ: ['o'],
  ɓ: ['b'],
  ɖ: ['d'],
  ɗ: ['d'],
  ƙ: ['k'],
  ƴ: ['y'],
  ǥ: ['g'],
  ʒ: ['z'],
};

/** Spaces, hyphens, apostrophes, dots and commas in all their Unicode forms, and characters that do not show. */
const IGNORED =
  /[\p{Z}\s\p{Pd}\p{C}\p{Lm}\p{Sk}\p{Default_Ignorable_Code_Point}\u2212\u2043'’‘‛′‵״׳＇.․·∙⋅・‧•᛫,]/gu;

/** The keys of a name in Latin script, upper case; the empty set when nothing of it remains, or it says that there is none. */
export function nameKeys(name: string): NameKeys {
  if (name.length > LONGEST_NAME || isNoName(name)) return new Set();
  // First what does not show: between a letter and its mark it keeps the two apart.
  const plain = name.normalize('NFD').replace(IGNORED, '').toLowerCase().normalize('NFC');
  const letters = clustersOf(plain).map(spellingsOf);
  const keys = allSpellings(letters) ?? consistentSpellings(letters);
  return new Set(keys.map((key) => key.toUpperCase()).filter((key) => key !== ''));
}

/** Whether two names have a key in common. */
export function haveCommonKey(one: NameKeys, other: NameKeys): boolean {
  return [...one].some((key) => other.has(key));
}

/** A letter with the marks that no composed form takes up: `Ǿ` is `ø` with an acute, `ǘ` a `ü` with one. */
function clustersOf(text: string): readonly string[] {
  return text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? [];
}

/**
 * The spellings of a letter are those of its base with its first mark, where there are two; further marks say nothing. A letter that is two,
 * such as a ligature, has those of both.
 */
function spellingsOf(cluster: string): readonly string[] {
  const known = SPELLINGS[cluster];
  if (known) return known;
  const [base = '', ...marks] = cluster.normalize('NFD');
  const marked = marks.flatMap((mark) => SPELLINGS[`${base}${mark}`.normalize('NFC')] ?? []);
  if (marked.length > 0) return marked;
  const plain = [...cluster.normalize('NFKD').replace(/\p{M}/gu, '').replace(IGNORED, '').toLowerCase()];
  return allSpellings(plain.map((letter) => SPELLINGS[letter] ?? [letter])) ?? [plain.join('')];
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
