import { colonIn } from '../../base/in-writing.ts';
import type { Language } from '../../base/language.ts';
import { type FilledBlock, fillBlocks } from './fill-blocks.ts';
import { fillIn, type Values } from './fill-in.ts';
import { renderHtml } from './render-html.ts';
import type { MailTemplate } from './template.ts';
import type { MailFrame } from './write-frame.ts';

/** A mail as it will be read, in both forms. */
export type RenderedMail = { readonly subject: string; readonly text: string; readonly html: string };

const LONGEST_SUBJECT = 150;
const RULE = '—————';

/**
 * Fills in a template. Values are words and nothing else: no markup, no placeholder and no line break of a header comes out of
 * one. The subject is one line. Both forms are made of the same parts, so that they say the same.
 */
export function renderMail(template: MailTemplate, values: Values, frame: MailFrame): RenderedMail {
  const { language } = template;
  const subject = oneLine(fillIn(template.subject, values));
  const body = [...fillBlocks(template.body, values, frame.linkNote), ...frame.closing];
  const head = frame.authority === null ? frame.service : `${frame.service} – ${frame.authority}`;
  const [words, foot] = [body, frame.foot].map((blocks) => blocks.map((block) => textOf(block, language)));
  return {
    subject,
    text: `${[head, ...(words ?? []), RULE, ...(foot ?? [])].join('\n\n')}\n`,
    html: renderHtml({ head, subject, language, body, foot: frame.foot }),
  };
}

/** The words of a wording, for an agent to change before they go into a mail. */
export function renderWording(template: MailTemplate, values: Values): string {
  return fillBlocks(template.body, values)
    .map((block) => textOf(block, template.language))
    .join('\n\n');
}

function textOf(block: FilledBlock, language: Language): string {
  switch (block.kind) {
    case 'paragraph':
      return block.lines.join('\n');
    case 'heading':
      return block.words;
    case 'list':
      return block.items.map((item) => `- ${item}`).join('\n');
    case 'button': {
      const lines = [`${block.words}${colonIn(language)}`, block.address];
      return [...lines, ...(block.note === null ? [] : ['', block.note])].join('\n');
    }
  }
}

/** One line without control characters, cut to a length that every reader shows. */
function oneLine(text: string): string {
  const clean = text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  const letters = [...clean];
  return letters.length <= LONGEST_SUBJECT ? clean : `${letters.slice(0, LONGEST_SUBJECT - 1).join('')}…`;
}
