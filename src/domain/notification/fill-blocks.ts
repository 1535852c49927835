import { fillIn, type Values, valueAt } from './fill-in.ts';
import { type Block, parseBody } from './parse-body.ts';

/** A part of a mail as it will be read: for a page that shows how it looks. */
export type FilledBlock =
  | { readonly kind: 'paragraph'; readonly lines: readonly string[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'button'; readonly words: string; readonly address: string };

/** The body of a template with its placeholders filled in, part by part. */
export function fillBlocks(body: string, values: Values): readonly FilledBlock[] {
  return parseBody(body).flatMap((block) => fillBlock(block, values));
}

function fillBlock(block: Block, values: Values): readonly FilledBlock[] {
  switch (block.kind) {
    case 'paragraph':
      return [{ kind: 'paragraph', lines: block.lines.map((line) => fillIn(line, values)) }];
    case 'list':
      return [{ kind: 'list', items: block.items.map((item) => fillIn(item, values)) }];
    case 'button':
      return [
        {
          kind: 'button',
          words: fillIn(block.words, values),
          address: valueAt(values, block.placeholder) ?? '',
        },
      ];
    case 'insert':
      return fillIn(`{${block.placeholder}}`, values)
        .split(/\n\s*\n/)
        .map((text) => ({ kind: 'paragraph', lines: text.split('\n') }));
  }
}
