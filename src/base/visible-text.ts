/**
 * What does not show: controls, format characters (marks of direction, joiners, soft hyphens, byte order marks), fillers, variation
 * selectors, and what has no sign at all (half a pair, for private use, not assigned). Programs leave them in what is pasted.
 */
const HIDDEN =
  /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u{1D159}\u2800]/gu;

/** Text as it shows: without a character that nobody sees. Line breaks and tabs are for the caller to keep or to fold. */
export function visibleText(text: string): string {
  return text.replace(HIDDEN, (mark) =>
    /[\t\n\v\f\r]/.test(mark) ? mark : /[\p{Zl}\p{Zp}\x85]/u.test(mark) ? '\n' : '',
  );
}

/** Full-width signs of Asian keyboards and ligatures of printers: each a plain letter or sign in another shape. */
const SHAPES = /[\uff01-\uff5e\ufb00-\ufb06]/g;

/** Visible text on one line, every kind of space one plain space, in the composed form and the plain shapes that keyboards write. */
export function oneLine(text: string): string {
  return visibleText(text.normalize('NFC'))
    .replace(SHAPES, (sign) => sign.normalize('NFKC'))
    .replace(/[\s\p{Z}]+/gu, ' ')
    .trim();
}

/** Where the digits of other scripts begin, each ten in a row: Arabic, Persian and Urdu, Devanagari, Bengali. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6];

/** Every decimal digit as one of 0 to 9: full-width ones out of a form, and those of other scripts. */
export function plainDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = ZEROS.find((each) => code >= each && code < each + 10);
    return zero === undefined ? digit.normalize('NFKC') : String(code - zero);
  });
}

/** Hyphens, dashes and minus signs of every kind. */
export const DASHES = /[\p{Pd}\u2212\u2043]/gu;

/** A number, a code or a date as a plain keyboard has it: what was pasted from elsewhere brings other digits, letters, spaces and hyphens. */
export function plainTyping(text: string): string {
  if (/^[ -~]*$/.test(text)) return text.trim();
  return plainDigits(oneLine(text).normalize('NFKC')).replace(DASHES, '-').trim();
}
