export const tags = {
  boolean: 0x01,
  integer: 0x02,
  bits: 0x03,
  octets: 0x04,
  oid: 0x06,
  shortTime: 0x17,
  longTime: 0x18,
  sequence: 0x30,
  context0: 0xa0,
  context3: 0xa3,
} as const;

/** One element of DER (X.690): its tag and what is in it. */
export type Der = { readonly tag: number; readonly content: Buffer };

/** Where an element of DER stands in its bytes: `start` to `end` is its content. */
export type Place = {
  readonly tag: number;
  readonly from: number;
  readonly start: number;
  readonly end: number;
};

/** Lists of revoked certificates have megabytes: lengths of up to four bytes, of definite form (X.690, 10.1). */
const MOST_LENGTH_BYTES = 4;

/** The element at this place; `null` when there is none that ends by `end`, or its length is written in more bytes. Copies nothing. */
export function placeAt(
  bytes: Buffer,
  at: number,
  end: number,
  mostLengthBytes = MOST_LENGTH_BYTES,
): Place | null {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined || at + 2 > end || (tag & 0x1f) === 0x1f) return null;
  const extra = first < 0x80 ? 0 : first & 0x7f;
  if (first === 0x80 || extra > mostLengthBytes || at + 2 + extra > end) return null;
  const start = at + 2 + extra;
  const length = extra === 0 ? first : bytes.readUIntBE(at + 2, extra);
  return start + length > end ? null : { tag, from: at, start, end: start + length };
}

/** The elements inside another, at most so many; `null` when what is in it is not DER, or more. */
export function placesIn(bytes: Buffer, inside: Place, most = 16): readonly Place[] | null {
  const found: Place[] = [];
  for (let at = inside.start; at < inside.end; ) {
    const place = placeAt(bytes, at, inside.end);
    if (place === null || found.length === most) return null;
    found.push(place);
    at = place.end;
  }
  return found;
}

/** The bytes of an element, its tag and length with it. */
export function wholeOf(bytes: Buffer, place: Place): Buffer {
  return bytes.subarray(place.from, place.end);
}

/** The content of an element. */
export function contentOf(bytes: Buffer, place: Place): Buffer {
  return bytes.subarray(place.start, place.end);
}

/** A moment as UTCTime or GeneralizedTime in the one form that RFC 5280 4.1.2.5 allows; `null` otherwise. */
export function readTime(bytes: Buffer, place: Place): Date | null {
  const text = contentOf(bytes, place).toString('latin1');
  const isShort = place.tag === tags.shortTime && /^\d{12}Z$/.test(text);
  if (!isShort && !(place.tag === tags.longTime && /^\d{14}Z$/.test(text))) return null;
  const full = isShort ? `${Number(text.slice(0, 2)) < 50 ? '20' : '19'}${text}` : text;
  const moment = new Date(full.replace(/^(....)(..)(..)(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  return Number.isNaN(moment.getTime()) ? null : moment;
}

/** The elements that stand one after the other in these bytes; `null` when they are not DER. Values up to 64 KiB, tags of one byte. */
export function readDer(bytes: Buffer): readonly Der[] | null {
  const found: Der[] = [];
  for (let at = 0; at < bytes.length; ) {
    const place = placeAt(bytes, at, bytes.length, 2);
    if (place === null) return null;
    found.push({ tag: place.tag, content: contentOf(bytes, place) });
    at = place.end;
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
