import sharp, { type Sharp } from 'sharp';
import { type DocumentImage, documentBounds } from '../../domain/documents/index.ts';
import { type Drawing, NotDrawn } from './drawing.ts';
import { type JpegCost, readJpegCost } from './read-jpeg-cost.ts';

const LONGEST_SIDE = 3000;
const LARGEST_PNG = 5 * 1024 * 1024;
const THUMBNAIL = 240;
const WHITE = '#ffffff';

/** Pixels without a file around them. */
export type Pixels = { readonly data: Uint8Array; readonly width: number; readonly height: number };

/**
 * Draws an image anew, upright and in sRGB. Whatever else the file held stays behind: place and time of the picture, comments, profiles, other
 * files before or behind it.
 */
export async function drawImage(bytes: Uint8Array, type: 'jpeg' | 'png'): Promise<Drawing> {
  const { width, height, format } = await sharp(bytes, { limitInputPixels: false }).metadata();
  if (format !== type) throw new NotDrawn('type');
  const cost = type === 'jpeg' ? costOf(bytes) : null;
  const mostPixels = cost && !isKept(cost) ? documentBounds.scaledPixels : documentBounds.pixels;
  if (width * height > mostPixels) throw new NotDrawn('too-many-pixels');
  if (cost && isTooDear(cost)) throw new NotDrawn('too-many-pixels');
  const source = sharp(bytes, {
    limitInputPixels: mostPixels,
    failOn: 'error',
    sequentialRead: true,
  });
  return finish(source.autoOrient(), type);
}

/** A progressive picture of fifty megapixels, as telephones take them, has some ten scans. */
const MOST_SCANS = 30;
/** Samples that are kept while further scans are read, two bytes each. */
const MOST_KEPT_SAMPLES = 80_000_000;
/** Every scan goes over all samples again, whatever it says: a few bytes of it cost as much as a whole picture. */
const MOST_SAMPLES_READ = 1_000_000_000;

function costOf(bytes: Uint8Array): JpegCost {
  const cost = readJpegCost(bytes);
  if (cost === null) throw new NotDrawn('broken');
  return cost;
}

/** A JPEG of one scan, as cameras write it, is read line by line and at an eighth, a quarter or half of its size: large ones are cheap. */
function isKept({ isProgressive, scans }: JpegCost): boolean {
  return isProgressive || scans > 1;
}

function isTooDear(cost: JpegCost): boolean {
  const { samples, scans } = cost;
  return (
    scans > MOST_SCANS || samples * scans > MOST_SAMPLES_READ || (isKept(cost) && samples > MOST_KEPT_SAMPLES)
  );
}

/** Draws decoded pixels, four bytes each. */
export async function drawPixels({ data, width, height }: Pixels): Promise<Drawing> {
  return finish(sharp(data, { raw: { width, height, channels: 4 } }), 'jpeg');
}

/** Draws a page of a PDF in its own size. */
export async function drawPage({ data, width, height }: Pixels): Promise<DocumentImage> {
  const page = sharp(data, { raw: { width, height, channels: 4 } }).flatten({ background: WHITE });
  const bytes = await page.jpeg({ quality: 82, chromaSubsampling: '4:4:4' }).toBuffer();
  return { type: 'image/jpeg', bytes };
}

/** The small picture of a large one. */
export async function drawThumbnail({ bytes }: DocumentImage): Promise<DocumentImage> {
  const small = sharp(bytes).resize({ width: THUMBNAIL, height: THUMBNAIL, fit: 'inside' });
  return {
    type: 'image/jpeg',
    bytes: await small.flatten({ background: WHITE }).jpeg({ quality: 75 }).toBuffer(),
  };
}

async function finish(source: Sharp, type: 'jpeg' | 'png'): Promise<Drawing> {
  const bounded = source
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .timeout({ seconds: 15 });
  const drawn = await (type === 'png' ? bounded.png() : asJpeg(bounded)).toBuffer({
    resolveWithObject: true,
  });
  const isLarge = type === 'png' && drawn.data.length > LARGEST_PNG;
  const page: DocumentImage =
    type === 'jpeg' || isLarge
      ? { type: 'image/jpeg', bytes: isLarge ? await asJpeg(sharp(drawn.data)).toBuffer() : drawn.data }
      : { type: 'image/png', bytes: drawn.data };
  const size = { width: drawn.info.width, height: drawn.info.height };
  return { kind: 'drawn', pages: [page], thumbnail: await drawThumbnail(page), size };
}

function asJpeg(image: Sharp): Sharp {
  return image.flatten({ background: WHITE }).jpeg({ quality: 88 });
}
