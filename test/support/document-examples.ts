import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** A coloured rectangle with a lighter corner, so that turning it shows. */
function picture(width: number, height: number) {
  const corner = { create: { width: 8, height: 8, channels: 3, background: '#f5e6a0' } } as const;
  return sharp({ create: { width, height, channels: 3, background: '#204a87' } }).composite([
    { input: corner, left: 0, top: 0 },
  ]);
}

/** A photograph as a telephone makes it: with the place where it was taken, lying on its side. */
export async function jpegExample(width = 320, height = 240): Promise<Buffer> {
  const image = picture(width, height).withExif({
    IFD0: { Model: 'Telephone of Anna', Artist: 'Anna Musterfrau' },
    IFD3: {
      GPSLatitudeRef: 'N',
      GPSLatitude: '51/1 3/1 16/1',
      GPSLongitudeRef: 'E',
      GPSLongitude: '3/1 43/1 0/1',
    },
  });
  return image.withMetadata({ orientation: 6 }).jpeg().toBuffer();
}

export async function pngExample(width = 320, height = 240): Promise<Buffer> {
  return picture(width, height).png().toBuffer();
}

export async function gifExample(): Promise<Buffer> {
  return picture(32, 32).gif().toBuffer();
}

export async function avifExample(): Promise<Buffer> {
  return picture(64, 64).avif().toBuffer();
}

/** A still of 64 by 48 pixels, HEVC; a blue quarter on red. No package here can make one. */
export function heicExample(): Buffer {
  return Buffer.from(
    [
      'AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAX1tZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAACJpbG9jAA',
      'AAAERAAAEAAQAAAAABoQABAAAAAAAAAEwAAAAjaWluZgAAAAAAAQAAABVpbmZlAgAAAAABAABodmMxAAAAAA5waXRtAAAAAAABAAAA/WlwcnAA',
      'AADdaXBjbwAAAHZodmNDAQNwAAAAkAAAAAAAHvAA/P34+AAADwNgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAHroCQGEAAQAqQgEBA3AAAAMAkA',
      'AAAwAAAwAeoCCBBZbq5Ka5uAhoMCAAAAMDIAAAAwAhYgABAAZEAcFzwIkAAAATY29scm5jbHgAAQANAAaAAAAAFGlzcGUAAAAAAAAAQAAAAEAA',
      'AAAoY2xhcAAAAEAAAAABAAAAMAAAAAEAAAAAAAAAAv////AAAAACAAAAEHBpeGkAAAAAAwgICAAAABhpcG1hAAAAAAAAAAEAAQWBAgMFhAAAAF',
      'RtZGF0AAAASCgBrxOA5TH3/9JlEHGaD9DJmTqDEKLkFf+Bay6PcsQbjdkuk/Fjf/W7LfzStpgsHqtgwUbiyVGTGvzaikwMEBniO0UStlfz2Q==',
    ].join(''),
    'base64',
  );
}

/** A PNG that announces a size and holds these rows. */
export function pngOf(width: number, height: number, rows: Uint8Array): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(1, 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

export function pngChunk(name: string, content: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

export type PdfExample = {
  readonly pages?: number;
  /** In points. */
  readonly width?: number;
  readonly height?: number;
  /** JavaScript that runs when a reader opens the file. */
  readonly script?: string;
  readonly isEncrypted?: boolean;
};

/** A PDF by hand: a line of text on every page. */
export function pdfExample(wishes: PdfExample = {}): Buffer {
  const { pages = 1, width = 595, height = 842, script, isEncrypted = false } = wishes;
  const numbers = Array.from({ length: pages }, (_, index) => 4 + 2 * index);
  const kids = numbers.map((number) => `${number} 0 R`).join(' ');
  const action = script === undefined ? '' : ` /OpenAction << /S /JavaScript /JS (${script}) >>`;
  const bodies = [
    `<< /Type /Catalog /Pages 2 0 R${action} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...numbers.flatMap((number) => {
      const text = `BT /F1 24 Tf 40 ${height - 60} Td (Page ${(number - 2) / 2}) Tj ET`;
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents ${number + 1} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
        `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
      ];
    }),
    // Standard security handler with keys that belong to no empty password (ISO 32000-1, 7.6.3).
    ...(isEncrypted
      ? [`<< /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >>`]
      : []),
  ];
  return writePdf(bodies, isEncrypted);
}

function writePdf(bodies: readonly string[], isEncrypted: boolean): Buffer {
  let text = '%PDF-1.7\n';
  const places = bodies.map((body, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const encrypt = isEncrypted ? ` /Encrypt ${bodies.length} 0 R /ID [<01> <01>]` : '';
  const trailer = `trailer << /Size ${bodies.length + 1} /Root 1 0 R${encrypt} >>`;
  const start = text.length;
  text += `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${table}${trailer}\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

/** The test file of EICAR, which every scanner takes for harmful; in pieces, so that none takes this file for it. */
export function eicarExample(): Buffer {
  const pieces = ['X5O!P%@AP[4', '\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-', 'ANTIVIRUS-TEST', '-FILE!$H+H*'];
  return Buffer.from(pieces.join(''), 'latin1');
}
