import type { Language } from '../../../base/language.ts';
import {
  type FilledBlock,
  fillBlocks,
  type MailTemplate,
  mailKeys,
  renderMail,
  renderWording,
} from '../../../domain/notification/index.ts';
import type { Frame } from '../../ui/frame.ts';
import { type Html, html } from '../../ui/html.ts';
import { disclosure } from '../../ui/parts.ts';

/** A text with example values, as it will be read: drawn from its parts by our own template, so that nothing in it can act. */
export function mailPreview(
  { words }: Frame,
  template: MailTemplate,
  values: Readonly<Record<string, string>>,
): Html {
  const { subject, text } = renderMail(template, values);
  const plain = mailKeys.some((key) => key === template.key) ? text : renderWording(template, values);
  return html`<section class="card" aria-labelledby="preview"><h2 id="preview">${words.say('desk.template.preview')}</h2>
<p class="hint">${words.say('desk.template.preview.hint')}</p>
<div class="mail-preview" lang="${template.language satisfies Language}"><p class="subject"><strong>${subject}</strong></p>
${fillBlocks(template.body, values).map(blockOf)}</div>
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
      return html`<p><span class="btn">${block.words}</span></p>`;
  }
}
