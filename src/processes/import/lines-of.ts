/** One line of a file, without its line break; of one that is too long only the beginning. */
export type Line = { readonly line: number; readonly text: string; readonly isTooLong: boolean };

/** Cuts UTF-8 bytes into lines, never holding more than one chunk and `longest` characters. A BOM is dropped. */
export async function* linesOf(bytes: AsyncIterable<Uint8Array>, longest: number): AsyncGenerator<Line> {
  const decoder = new TextDecoder('utf-8');
  let line = 1;
  let rest = '';
  let isTooLong = false;
  for await (const chunk of bytes) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n');
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
  }
  rest += decoder.decode();
  if (rest !== '' || isTooLong) yield lineFrom(line, rest, isTooLong, longest);
}

function lineFrom(line: number, text: string, isCut: boolean, longest: number): Line {
  const whole = text.endsWith('\r') ? text.slice(0, -1) : text;
  return { line, text: whole, isTooLong: isCut || whole.length > longest };
}
