import type { Language } from '../../base/language.ts';
import { fillIn, type Values, valueAt } from './fill-in.ts';
import type { Block } from './parse-body.ts';

const BUTTON =
  'display:inline-block;padding:12px 20px;background:#1d4f91;color:#ffffff;text-decoration:none;border-radius:6px';

/** The HTML of a mail: paragraphs, lists and links, no picture, no script, nothing from another place. */
export function renderHtml(
  blocks: readonly Block[],
  about: { readonly values: Values; readonly subject: string; readonly language: Language },
): string {
  const { values, subject, language } = about;
  const body = blocks.map((block) => htmlOf(block, values)).join('\n');
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>
<body>
${body}
</body>
</html>
`;
}

function htmlOf(block: Block, values: Values): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${block.lines.map((line) => escapeHtml(fillIn(line, values))).join('<br>\n')}</p>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${escapeHtml(fillIn(item, values))}</li>`).join('')}</ul>`;
    case 'button':
      return buttonOf(block.words, valueAt(values, block.placeholder), values);
    case 'insert':
      return paragraphsOf(fillIn(`{${block.placeholder}}`, values));
  }
}

/** Only an address of the web becomes a link. */
function buttonOf(words: string, address: string | undefined, values: Values): string {
  const shown = escapeHtml(fillIn(words, values));
  if (address === undefined || !/^https?:\/\/[^\s"'<>\\]+$/.test(address)) return `<p>${shown}</p>`;
  return `<p><a href="${escapeHtml(address)}" style="${BUTTON}">${shown}</a></p>`;
}

function paragraphsOf(text: string): string {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${paragraph.split('\n').map(escapeHtml).join('<br>\n')}</p>`)
    .join('\n');
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
