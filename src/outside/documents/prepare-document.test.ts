import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import test from 'node:test';
import sharp from 'sharp';
import { heicExample, jpegExample, pdfExample, pngExample } from '../../../test/support/document-examples.ts';
import type { DocumentImage, PreparedDocument } from '../../domain/documents/index.ts';
import { openDrawer } from './draw-in-process.ts';
import { openDocumentReader } from './prepare-document.ts';

const reader = openDocumentReader({ scanner: null });

async function prepared(bytes: Uint8Array, name = 'paspoort'): Promise<PreparedDocument> {
  const outcome = await reader.prepare(bytes, name);
  if (outcome.kind === 'refused') throw new Error(outcome.reason);
  return outcome.document;
}

const sizeOf = async ({ bytes }: DocumentImage) => {
  const { width, height } = await sharp(bytes).metadata();
  return { width, height };
};

/** The colour of a point, as `[red, green, blue]`. */
async function colourAt({ bytes }: DocumentImage, x: number, y: number): Promise<readonly number[]> {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  const start = (y * info.width + x) * info.channels;
  return [...data.subarray(start, start + 3)];
}

const isLight = (colour: readonly number[]) => colour.every((part) => part > 140);

test('a photograph is kept upright, as a JPEG, with a thumbnail', async () => {
  const document = await prepared(await jpegExample(320, 240), 'Mijn paspoort.jpg');
  assert.equal(document.name.reveal(), 'Mijn paspoort.jpg');
  assert.deepEqual([document.type, document.originalType, document.scan], ['jpeg', 'jpeg', 'not-scanned']);
  assert.deepEqual(document.size, { width: 240, height: 320 });
  const [page] = document.pages;
  assert.ok(page);
  assert.equal(document.pages.length, 1);
  assert.deepEqual(await sizeOf(page), document.size);
  assert.ok(isLight(await colourAt(page, 238, 2)), 'what was left above is right above');
  assert.deepEqual(document.original, page);
  assert.equal(document.sha256, createHash('sha256').update(page.bytes).digest('hex'));
  assert.deepEqual(await sizeOf(document.thumbnail), { width: 180, height: 240 });
});

test('a PNG stays a PNG, and becomes a JPEG only when it is very large', async () => {
  const document = await prepared(await pngExample());
  assert.deepEqual([document.type, document.pages[0]?.type], ['png', 'image/png']);
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  const busy = sharp({ create: { width: 1700, height: 1700, channels: 3, background: '#000', noise } });
  const large = await prepared(await busy.png().toBuffer());
  assert.deepEqual([large.type, large.originalType], ['jpeg', 'png']);
  assert.deepEqual(large.size, { width: 1700, height: 1700 });
});

test('a large photograph is made smaller, and a small one is not made larger', async () => {
  const document = await prepared(await pngExample(6000, 1500));
  assert.deepEqual(document.size, { width: 3000, height: 750 });
  assert.deepEqual((await prepared(await pngExample(40, 30))).size, { width: 40, height: 30 });
});

test('a photograph of fifty, a hundred and eight or two hundred megapixels is taken, upright', async () => {
  for (const [width, height] of [
    [8192, 6144],
    [12_000, 9000],
    [16_320, 12_240],
  ] as const) {
    const scene = sharp({
      create: { width, height, channels: 3, background: '#7a9' },
      limitInputPixels: false,
    });
    const photograph = await scene.jpeg({ quality: 60 }).withMetadata({ orientation: 6 }).toBuffer();
    const document = await prepared(photograph);
    assert.deepEqual(document.size, { width: 2250, height: 3000 }, `${width} × ${height}`);
  }
});

test('a HEIC of a telephone is kept as a JPEG', async () => {
  const document = await prepared(heicExample());
  assert.deepEqual([document.type, document.originalType], ['jpeg', 'heic']);
  assert.deepEqual(document.size, { width: 64, height: 48 });
  const [page] = document.pages;
  assert.ok(page);
  const [red = 0, , blue = 0] = await colourAt(page, 8, 8);
  assert.ok(blue > red, 'its corner is blue');
  const [otherRed = 0, , otherBlue = 0] = await colourAt(page, 56, 40);
  assert.ok(otherRed > otherBlue, 'the rest is red');
});

test('a PDF is kept as it came, with a picture of every page', async () => {
  const bytes = pdfExample({ pages: 3 });
  const document = await prepared(bytes, 'akte.pdf');
  assert.deepEqual([document.type, document.originalType, document.size], ['pdf', 'pdf', null]);
  assert.deepEqual(document.original, { type: 'application/pdf', bytes });
  assert.equal(document.pages.length, 3);
  for (const page of document.pages) assert.deepEqual(await sizeOf(page), { width: 1239, height: 1754 });
  assert.notDeepEqual(document.pages[0]?.bytes, document.pages[1]?.bytes);
});

test('a page as large as a wall is drawn small', async () => {
  const document = await prepared(pdfExample({ width: 14_400, height: 7200 }));
  const [page] = document.pages;
  assert.ok(page);
  assert.deepEqual(await sizeOf(page), { width: 2000, height: 1000 });
});

test('twenty pages are read and twenty-one are not', async () => {
  assert.equal((await prepared(pdfExample({ pages: 20 }))).pages.length, 20);
  const outcome = await reader.prepare(pdfExample({ pages: 21 }), 'akte.pdf');
  assert.deepEqual(outcome, { kind: 'refused', reason: 'too-many-pages' });
});

test('a drawing that takes too long is cut off, and the next one goes well', async () => {
  const order = { type: 'pdf', bytes: pdfExample({ pages: 20 }) } as const;
  const broken = { kind: 'refused', reason: 'broken' };
  assert.deepEqual(await openDrawer({ wallMilliseconds: 1 }).draw(order), broken);
  assert.deepEqual(await openDrawer({ residentBytes: 1024 }).draw(order), broken);
  assert.equal((await openDrawer().draw(order)).kind, 'drawn');
});

test('what comes while many files wait is told to come back later', async () => {
  const png = await pngExample(40, 30);
  const outcomes = await Promise.all(
    Array.from({ length: 25 }, (_, each) => reader.prepare(png, 'a.png', `person ${each}`)),
  );
  const refused = outcomes.filter((each) => each.kind === 'refused');
  assert.deepEqual(
    refused,
    Array.from({ length: 3 }, () => ({ kind: 'refused', reason: 'not-now' })),
  );
});
