import { createRequire } from 'node:module';
import { documentBounds } from '../../domain/documents/index.ts';
import { drawPixels, type Pixels } from './draw-image.ts';
import { type Drawing, NotDrawn } from './drawing.ts';
import { readHeicSizes } from './read-heic-sizes.ts';

type HeicImages = readonly { readonly width: number; readonly height: number; decode(): Promise<Pixels> }[];
type HeicDecoder = { all(input: { readonly buffer: Uint8Array }): Promise<HeicImages> };

/** Draws the first image of a HEIC file; how large it is must be known before anything is decoded. */
export async function drawHeic(bytes: Uint8Array): Promise<Drawing> {
  const sizes = readHeicSizes(bytes);
  if (sizes.length === 0) throw new NotDrawn('broken');
  if (sizes.some(isTooLarge)) throw new NotDrawn('too-many-pixels');
  const decoder: HeicDecoder = createRequire(import.meta.url)('heic-decode');
  const [image] = await decoder.all({ buffer: bytes });
  if (!image) throw new NotDrawn('broken');
  if (isTooLarge(image)) throw new NotDrawn('too-many-pixels');
  return drawPixels(await image.decode());
}

function isTooLarge({ width, height }: { readonly width: number; readonly height: number }): boolean {
  return width * height > documentBounds.pixels;
}
