import type { PlainKey } from '../../texts/values.ts';
import { type Html, html } from '../../ui/html.ts';
import type { JourneyProps } from '../../ui/journey-page.ts';
import { answerForm } from '../../ui/parts.ts';

type Remembers = NonNullable<JourneyProps<'means'>['remembers']>;

/** What is said, and the wishes that can be answered (`web/login/remembered-means.ts`), each with its words. */
const lines: Readonly<Record<Remembers, readonly [PlainKey, readonly (readonly [string, PlainKey])[]]>> = {
  nothing: ['means.remembers', [['shared', 'means.shared']]],
  means: [
    'means.remembered',
    [
      ['forget', 'means.forget'],
      ['shared', 'means.shared'],
    ],
  ],
  shared: ['means.isShared', [['own', 'means.own']]],
};

/** What this browser remembers for the next login, and how one stops that: on the page where a login begins. */
export function rememberingLine({
  frame,
  remembers = 'nothing',
}: Pick<JourneyProps<'means'>, 'frame' | 'remembers'>): Html {
  const [text, wishes] = lines[remembers];
  const { words } = frame;
  const buttons = wishes.map(([wish, label]) =>
    answerForm(
      frame,
      'remember',
      html`<button class="linkish" name="means" value="${wish}">${words.say(label)}</button>`,
      'inline',
    ),
  );
  return html`<div class="remembers"><p class="hint">${words.say(text)}</p>${buttons}</div>`;
}
