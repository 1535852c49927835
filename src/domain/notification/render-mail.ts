import { colons } from '../../base/in-writing.ts';
import type { Language } from '../../base/language.ts';
import { fillIn, type Values } from './fill-in.ts';
import { type Block, parseBody } from './parse-body.ts';
import { renderHtml } from './render-html.ts';
import type { MailTemplate } from './template.ts';

/** A mail as it will be read, in both forms. */
export type RenderedMail = { readonly subject: string; readonly text: string; readonly html: string };

const LONGEST_SUBJECT = 150;

/**
 * Fills in a template. Values are words and nothing else: no markup, no placeholder and no line break of a header comes out of
 * one. The subject is one line.
 */
export function renderMail(template: MailTemplate, values: Values): RenderedMail {
  const blocks = parseBody(template.body);
  const subject = oneLine(fillIn(template.subject, values));
  return {
    subject,
    text: `${blocks.map((block) => textOf(block, values, template.language)).join('\n\n')}\n`,
    html: renderHtml(blocks, { values, subject, language: template.language }),
  };
}

/** The words of a wording, for an agent to change before they go into a mail. */
export function renderWording(template: MailTemplate, values: Values): string {
  return parseBody(template.body)
    .map((block) => textOf(block, values, template.language))
    .join('\n\n');
}

function textOf(block: Block, values: Values, language: Language): string {
  switch (block.kind) {
    case 'paragraph':
      return block.lines.map((line) => fillIn(line, values)).join('\n');
    case 'list':
      return block.items.map((item) => `- ${fillIn(item, values)}`).join('\n');
    case 'button':
      return `${fillIn(block.words, values)}${colons[language]}\n${fillIn(`{${block.placeholder}}`, values)}`;
    case 'insert':
      return fillIn(`{${block.placeholder}}`, values);
  }
}

/** One line without control characters, cut to a length that every reader shows. */
function oneLine(text: string): string {
  const clean = text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  const letters = [...clean];
  return letters.length <= LONGEST_SUBJECT ? clean : `${letters.slice(0, LONGEST_SUBJECT - 1).join('')}…`;
}
