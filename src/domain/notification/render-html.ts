import type { Language } from '../../base/language.ts';
import type { FilledBlock } from './fill-blocks.ts';

const FONT = "font-family:'Source Sans 3','Segoe UI',system-ui,Arial,sans-serif";
const COLUMN = 'max-width:600px;margin:0 auto;padding:20px 16px;overflow-wrap:anywhere;word-break:break-word';
const styles = {
  page: `margin:0;padding:0;background:#f4f7f9;color:#17202a;${FONT};font-size:17px;line-height:1.5`,
  top: 'background:#14506b;color:#ffffff',
  title: 'margin:0;font-size:20px;line-height:1.3;font-weight:700;color:#ffffff',
  card: 'background:#ffffff;color:#17202a',
  paragraph: 'margin:0 0 16px',
  list: 'margin:0 0 16px;padding:0 0 0 24px',
  button:
    'display:inline-block;padding:12px 20px;background:#14506b;color:#ffffff;text-decoration:none;border-radius:6px;font-weight:600',
  small: 'margin:0 0 16px;font-size:15px;color:#4c5a67',
  heading: 'margin:16px 0 4px;font-size:16px;line-height:1.3;font-weight:700;color:#17202a',
} as const;

/** Mail programs that know dark screens read this; all others have the styles of each element. */
const DARK = `@media (prefers-color-scheme: dark) {
.page { background: #0d1318 !important; color: #e9eff4 !important; }
.card { background: #161f26 !important; color: #e9eff4 !important; }
.small { color: #a9b7c3 !important; }
.heading { color: #e9eff4 !important; }
.button { background: #7cc4e4 !important; color: #06202c !important; }
}`;

/** A mail in its parts, with what stands above and beneath them. */
export type HtmlMail = {
  readonly head: string;
  readonly subject: string;
  readonly language: Language;
  readonly body: readonly FilledBlock[];
  readonly foot: readonly FilledBlock[];
};

/**
 * The HTML of a mail, in the look of the pages: no picture, no script, nothing from another place, nothing that tells whether it was read.
 * Styles stand at each element, because mail programs throw style sheets away.
 */
export function renderHtml({ head, subject, language, body, foot }: HtmlMail): string {
  return `<!doctype html>
<html lang="${language}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(subject)}</title>
<style>
${DARK}
</style>
</head>
<body class="page" style="${styles.page}">
<div class="page" lang="${language}" style="${styles.page}">
<header style="${styles.top}"><div style="${COLUMN}"><h1 style="${styles.title}">${escapeHtml(head)}</h1></div></header>
<main class="card" style="${styles.card}"><div style="${COLUMN}">
${body.map((block) => htmlOf(block, 'paragraph')).join('\n')}
</div></main>
<footer><div style="${COLUMN}">
${foot.map((block) => htmlOf(block, 'small')).join('\n')}
</div></footer>
</div>
</body>
</html>
`;
}

function htmlOf(block: FilledBlock, style: 'paragraph' | 'small'): string {
  switch (block.kind) {
    case 'paragraph':
      return paragraphOf(block.lines, style);
    case 'heading':
      return `<h2 class="heading" style="${styles.heading}">${escapeHtml(block.words)}</h2>`;
    case 'list':
      return `<ul style="${styles.list}">${block.items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`;
    case 'button':
      return buttonOf(block);
  }
}

/** Only an address of the web becomes a link. It is written out beneath: who reads it sees where it leads, or types it. */
function buttonOf({ words, address, note }: Extract<FilledBlock, { kind: 'button' }>): string {
  const shown = escapeHtml(words);
  const written = paragraphOf([address], 'small');
  const said = note === null ? '' : `\n${paragraphOf([note], 'small')}`;
  if (!/^https?:\/\/[^\s"'<>\\]+$/.test(address))
    return `<p style="${styles.paragraph}">${shown}</p>\n${written}${said}`;
  const link = `<a class="button" href="${escapeHtml(address)}" style="${styles.button}">${shown}</a>`;
  return `<p style="${styles.paragraph}">${link}</p>\n${written}${said}`;
}

function paragraphOf(lines: readonly string[], style: 'paragraph' | 'small'): string {
  const small = style === 'small' ? ' class="small"' : '';
  return `<p${small} style="${styles[style]}">${lines.map(escapeHtml).join('<br>\n')}</p>`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
