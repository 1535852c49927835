/** A part of the body of a template. Words may still hold placeholders. */
export type Block =
  | { readonly kind: 'paragraph'; readonly lines: readonly string[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** `[words]({link})`, alone on its line. */
  | { readonly kind: 'button'; readonly words: string; readonly placeholder: string }
  /** A placeholder alone: what stands there may have paragraphs of its own. */
  | { readonly kind: 'insert'; readonly placeholder: string };

/** Takes the body of a template apart. Everything that is not markup is words. */
export function parseBody(body: string): readonly Block[] {
  return body
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n/)
    .map((part) => part.split('\n').map((line) => line.trim()))
    .map((lines) => lines.filter((line) => line !== ''))
    .filter((lines) => lines.length > 0)
    .flatMap(blocksOf);
}

function blocksOf(lines: readonly string[]): readonly Block[] {
  const blocks: Block[] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    const alone = blockOfLine(line);
    if (alone !== null) blocks.push(alone);
    else if (line.startsWith('- ')) {
      const item = line.slice(2).trim();
      if (last?.kind === 'list') blocks[blocks.length - 1] = { ...last, items: [...last.items, item] };
      else blocks.push({ kind: 'list', items: [item] });
    } else if (last?.kind === 'paragraph')
      blocks[blocks.length - 1] = { ...last, lines: [...last.lines, line] };
    else blocks.push({ kind: 'paragraph', lines: [line] });
  }
  return blocks;
}

function blockOfLine(line: string): Block | null {
  const button = /^\[([^[\]]{1,100})\]\(\{([A-Za-z]{1,30})\}\)$/.exec(line);
  if (button) return { kind: 'button', words: button[1] ?? '', placeholder: button[2] ?? '' };
  const insert = /^\{([A-Za-z]{1,30})\}$/.exec(line);
  return insert ? { kind: 'insert', placeholder: insert[1] ?? '' } : null;
}
