import { html } from './html.ts';
import { onceIn } from './once-in.ts';
import { disclosure } from './parts.ts';

const advice = ['eid', 'passkey', 'app', 'email'] as const;

/** Which means fits whom, in plain words. */
export const meansAdvice = onceIn((words) =>
  disclosure(
    words.say('advice.title'),
    html`<ul class="bullets">${advice.map((each) => html`<li>${words.mark(`advice.${each}`)}</li>`)}</ul><p>${words.say('advice.two')}</p>`,
  ),
);
