import { fillIn, type Values, valueAt } from './fill-in.ts';
import { type Block, parseBody } from './parse-body.ts';

/** A part of a mail as it will be read, in whichever form. */
export type FilledBlock =
  | { readonly kind: 'paragraph'; readonly lines: readonly string[] }
  | { readonly kind: 'heading'; readonly words: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** `note` says how long the address works, and how often. */
  | {
      readonly kind: 'button';
      readonly words: string;
      readonly address: string;
      readonly note: string | null;
    };

/** The body of a template with its placeholders filled in, part by part. A button without an address is left out. */
export function fillBlocks(
  body: string,
  values: Values,
  linkNote: string | null = null,
): readonly FilledBlock[] {
  return parseBody(body).flatMap((block) => fillBlock(block, values, linkNote));
}

function fillBlock(block: Block, values: Values, note: string | null): readonly FilledBlock[] {
  switch (block.kind) {
    case 'paragraph':
      return [{ kind: 'paragraph', lines: block.lines.map((line) => fillIn(line, values)) }];
    case 'list':
      return [{ kind: 'list', items: block.items.map((item) => fillIn(item, values)) }];
    case 'button': {
      const address = valueAt(values, block.placeholder);
      if (address === undefined) return [];
      return [{ kind: 'button', words: fillIn(block.words, values), address, note }];
    }
    case 'insert':
      // Nobody wrote anything here.
      if (valueAt(values, block.placeholder) === '') return [];
      return fillIn(`{${block.placeholder}}`, values)
        .split(/\n\s*\n/)
        .map((text) => ({ kind: 'paragraph', lines: text.split('\n') }));
  }
}
