import { type DocumentImage, documentBounds, documentRefusals } from '../../domain/documents/index.ts';
import type { Drawing } from './drawing.ts';

/** Bytes: a drawing is told in one line of JSON, and then the pictures one after another. */
const LONGEST_LINE = 10_000;
/** A picture of ours is smaller by far. */
const LARGEST_PICTURE = 40 * 1024 * 1024;
/** What a process may say about one document, whatever happened in it. */
export const LARGEST_OUTPUT = LONGEST_LINE + 120 * 1024 * 1024;

type Told = { readonly type: DocumentImage['type']; readonly length: number };

/** A drawing as one process hands it to another. */
export function writeDrawing(drawing: Drawing): Buffer {
  if (drawing.kind === 'refused') return Buffer.from(`${JSON.stringify(drawing)}\n`);
  const pictures = [drawing.thumbnail, ...drawing.pages];
  const told = pictures.map(({ type, bytes }): Told => ({ type, length: bytes.length }));
  const head = Buffer.from(`${JSON.stringify({ kind: 'drawn', size: drawing.size, pictures: told })}\n`);
  return Buffer.concat([head, ...pictures.map(({ bytes }) => bytes)]);
}

/** Reads it back. Whoever wrote it held a file of a stranger: anything unexpected is `null`. */
export function readDrawing(output: Buffer): Drawing | null {
  const end = output.indexOf('\n');
  if (end < 0 || end > LONGEST_LINE) return null;
  let told: unknown;
  try {
    told = JSON.parse(output.toString('utf8', 0, end));
  } catch {
    return null;
  }
  if (typeof told !== 'object' || told === null) return null;
  const { kind, reason, size, pictures } = told as Readonly<Record<string, unknown>>;
  if (kind === 'refused') {
    const known = documentRefusals.find((each) => each === reason);
    return known === undefined ? null : { kind, reason: known };
  }
  const images = kind === 'drawn' ? readPictures(pictures, output.subarray(end + 1)) : null;
  const [thumbnail, ...pages] = images ?? [];
  const drawnSize = readSize(size);
  if (!thumbnail || pages.length === 0 || drawnSize === undefined) return null;
  return { kind: 'drawn', pages, thumbnail, size: drawnSize };
}

function readPictures(told: unknown, bytes: Buffer): readonly DocumentImage[] | null {
  if (!Array.isArray(told) || told.length > documentBounds.pages + 1) return null;
  const images: DocumentImage[] = [];
  let place = 0;
  for (const each of told as readonly unknown[]) {
    const { type, length } = (each ?? {}) as Readonly<Record<string, unknown>>;
    if (type !== 'image/jpeg' && type !== 'image/png') return null;
    if (!isCount(length, LARGEST_PICTURE) || place + length > bytes.length) return null;
    images.push({ type, bytes: new Uint8Array(bytes.subarray(place, place + length)) });
    place += length;
  }
  return place === bytes.length ? images : null;
}

/** `undefined` when it is no size. */
function readSize(told: unknown): { readonly width: number; readonly height: number } | null | undefined {
  if (told === null) return null;
  const { width, height } = (told ?? {}) as Readonly<Record<string, unknown>>;
  return isCount(width, 100_000) && isCount(height, 100_000) ? { width, height } : undefined;
}

function isCount(value: unknown, most: number): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0 && (value as number) <= most;
}
