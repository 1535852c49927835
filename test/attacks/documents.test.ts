import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import sharp from 'sharp';
import { documentBounds, type PreparedDocument } from '../../src/domain/documents/index.ts';
import { openClamav } from '../../src/outside/documents/clamav.ts';
import { openDocumentReader } from '../../src/outside/documents/prepare-document.ts';
import {
  avifExample,
  eicarExample,
  gifExample,
  heicExample,
  jpegExample,
  pdfExample,
  pngChunk,
  pngExample,
  pngOf,
} from '../support/document-examples.ts';
import { startFakeClamd } from '../support/fake-clamd.ts';

const reader = openDocumentReader({ scanner: null });

async function accepted(bytes: Uint8Array, name = 'paspoort.jpg'): Promise<PreparedDocument> {
  const outcome = await reader.prepare(bytes, name);
  if (outcome.kind === 'refused') assert.fail(`refused: ${outcome.reason}`);
  return outcome.document;
}

async function reasonOf(bytes: Uint8Array, name = 'paspoort.jpg'): Promise<string> {
  const outcome = await reader.prepare(bytes, name);
  return outcome.kind === 'refused' ? outcome.reason : 'accepted';
}

/** Every byte that anybody will be shown. */
const shownOf = ({ pages, thumbnail }: PreparedDocument) =>
  Buffer.concat([thumbnail, ...pages].map(({ bytes }) => bytes)).toString('latin1');

const script = '<html><script>alert(document.domain)</script></html>';

describe('M05 a file that is two things at once', () => {
  test('a JPEG with a web page behind its end keeps only the picture', async () => {
    const jpeg = await jpegExample();
    await accepted(jpeg);
    const polyglot = Buffer.concat([jpeg, Buffer.from(script)]);
    const document = await accepted(polyglot);
    assert.doesNotMatch(shownOf(document), /script/);
    assert.doesNotMatch(Buffer.from(document.original.bytes).toString('latin1'), /script/);
  });

  test('a JPEG with a web page in its comment keeps only the picture', async () => {
    const jpeg = await jpegExample();
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, script.length + 2]), Buffer.from(script)]);
    const document = await accepted(Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)]));
    assert.doesNotMatch(shownOf(document), /script/);
  });

  test('a PNG with a web page in a chunk of text keeps only the picture', async () => {
    const png = await pngExample();
    await accepted(png, 'paspoort.png');
    const text = pngChunk('tEXt', Buffer.from(`Comment\0${script}`));
    const document = await accepted(Buffer.concat([png.subarray(0, 33), text, png.subarray(33)]));
    assert.doesNotMatch(shownOf(document), /script/);
  });

  test('a PDF with a script is shown as pictures, and its bytes are never a page of ours', async () => {
    await accepted(pdfExample(), 'akte.pdf');
    const document = await accepted(pdfExample({ script: "app.alert('here')" }), 'akte.pdf');
    assert.deepEqual(
      document.pages.map(({ type }) => type),
      ['image/jpeg'],
    );
    assert.doesNotMatch(shownOf(document), /alert/);
    assert.equal(document.original.type, 'application/pdf');
  });

  test('a GIF that calls itself a JPEG, and a JPEG that begins as a GIF, are neither', async () => {
    assert.equal(await reasonOf(await gifExample()), 'type');
    assert.equal(await reasonOf(Buffer.concat([Buffer.from('GIF89a'), await jpegExample()])), 'type');
  });

  test('a picture or a PDF that begins behind something else is none', async () => {
    for (const honest of [await jpegExample(), await pngExample(), pdfExample(), heicExample()]) {
      await accepted(honest);
      for (const before of [script, 'MZ', 'PK\u0003\u0004'])
        assert.equal(await reasonOf(Buffer.concat([Buffer.from(before), honest])), 'type');
    }
  });
});

