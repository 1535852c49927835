import type { RequestView } from '../../../domain/casework/index.ts';
import type { Frame } from '../../ui/frame.ts';
import { type Html, html } from '../../ui/html.ts';
import { timeTag } from '../../ui/parts.ts';
import { typedText } from '../request-facts.ts';

/** Messages both ways, oldest first. Agents have no name here. */
export function messageList({ words }: Frame, { messages, stage }: RequestView): Html {
  if (messages.length === 0) return html`<p class="hint">${words.say('status.messages.none')}</p>`;
  return html`<ol class="messages">${messages.map(
    ({ id, from, text, at, question }) =>
      html`<li class="${from.kind}"><p class="hint"><strong>${words.say(from.kind === 'agent' ? 'status.messages.agent' : 'status.messages.you')}</strong> ${timeTag(words, at)}</p>${question && html`<p class="hint">${words.say('status.messages.question', { date: words.date(stage.kind === 'action-needed' && stage.question.id === id ? stage.dueOn : question.dueOn) })}</p>`}<p>${typedText(text)}</p></li>`,
  )}</ol>`;
}
