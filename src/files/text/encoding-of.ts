import type { Encoding } from './lines-of.ts';

/**
 * How a file is written: UTF-16 says so by its first bytes. Otherwise UTF-8, unless it holds bytes that are not and no letter that is: then
 * Windows-1252, which is what Belgian spreadsheets write. A file that has both is UTF-8 with broken rows.
 */
export async function encodingOf(bytes: AsyncIterable<Uint8Array>): Promise<Encoding> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let start: Uint8Array = new Uint8Array();
  let isBroken = false;
  for await (const chunk of bytes) {
    if (start.length < 3) {
      start = Buffer.concat([start, chunk.subarray(0, 3)]);
      if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
      if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
    }
    const text = decoder.decode(chunk, { stream: true });
    // The mark of UTF-8 in front counts as one of its letters.
    if (/[^\0-\x7f\ufffd]/.test(text)) return 'utf-8';
    isBroken ||= text.includes('\ufffd');
  }
  return isBroken || decoder.decode().includes('\ufffd') ? 'windows-1252' : 'utf-8';
}
