const SHAPE = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/**
 * Decodes base64 as XML carries it: white space between the characters is allowed (Java writes `&#xD;` before each line
 * feed), anything else that is not strict RFC 4648 is refused with `null`.
 */
export function decodeBase64(text: string): Buffer | null {
  const plain = text.replace(/[ \t\r\n]+/g, '');
  return SHAPE.test(plain) ? Buffer.from(plain, 'base64') : null;
}
