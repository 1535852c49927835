const LETTERS: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'h',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'sht',
  ъ: 'a',
  ь: 'y',
  ю: 'yu',
  я: 'ya',
};

/**
 * Bulgarian in Latin script, lower case (Transliteration Act, State Gazette 19/2009): `ия` at the end of a word is `ia`. `null` when a
 * letter is not Bulgarian.
 */
export function transliterateBulgarian(text: string): string | null {
  const written = text
    .toLowerCase()
    .normalize('NFC')
    .replace(/ия(?!\p{L})/gu, 'иа');
  const letters = [...written].map((letter) => (/\p{L}/u.test(letter) ? LETTERS[letter] : letter));
  return letters.includes(undefined) ? null : letters.join('');
}
