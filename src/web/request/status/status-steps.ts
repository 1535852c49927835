import type { RequestView, StatusStep } from '../../../domain/casework/index.ts';
import type { Frame } from '../../ui/frame.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import { timeTag } from '../../ui/parts.ts';

/** How a step looks; its state stands in words beside it. */
const looks: Readonly<Record<StatusStep['state'], string>> = {
  done: 'done',
  now: 'now',
  'action-needed': 'now act',
  'to-come': '',
  stopped: 'stopped',
};

/** The fixed steps of a request: the state of each in words, when, and by whom. */
export function statusSteps(frame: Frame, { steps, usualDays }: RequestView): Html {
  const { words } = frame;
  return html`<ol class="steps">${steps.map((step) => {
    const expected: Fragment =
      step.step === 'decision' &&
      step.state !== 'done' &&
      step.state !== 'stopped' &&
      usualDays !== null &&
      html`<small>${words.say('status.progress.usual', { days: usualDays })}</small>`;
    return html`<li class="${looks[step.state]}"><b>${words.say(`status.step.${step.step}`)}</b><small><strong>${words.say(`status.state.${step.state}`)}</strong> · ${words.say(`status.who.${step.who}`)}${step.at && html` · ${timeTag(words, step.at)}`}</small>${expected}</li>`;
  })}</ol>`;
}
