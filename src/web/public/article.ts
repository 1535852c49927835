import type { KeyWith, PlainKey } from '../texts/values.ts';
import type { Frame } from '../ui/frame.ts';
import { type Fragment, type Html, html } from '../ui/html.ts';
import type { Contact } from '../ui/journey-page.ts';
import { layout } from '../ui/layout.ts';

/** A text with nothing in it but how to reach us, and marks. */
type ArticleKey = KeyWith<keyof Contact>;

/** One step of an explanation: a head, a text below it (may hold links), or a list. */
export type ArticleStep = {
  readonly head: PlainKey;
  readonly text?: ArticleKey;
  readonly links?: readonly string[];
  readonly list?: readonly PlainKey[];
};

/** A part of a page that explains something. */
export type ArticlePart =
  | { readonly kind: 'text'; readonly key: ArticleKey; readonly links?: readonly string[] }
  | { readonly kind: 'head'; readonly key: PlainKey }
  | { readonly kind: 'list'; readonly keys: readonly ArticleKey[] }
  | { readonly kind: 'steps'; readonly steps: readonly ArticleStep[] }
  | { readonly kind: 'own'; readonly content: Fragment };

export type Article = {
  readonly title: PlainKey;
  readonly lede: ArticleKey;
  readonly parts: readonly ArticlePart[];
  readonly values: Contact;
};

/** A page of explanation, outside any login. */
export function articlePage(frame: Frame, { title, lede, parts, values }: Article): Html {
  const { words } = frame;
  return layout(frame, {
    title: words.say(title),
    body: html`<h1>${words.say(title)}</h1>
<p class="lede">${words.mark(lede, values)}</p>
<div class="prose">${parts.map((part) => partOf(frame, part, values))}</div>`,
  });
}

function partOf({ words }: Frame, part: ArticlePart, values: Contact): Fragment {
  switch (part.kind) {
    case 'text':
      return html`<p>${words.mark(part.key, values, part.links)}</p>`;
    case 'head':
      return html`<h2>${words.say(part.key)}</h2>`;
    case 'list':
      return html`<ul class="bullets">${part.keys.map((key) => html`<li>${words.mark(key, values)}</li>`)}</ul>`;
    case 'steps':
      return html`<ol class="steps">${part.steps.map(
        ({ head, text, links, list }) =>
          html`<li><b>${words.say(head)}</b>${text && html`<small>${words.mark(text, values, links)}</small>`}${list && html`<ul class="bullets">${list.map((key) => html`<li>${words.say(key)}</li>`)}</ul>`}</li>`,
      )}</ol>`;
    case 'own':
      return part.content;
  }
}
