import { placeholdersOf, type TemplateKey } from '../../../domain/notification/index.ts';
import type { Frame } from '../../ui/frame.ts';
import { type Html, html } from '../../ui/html.ts';

/** What may stand between braces in a text, what each becomes, and how lists and buttons are written. */
export function placeholderList(
  { words }: Frame,
  key: TemplateKey,
  values: Readonly<Record<string, string>>,
): Html {
  const { required, optional } = placeholdersOf(key);
  const row = (name: (typeof required)[number], needed: boolean) =>
    html`<div><dt><code translate="no">{${name}}</code>${needed && html` <small>${words.say('desk.template.needed')}</small>`}</dt><dd>${words.say(`desk.placeholder.${name}`)}<small>${example(values[name] ?? '')}</small></dd></div>`;
  return html`<section class="card" aria-labelledby="placeholders"><h2 id="placeholders">${words.say('desk.template.placeholders')}</h2>
<dl class="sum plain stacked">${required.map((name) => row(name, true))}${optional.map((name) => row(name, false))}</dl>
<p class="hint">${words.say('desk.template.markup')}</p></section>`;
}

function example(value: string): string {
  const line = value.split('\n')[0] ?? '';
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
