/**
 * An e-mail address out of what people type or paste, loosely: one @, something with a dot behind it, at most 254 characters, none of them
 * blank; `null` when it is none.
 */
export function parseEmailAddress(typed: string): string | null {
  const text = bareAddress(typed);
  const isAddress =
    text.length <= 254 &&
    /^[^\s@"(),:;<>[\\\]]{1,64}@[^\s@"(),:;<>[\\\]]+\.[^\s@"(),:;<>[\\\].]{2,}$/.test(text);
  return isAddress && !text.includes('..') ? text : null;
}

/** Without what programs put around an address that is copied: `mailto:`, a name and brackets, quotes, the stop of a sentence. */
export function bareAddress(text: string): string {
  const plain = text.replace(/[\uff20\uff0e]/g, (sign) => sign.normalize('NFKC'));
  const inBrackets = /^[^<>]{0,200}<([^<>]*)>[\s,;.]*$/.exec(plain)?.[1] ?? plain;
  return inBrackets
    .trim()
    .replace(/^mailto:([^?]*)(?:\?.*)?$/is, '$1')
    .replace(/^["'“”‘’«(]+|["'“”‘’»),;.!]+$/gu, '')
    .trim();
}
