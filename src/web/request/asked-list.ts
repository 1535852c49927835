import type { AskedThing, RequestView } from '../../domain/casework/index.ts';
import type { Frame } from '../ui/frame.ts';
import { type Fragment, html } from '../ui/html.ts';

/** Everything that the agent asked for, each ticked off once it is there, with the way to send what is not. */
export function askedList(frame: Frame, view: RequestView): Fragment {
  const { words } = frame;
  const { asked, arriving } = view;
  if (asked === null) return null;
  const items = asked.things.map((thing) => {
    const { arrivedAt } = thing;
    const state =
      arrivedAt === null
        ? words.say(isBrought(view, thing) ? 'answer.bring' : 'answer.missing')
        : words.say('answer.arrived', { date: words.date(arrivedAt) });
    return html`<li${arrivedAt && html` class="done"`}><b>${nameOf(frame, thing)}</b><small>${state}</small>${arrivedAt === null && view.mayUpload && sendLink(frame, thing)}</li>`;
  });
  return html`<h2>${words.say('answer.list')}</h2>
<ol class="steps">${items}</ol>
${arriving > 0 && html`<p role="status">${words.say('answer.arriving')} <a href="/request/status">${words.say('answer.arriving.look')}</a></p>`}
${someOf(frame, view)}`;
}

/** An office looks at the documents themselves. */
function isBrought({ stage }: RequestView, thing: AskedThing): boolean {
  return stage.kind === 'handed-over' && thing.kind === 'document';
}

/** How much is there, and until when the rest can come. */
function someOf({ words }: Frame, { asked, stage }: RequestView): Fragment {
  const total = asked?.things.length ?? 0;
  const arrived = asked?.things.filter(({ arrivedAt }) => arrivedAt !== null).length ?? 0;
  if (stage.kind !== 'action-needed' || arrived === 0) return null;
  return html`<p>${words.mark('answer.some', { arrived, total, date: words.date(stage.dueOn) })}</p>`;
}

function nameOf({ words }: Frame, thing: AskedThing): string {
  if (thing.kind === 'document') return words.say(`documents.kind.${thing.document}`);
  return words.say(thing.kind === 'words' ? 'answer.words' : 'answer.any');
}

function sendLink(frame: Frame, thing: AskedThing): Fragment {
  const { words } = frame;
  if (thing.kind !== 'document') return null;
  return html`<a href="/request/documents?kind=${thing.document}">${words.say('answer.send')}<span class="vh">: ${nameOf(frame, thing)}</span></a>`;
}
