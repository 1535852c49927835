/** Where an element of DER stands in its bytes: `start` to `end` is its content. */
export type Place = {
  readonly tag: number;
  readonly from: number;
  readonly start: number;
  readonly end: number;
};

/** Lists of revoked certificates have megabytes: lengths of up to four bytes, of definite form (X.690, 10.1). */
const MOST_LENGTH_BYTES = 4;

/** The element at this place; `null` when there is none that ends by `end`. Copies nothing. */
export function placeAt(bytes: Buffer, at: number, end: number): Place | null {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined || at + 2 > end || (tag & 0x1f) === 0x1f) return null;
  const extra = first < 0x80 ? 0 : first & 0x7f;
  if (first === 0x80 || extra > MOST_LENGTH_BYTES || at + 2 + extra > end) return null;
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
  const isShort = place.tag === 0x17 && /^\d{12}Z$/.test(text);
  if (!isShort && !(place.tag === 0x18 && /^\d{14}Z$/.test(text))) return null;
  const full = isShort ? `${Number(text.slice(0, 2)) < 50 ? '20' : '19'}${text}` : text;
  const moment = new Date(full.replace(/^(....)(..)(..)(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  return Number.isNaN(moment.getTime()) ? null : moment;
}
