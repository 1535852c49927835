import type { RequestView } from '../../domain/casework/index.ts';
import { refusalReasons } from '../../domain/casework/index.ts';
import { documentKinds } from '../../domain/documents/index.ts';
import type { Frame } from '../ui/frame.ts';
import { type Fragment, type Html, html } from '../ui/html.ts';
import { officeFacts } from '../ui/office-facts.ts';
import { banner } from '../ui/parts.ts';
import { typedText } from './request-facts.ts';

/** Where the request stands, in one message: what happened, and what there is to do. */
export function stageBanner(frame: Frame, view: RequestView): Html {
  const { stage } = view;
  const { words } = frame;
  switch (stage.kind) {
    case 'draft':
    case 'in-progress':
      return banner(
        'info',
        words.say('status.in-progress'),
        html`<p>${words.say('status.in-progress.text')}</p>`,
      );
    case 'action-needed': {
      // Once something came, the request does not end on that day: the list says what is still expected.
      const hasSome = view.asked?.things.some(({ arrivedAt }) => arrivedAt !== null) ?? false;
      return banner(
        'warn',
        words.say('status.action-needed'),
        html`<p>${typedText(stage.question.text)}</p>${!hasSome && html`<p>${words.mark('status.action-needed.due', { date: words.date(stage.dueOn) })}</p>`}`,
      );
    }
    case 'answered': {
      const isComplete = view.asked?.things.every(({ arrivedAt }) => arrivedAt !== null) ?? false;
      return banner(
        'ok',
        words.say(isComplete ? 'answer.complete' : 'answer.received'),
        html`<p>${words.say('answer.goesOn', { days: view.expectedDays })}</p>`,
      );
    }
    case 'replied':
      return banner(
        'ok',
        words.say('answer.replied'),
        html`<p>${words.say('answer.goesOn', { days: view.expectedDays })}</p>`,
      );
    case 'handed-over':
      return banner(
        'info',
        words.say('status.handed-over'),
        html`<p>${words.mark('status.handed-over.text', { office: stage.office }, ['/help/registration-office'])}</p>${stage.place && officeFacts(frame, stage.place)}<p>${words.say('status.handed-over.documents')}</p>`,
      );
    case 'number-assigned':
    case 'linked': {
      const date = words.date(stage.at);
      return banner(
        'ok',
        words.say(`status.${stage.kind}`),
        html`<p>${words.say(`status.${stage.kind}.text`, { date })}</p><p>${words.mark('status.linked.kept', {}, ['/privacy'])}</p>`,
      );
    }
    case 'refused':
      return banner(
        'warn',
        words.say('status.refused'),
        html`<p>${words.say('status.refused.text', { date: words.date(stage.at) })}</p><p>${words.say(`status.reason.${refusalReasons.find((each) => each === stage.reason) ?? 'other'}`)}</p><p>${typedText(stage.text)}</p>`,
      );
    case 'unlinked':
      return banner(
        'warn',
        words.say('status.unlinked'),
        html`<p>${words.say('status.unlinked.text', { date: words.date(stage.at) })}</p><p>${typedText(stage.text)}</p>`,
      );
    case 'matched':
    case 'draft-expired':
    case 'withdrawn':
    case 'expired':
      return banner(
        'info',
        words.say(`status.${stage.kind}`),
        html`<p>${words.say(`status.${stage.kind}.text`, { date: words.date(stage.at) })}</p>`,
      );
  }
}

/** What the agent asks for, by the names that the page for sending documents has. */
export function askedDocuments({ words }: Frame, asked: readonly string[]): Fragment {
  if (asked.length === 0) return null;
  const names = asked
    .map((each) => documentKinds.find((kind) => kind === each))
    .filter((kind) => kind !== undefined);
  return html`<p>${words.say('status.action-needed.documents')}</p><ul class="bullets">${names.map((kind) => html`<li>${words.say(`documents.kind.${kind}`)}</li>`)}</ul>`;
}
