/** One line of a file, without its line break; of one that is too long only the beginning. */
export type Line = { readonly line: number; readonly text: string; readonly isTooLong: boolean };

/** How the letters of a file are written. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

const BREAK = /\r\n|\n|\r/;

/** Cuts bytes into lines, whichever of the three line breaks ends them, never holding more than one chunk and `longest` characters. */
export async function* linesOf(
  bytes: AsyncIterable<Uint8Array>,
  longest: number,
  encoding: Encoding = 'utf-8',
): AsyncGenerator<Line> {
  const decoder = new TextDecoder(encoding);
  let line = 1;
  let rest = '';
  let isTooLong = false;
  for await (const chunk of bytes) {
    const text = rest + decoder.decode(chunk, { stream: true });
    // Whether a line feed follows shows in the next chunk.
    const held = text.endsWith('\r') ? '\r' : '';
    const parts = text.slice(0, text.length - held.length).split(BREAK);
    rest = parts.pop() ?? '';
    for (const part of parts) {
      yield lineFrom(line, part, isTooLong, longest);
      isTooLong = false;
      line += 1;
    }
    if (rest.length > longest) {
      rest = rest.slice(0, longest);
      isTooLong = true;
    }
    rest += held;
  }
  rest += decoder.decode();
  const whole = rest.endsWith('\r') ? rest.slice(0, -1) : rest;
  if (rest !== '' || isTooLong) yield lineFrom(line, whole, isTooLong, longest);
}

function lineFrom(line: number, text: string, isCut: boolean, longest: number): Line {
  return { line, text, isTooLong: isCut || text.length > longest };
}
