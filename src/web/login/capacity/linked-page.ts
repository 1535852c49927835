import type { LinkHow } from '../../../login/index.ts';
import { type Html, html } from '../../ui/html.ts';
import { icon } from '../../ui/icons.ts';
import type { JourneyProps } from '../../ui/journey-page.ts';
import { layout } from '../../ui/layout.ts';
import { answerForm, applicationPill, nameOf } from '../../ui/parts.ts';

/** What article 3 of Implementing Regulation (EU) 2025/846 wants said after a first match: access, how matched, how reused, how long kept. */
export function linkedPage({ frame, application, page }: JourneyProps<'linked'>): Html {
  const { words } = frame;
  const name = nameOf(application, words.language);
  const title = words.say('linked.title');
  return layout(frame, {
    title,
    body: html`${applicationPill(frame, application)}
<h1 class="done"><span class="ok-dot">${icon('check', 26)}</span>${title}</h1>
<p class="lede">${words.say(page.how === 'new-number' ? 'linked.lede.new-number' : 'linked.lede', { application: name })}</p>
${linkedFacts(frame, page.how)}
${answerForm(frame, 'continue', html`<div class="row"><button class="btn">${words.say('linked.continue', { application: name })}</button></div>`)}`,
  });
}

/** The same facts, for the page of choice when a choice follows at once. */
export function linkedFacts({ words }: JourneyProps<'linked'>['frame'], how: LinkHow): Html {
  return html`<ul class="bullets"><li>${words.say(`linked.now.${how}`)}</li><li>${words.say('linked.later')}</li><li>${words.mark('linked.kept', {}, ['/privacy'])}</li></ul>`;
}
