import { fileTypeFromBuffer } from 'file-type';
import type { UploadedType } from '../../domain/documents/index.ts';

/** Every type begins at the first byte, but for white space before a PDF: readers that search for a beginning further on are what polyglots live on. */
const beginnings: readonly {
  readonly type: UploadedType;
  readonly media: string;
  readonly matches: RegExp;
}[] = [
  { type: 'jpeg', media: 'image/jpeg', matches: /^ffd8ff[c-f]/ },
  { type: 'png', media: 'image/png', matches: /^89504e470d0a1a0a0000000d49484452/ },
  // A box `ftyp` with one of the brands of a still picture: heic, heix, mif1.
  { type: 'heic', media: 'image/hei', matches: /^0000[0-9a-f]{4}66747970(68656963|68656978|6d696631)/ },
  { type: 'pdf', media: 'application/pdf', matches: /^255044462d3[12]2e3\d/ },
];

/** A mark of the byte order or a few line ends: programs write them before a PDF, and every reader passes over them. */
const BEFORE_A_PDF = /^(?:efbbbf)?(?:0d|0a|09|20){0,8}(?=25504446)/;

/** What a file is by its content, on which two readers agree; `null` when it is nothing that we take. */
export async function recognizeType(bytes: Uint8Array): Promise<UploadedType | null> {
  const head = Buffer.from(bytes.subarray(0, 32)).toString('hex');
  const [before = ''] = BEFORE_A_PDF.exec(head) ?? [];
  const ours = beginnings.find(({ matches }) => matches.test(head.slice(before.length)));
  if (!ours) return null;
  const theirs = await fileTypeFromBuffer(bytes.subarray(before.length / 2));
  return theirs?.mime.startsWith(ours.media) ? ours.type : null;
}