describe('M05 a file that is not what its name says', () => {
  const pretenders: readonly (readonly [string, string | Buffer])[] = [
    ['an SVG with a script', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['an SVG behind an XML declaration', '<?xml version="1.0"?><svg onload="alert(1)"/>'],
    ['a web page', script],
    ['a shell script', '#!/bin/sh\nrm -rf /\n'],
    ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500)])],
    ['an archive', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(500)])],
    ['PostScript', '%!PS-Adobe-3.0\n(%pipe%id) (r) file\n'],
    ['text', 'I am a passport.'],
  ];
  test('is refused, whatever its name', async () => {
    await accepted(await pngExample(), 'paspoort.png');
    for (const [what, content] of pretenders) {
      for (const name of ['paspoort.png', 'paspoort.jpg', 'akte.pdf'])
        assert.equal(await reasonOf(Buffer.from(content), name), 'type', what);
    }
    assert.equal(await reasonOf(await avifExample(), 'paspoort.heic'), 'type', 'AVIF');
  });

  test('is what it is, when it is something that we take', async () => {
    assert.equal((await accepted(await pngExample(), 'akte.pdf')).type, 'png');
    assert.equal((await accepted(pdfExample(), 'paspoort.jpg')).type, 'pdf');
  });

  test('does not bring folders or a turned name along', async () => {
    const png = await pngExample();
    assert.equal((await accepted(png, 'paspoort.png')).name.reveal(), 'paspoort.png');
    assert.equal((await accepted(png, '../../x')).name.reveal(), 'x');
    assert.equal((await accepted(png, '..\\..\\windows\\x.png')).name.reveal(), 'x.png');
    assert.equal((await accepted(png, 'paspoort\u202Egnp.exe')).name.reveal(), 'paspoortgnp.exe');
  });
});

describe('M05 a small file that unpacks to a large one', () => {
  test('a PNG of a hundred thousand bytes and four hundred megapixels', async () => {
    const side = 20_000;
    const row = 1 + side / 8;
    assert.equal(await reasonOf(pngOf(64, 64, new Uint8Array(64 * 9))), 'accepted');
    const bomb = pngOf(side, side, new Uint8Array(row * side));
    assert.ok(bomb.length < 100_000);
    assert.equal(await reasonOf(bomb), 'too-many-pixels');
    assert.equal(await reasonOf(pngOf(0x7fffffff, 0x7fffffff, new Uint8Array(9))), 'broken');
  });

  test('a JPEG that announces more pixels than it may', async () => {
    const jpeg = await jpegExample();
    const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0, 0, 17, 8]));
    assert.ok(frame > 0);
    jpeg.writeUInt16BE(65_000, frame + 5);
    jpeg.writeUInt16BE(65_000, frame + 7);
    assert.equal(await reasonOf(jpeg), 'too-many-pixels');
  });

  test('a HEIC that announces more pixels than it may, or hides how many', async () => {
    const honest = heicExample();
    await accepted(honest);
    const size = honest.indexOf('ispe') + 8;
    const bomb = Buffer.from(honest);
    bomb.writeUInt32BE(60_000, size);
    bomb.writeUInt32BE(60_000, size + 4);
    assert.equal(await reasonOf(bomb), 'too-many-pixels');
    const hiding = Buffer.from(honest);
    hiding.write('free', honest.indexOf('ispe'), 'latin1');
    assert.equal(await reasonOf(hiding), 'broken');
  });

  test('a PDF of very many pages, of pages without end, or of none', async () => {
    await accepted(pdfExample({ pages: 2 }));
    assert.equal(await reasonOf(pdfExample({ pages: 5000 })), 'too-many-pages');
    const own = pdfExample().toString('latin1').replace('/Kids [4 0 R]', '/Kids [2 0 R]');
    assert.notEqual(await reasonOf(Buffer.from(own, 'latin1')), 'accepted');
    assert.equal(await reasonOf(pdfExample({ pages: 0 })), 'broken');
  });
});

/** A JPEG of one colour whose every further scan is a few bytes, and asks to go over all of it again. */
function jpegOfScans(width: number, height: number, scans: number): Buffer {
  const two = (value: number) => [value >> 8, value & 255];
  const segment = (marker: number, ...content: readonly number[]) =>
    Buffer.from([0xff, marker, ...two(content.length + 2), ...content]);
  const table = (first: number, symbol: number) =>
    segment(0xc4, first, 1, ...Array<number>(15).fill(0), symbol);
  const scan = (...content: readonly number[]) => segment(0xda, 1, 1, 0, ...content);
  const blocks = Math.ceil(width / 8) * Math.ceil(height / 8);
  const runs = Math.ceil(blocks / 32_767);
  const empty = Buffer.alloc(Math.ceil((runs * 15) / 8) + 1, 0);
  const further = Array.from({ length: scans - 1 }, (_, index) => [
    scan(1 + (index % 63), 1 + (index % 63), index < 63 ? 0x0d : 0xdc),
    empty,
  ]).flat();
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xdb, 0, ...Array<number>(64).fill(1)),
    segment(0xc2, 8, ...two(height), ...two(width), 1, 1, 0x11, 0),
    table(0, 0),
    table(0x10, 0xe0),
    scan(0, 0, 0),
    Buffer.alloc(Math.ceil(blocks / 8), 0),
    ...further,
    Buffer.from([0xff, 0xd9]),
  ]);
}

