import type { Language } from '../../../base/language.ts';
import {
  type FilledBlock,
  fillBlocks,
  fillIn,
  type MailFrame,
  type MailTemplate,
  renderMail,
  renderWording,
} from '../../../domain/notification/index.ts';
import type { Frame } from '../../ui/frame.ts';
import { type Html, html } from '../../ui/html.ts';
import { disclosure } from '../../ui/parts.ts';

export type PreviewProps = {
  readonly values: Readonly<Record<string, string>>;
  /** What stands around it; `null` for a wording. */
  readonly mailFrame: MailFrame | null;
};

/** A text with example values, as it will be read: drawn from its parts by our own template, so that nothing in it can act. */
export function mailPreview(
  { words }: Frame,
  template: MailTemplate,
  { values, mailFrame }: PreviewProps,
): Html {
  const plain =
    mailFrame === null ? renderWording(template, values) : renderMail(template, values, mailFrame).text;
  const blocks = fillBlocks(template.body, values, mailFrame?.linkNote ?? null);
  return html`<section class="card" aria-labelledby="preview"><h2 id="preview">${words.say('desk.template.preview')}</h2>
<p class="hint">${words.say('desk.template.preview.hint')}</p>
<div class="mail-preview" lang="${template.language satisfies Language}"><p class="subject"><strong>${fillIn(template.subject, values)}</strong></p>
${[...blocks, ...(mailFrame?.closing ?? []), ...(mailFrame?.foot ?? [])].map(blockOf)}</div>
${disclosure(words.say('desk.template.preview.text'), html`<pre class="plain" lang="${template.language}">${plain}</pre>`)}</section>`;
}

/** A button is no link here: its address leads to nobody's request. */
function blockOf(block: FilledBlock): Html {
  switch (block.kind) {
    case 'paragraph':
      return html`<p class="value">${block.lines.join('\n')}</p>`;
    case 'list':
      return html`<ul class="bullets">${block.items.map((item) => html`<li>${item}</li>`)}</ul>`;
    case 'button':
      return html`<p><span class="btn">${block.words}</span></p>${block.note && html`<p class="hint">${block.note}</p>`}`;
    case 'heading':
      return html`<p><strong>${block.words}</strong></p>`;
  }
}
