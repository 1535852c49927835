const LETTERS: Readonly<Record<string, string>> = {
  α: 'a',
  β: 'v',
  γ: 'g',
  δ: 'd',
  ε: 'e',
  ζ: 'z',
  η: 'i',
  θ: 'th',
  ι: 'i',
  κ: 'k',
  λ: 'l',
  μ: 'm',
  ν: 'n',
  ξ: 'x',
  ο: 'o',
  π: 'p',
  ρ: 'r',
  σ: 's',
  ς: 's',
  τ: 't',
  υ: 'y',
  φ: 'f',
  χ: 'ch',
  ψ: 'ps',
  ω: 'o',
};

const GAMMA: Readonly<Record<string, string>> = { γγ: 'ng', γξ: 'nx', γχ: 'nch' };
const DIGRAPHS = { α: 'a', ε: 'e', η: 'i' } as const;

/**
 * Greek in Latin script, lower case (ELOT 743, transcription, as in Greek passports). `ου` is one sound; `αυ ευ ηυ` end in f before a
 * voiceless letter and at the end, in v elsewhere; an accent on the first letter or a diaeresis on the second keeps the two apart;
 * `μπ` is b where a word begins or ends. `null` when a letter is not Greek.
 */
export function transliterateGreek(text: string): string | null {
  const written = text
    .toLowerCase()
    .normalize('NFC')
    // Apart: marked with U+0001 so that the rules for two letters do not see them as neighbours.
    .replace(/([άέήό])(?=υ)/gu, '$1\u0001')
    .replace(/[ϋΰ]/gu, '\u0001υ')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ου/gu, 'ou')
    .replace(
      /([αεη])υ(?=[θκξπσςτφχψ]|(?!\p{L}))/gu,
      (_, first: keyof typeof DIGRAPHS) => `${DIGRAPHS[first]}f`,
    )
    .replace(/([αεη])υ/gu, (_, first: keyof typeof DIGRAPHS) => `${DIGRAPHS[first]}v`)
    .replace(/γ[γξχ]/gu, (pair) => GAMMA[pair] ?? pair)
    .replace(/(?<!\p{L})μπ|μπ(?!\p{L})/gu, 'b')
    .replaceAll('\u0001', '');
  const letters = [...written].map((letter) => (/\p{Script=Greek}/u.test(letter) ? LETTERS[letter] : letter));
  return letters.includes(undefined) ? null : letters.join('');
}