test('M05 a JPEG of very many scans costs no more than one of a few', async () => {
  await accepted(
    await sharp({ create: { width: 4000, height: 3000, channels: 3, background: '#204a87' } })
      .jpeg({ progressive: true })
      .toBuffer(),
  );
  for (const [width, height, scans] of [
    [7000, 7000, 40],
    [7000, 7000, 500],
    [2000, 2000, 2000],
    [7000, 7000, 25],
  ] as const)
    assert.equal(await reasonOf(jpegOfScans(width, height, scans)), 'too-many-pixels', `${width} ${scans}`);
});

test('M05 white space before a PDF is passed over, anything else is not', async () => {
  const pdf = pdfExample();
  for (const before of ['\n', '\r\n', '\ufeff', '\ufeff\n'])
    await accepted(Buffer.concat([Buffer.from(before), pdf]));
  for (const before of ['x', '<html>', 'GIF89a', '\n'.repeat(40)])
    assert.equal(await reasonOf(Buffer.concat([Buffer.from(before), pdf])), 'type', before);
});

describe('M05 a file that cannot be read', () => {
  test('nothing at all', async () => {
    assert.equal(await reasonOf(Buffer.alloc(0)), 'empty');
  });

  test('one byte more than ten megabytes', async () => {
    const jpeg = await jpegExample();
    const filled = (length: number) => Buffer.concat([jpeg, Buffer.alloc(length - jpeg.length)]);
    await accepted(filled(documentBounds.bytes));
    assert.equal(await reasonOf(filled(documentBounds.bytes + 1)), 'too-large');
  });

  test('a picture that was cut off', async () => {
    for (const honest of [await jpegExample(), await pngExample(), heicExample()]) {
      await accepted(honest);
      for (const part of [0.5, 0.9])
        assert.equal(await reasonOf(honest.subarray(0, Math.floor(honest.length * part))), 'broken');
    }
  });

  test('a PDF with a password', async () => {
    await accepted(pdfExample());
    assert.equal(await reasonOf(pdfExample({ isEncrypted: true })), 'password');
  });

  test('a PDF that is one in name only', async () => {
    assert.equal(await reasonOf(Buffer.from('%PDF-1.7\nnothing\n%%EOF\n')), 'broken');
  });

  test('any file that was changed anywhere ends in a word, and the next one is read', async () => {
    const honest = [await jpegExample(32, 32), await pngExample(32, 32), heicExample(), pdfExample()];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...honest),
        fc.array(fc.tuple(fc.noBias(fc.nat(9999)), fc.nat(255)), {
          minLength: 1,
          maxLength: 20,
        }),
        async (bytes, changes) => {
          const changed = Buffer.from(bytes);
          for (const [place, value] of changes)
            changed.writeUInt8(value, Math.floor((place / 10_000) * changed.length));
          assert.match(
            await reasonOf(changed),
            /^(accepted|broken|type|password|too-many-pixels|too-many-pages)$/,
          );
        },
      ),
      { numRuns: 30 },
    );
    await accepted(await jpegExample());
  });
});

test('M05 where and with what a picture was taken does not stay in it', async () => {
  const jpeg = await jpegExample();
  const before = await sharp(jpeg).metadata();
  assert.ok(before.exif?.includes('Anna Musterfrau'));
  const document = await accepted(jpeg);
  for (const { bytes } of [document.original, document.thumbnail]) {
    const { exif, xmp, iptc, icc, orientation, comments } = await sharp(bytes).metadata();
    assert.deepEqual([exif, xmp, iptc, icc, orientation, comments], Array.from({ length: 6 }));
    assert.doesNotMatch(Buffer.from(bytes).toString('latin1'), /Exif|Anna|Telephone/);
  }
});

describe('M05 a file that a virus scanner knows', () => {
  test('is refused, as it is and inside a picture; others are clean', async (t) => {
    const { address } = await startFakeClamd(t);
    const scanning = openDocumentReader({ scanner: openClamav(address) });
    const jpeg = await jpegExample();
    const honest = await scanning.prepare(jpeg, 'paspoort.jpg');
    assert.equal(honest.kind === 'accepted' && honest.document.scan, 'clean');
    for (const harmful of [eicarExample(), Buffer.concat([jpeg, eicarExample()])]) {
      const outcome = await scanning.prepare(harmful, 'paspoort.jpg');
      assert.deepEqual(outcome, { kind: 'refused', reason: 'harmful' });
    }
  });

  test('no file is taken while the scanner does not answer', async (t) => {
    const { address } = await startFakeClamd(t, 'gone');
    const scanning = openDocumentReader({ scanner: openClamav(address) });
    const outcome = await scanning.prepare(await jpegExample(), 'paspoort.jpg');
    assert.deepEqual(outcome, { kind: 'refused', reason: 'not-now' });
  });
});
