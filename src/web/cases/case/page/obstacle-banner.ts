import { type Fragment, html } from '../../../ui/html.ts';
import { banner, facts, timeTag } from '../../../ui/parts.ts';
import type { OpenedCase } from '../case-context.ts';
import type { Trouble } from '../trouble.ts';
import { eventWords } from './event-words.ts';
import { missingWords } from './missing-words.ts';
import { actorName } from './people-words.ts';

/** Why the form below was not taken, although what was typed is still there. */
export function obstacleBanner({ frame, view, path }: OpenedCase, { obstacle }: Trouble): Fragment {
  const { words } = frame;
  if (obstacle === null) return null;
  if (obstacle.kind === 'changed') {
    const since = obstacle.since.map(
      (event) =>
        [
          timeTag(words, event.at),
          html`${eventWords(words, event, view)}, <span translate="no">${actorName(words, view.names, event.by)}</span>${event.text && html`<br><span class="value" dir="auto">${event.text}</span>`}`,
        ] as const,
    );
    return banner(
      'warn',
      words.say('case.changed'),
      html`<p>${words.say('case.changed.text')}</p>${since.length > 0 && facts(since)}<p><a href="${path}/history">${words.say('case.changed.look')}</a></p>`,
    );
  }
  if (obstacle.kind === 'data-missing') {
    const missing = words.list(obstacle.missing.map((each) => missingWords(words, each)));
    return banner(
      'warn',
      words.say('case.data-missing'),
      html`<p>${words.say('case.data-missing.text', { missing })} <a href="${path}/ask">${words.say('case.data-missing.ask')}</a></p>`,
    );
  }
  return banner(
    obstacle.kind === 'after-login' ? 'info' : 'warn',
    words.say(`case.${obstacle.kind}`),
    html`<p>${words.say(`case.${obstacle.kind}.text`)}</p>`,
  );
}
