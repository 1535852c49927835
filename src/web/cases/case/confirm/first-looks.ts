import type { CaseEventKind } from '../../../../domain/casework/index.ts';
import { type Fragment, html } from '../../../ui/html.ts';
import { timeTag } from '../../../ui/parts.ts';
import type { OpenedCase } from '../case-context.ts';
import { checks } from '../checks.ts';
import { eventWords } from '../page/event-words.ts';

const looks: readonly CaseEventKind[] = [
  'candidates-viewed',
  'register-searched',
  'document-viewed',
  'document-rejected',
  'number-viewed',
];

/** What whoever proposed it looked at, confirmed and noted, for the second one: each thing once, with the reason that was given for it. */
export function firstLooks({ frame, view }: OpenedCase): Fragment {
  const { words } = frame;
  const { state } = view.case;
  if (state.kind !== 'to-confirm') return null;
  const own = view.events.filter(
    ({ kind, by }) => looks.includes(kind) && 'person' in by && by.person === state.agent,
  );
  const once = new Map(own.map((event) => [`${eventWords(words, event, view)}\n${event.text ?? ''}`, event]));
  const items = [...once.values()].map(
    (event) =>
      html`<li>${eventWords(words, event, view)}, ${timeTag(words, event.at)}${event.text && html`<br><span class="value" dir="auto">${event.text}</span>`}</li>`,
  );
  const notes = view.notes.map(({ text }) => html`<li><span class="value" dir="auto">${text}</span></li>`);
  return html`<section class="card" aria-labelledby="looks"><h2 id="looks">${words.say('case.looks')}</h2>
${state.proposal.kind === 'new-number' && html`<p>${words.say('case.looks.confirmed')}</p><ul class="bullets">${checks.map((check) => html`<li>${words.say(`case.check.${check}`)}</li>`)}</ul>`}
${items.length === 0 ? html`<p>${words.say('case.looks.none')}</p>` : html`<ul class="bullets">${items}</ul>`}
${notes.length > 0 && html`<h3>${words.say('case.tab.notes')}</h3><ul class="bullets">${notes}</ul>`}</section>`;
}
