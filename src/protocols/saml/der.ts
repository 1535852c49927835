/** One element of DER (X.690): its tag and what is in it. */
export type Der = { readonly tag: number; readonly content: Buffer };

/** The elements that stand one after the other in these bytes; `null` when they are not DER. Values up to 64 KiB, tags of one byte. */
export function readDer(bytes: Buffer): readonly Der[] | null {
  const found: Der[] = [];
  for (let at = 0; at < bytes.length; ) {
    const tag = bytes[at] ?? 0;
    const first = bytes[at + 1];
    if (first === undefined || (tag & 0x1f) === 0x1f) return null;
    const extra = first < 0x80 ? 0 : first & 0x7f;
    if (first === 0x80 || extra > 2 || at + 2 + extra > bytes.length) return null;
    const length = extra === 0 ? first : bytes.readUIntBE(at + 2, extra);
    const start = at + 2 + extra;
    if (start + length > bytes.length) return null;
    found.push({ tag, content: bytes.subarray(start, start + length) });
    at = start + length;
  }
  return found;
}

/** One element of DER, of less than 64 KiB. */
export function writeDer(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

/** The only element of these bytes, when it has this tag. */
export function onlyDer(bytes: Buffer | undefined, tag: number): Buffer | null {
  const found = bytes && readDer(bytes);
  return found?.length === 1 && found[0]?.tag === tag ? found[0].content : null;
}

/** An object identifier in dotted form. */
export function readOid(content: Buffer): string {
  const parts: number[] = [];
  let value = 0;
  for (const byte of content) {
    value = value * 128 + (byte & 0x7f);
    if (byte & 0x80) continue;
    if (parts.length === 0)
      parts.push(Math.min(2, Math.floor(value / 40)), value - 40 * Math.min(2, Math.floor(value / 40)));
    else parts.push(value);
    value = 0;
  }
  return parts.join('.');
}

export const tags = {
  boolean: 0x01,
  integer: 0x02,
  bits: 0x03,
  octets: 0x04,
  oid: 0x06,
  sequence: 0x30,
  context0: 0xa0,
  context3: 0xa3,
} as const;
