/**
 * Decodes base64 as XML carries it: white space between the characters is allowed (Java writes `&#xD;` before each line
 * feed), anything else that is not strict RFC 4648, with its padding, is refused with `null`.
 */
export function decodeBase64(text: string): Buffer | null {
  const plain = /[ \t\r\n]/.test(text) ? text.replace(/[ \t\r\n]+/g, '') : text;
  const bytes = Buffer.from(plain, 'base64');
  // Node skips what it does not know; only what encodes back to the same text was strict.
  return bytes.toString('base64') === plain ? bytes : null;
}
